from .case import Case, CaseClosing, CaseMember, CaseNumber, CaseType
from .complaint import Claim, ExternalTicket, Respondent
from .file import CaseFile, CaseFileContent
from .mediation import Hearing, Invitation, Mediation, Promise, Recovery
from .plan import ActionPlan, ActionStep, Assessment, CaseNote
from .referral import Referral, ReferralNote
from .survivor import BreakGlass, ConflictLock, Incident, ReportDecision, SafetyPlan
from .withdrawal import DeletionRequest

__all__ = [
    "ActionPlan",
    "ActionStep",
    "Assessment",
    "BreakGlass",
    "Case",
    "CaseClosing",
    "CaseFile",
    "CaseFileContent",
    "CaseMember",
    "CaseNote",
    "CaseNumber",
    "CaseType",
    "Claim",
    "ConflictLock",
    "DeletionRequest",
    "ExternalTicket",
    "Hearing",
    "Incident",
    "Invitation",
    "Mediation",
    "Promise",
    "Recovery",
    "Referral",
    "ReferralNote",
    "ReportDecision",
    "Respondent",
    "SafetyPlan",
]
