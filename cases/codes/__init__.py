"""What is written in the columns of cases, one file a subject."""

from .case import (
    LEGAL_REASONS,
    VERIFIED_BY,
    CaseState,
    ClosingReason,
    MediationBar,
    Outcome,
    Priority,
    ReportedBy,
    Risk,
    Screening,
)
from .complaint import (
    ClaimKind,
    ClaimState,
    Currency,
    RespondentKind,
    TicketSystem,
)
from .file import FileKind
from .mediation import (
    Advice,
    DeliveryWay,
    HearingResult,
    MediationState,
    Meeting,
    PromiseKind,
    PromiseState,
)
from .plan import (
    AssessmentForm,
    PlanState,
    StepState,
)
from .referral import (
    ANSWER_HOURS,
    OPEN_REFERRAL,
    DeclineReason,
    NoteKind,
    ReferralState,
)
from .survivor import (
    GlassState,
    LockKind,
    Perpetrator,
    ReportChoice,
    Simfoni,
    Violence,
)

__all__ = [
    "ANSWER_HOURS",
    "LEGAL_REASONS",
    "OPEN_REFERRAL",
    "VERIFIED_BY",
    "Advice",
    "AssessmentForm",
    "CaseState",
    "ClaimKind",
    "ClaimState",
    "ClosingReason",
    "Currency",
    "DeclineReason",
    "DeliveryWay",
    "GlassState",
    "HearingResult",
    "LockKind",
    "MediationBar",
    "FileKind",
    "MediationState",
    "Meeting",
    "NoteKind",
    "Outcome",
    "Perpetrator",
    "PlanState",
    "Priority",
    "PromiseKind",
    "PromiseState",
    "ReferralState",
    "ReportChoice",
    "ReportedBy",
    "RespondentKind",
    "Risk",
    "Screening",
    "Simfoni",
    "StepState",
    "TicketSystem",
    "Violence",
]
