from .assessment import AssessmentFormOf
from .case import CaseForm, HandOverForm
from .closing import AskClosingForm, CloseForm, ResolveForm
from .file import CaseFileForm, RemoveFileForm
from .glass import GlassForm
from .hearing import HearingForm
from .incident import IncidentForm
from .letter import PowerOfAttorneyForm, ReceiptForm, VoidLetterForm
from .mediation import DeliveryForm, InvitationForm, MediationForm, SignedForm
from .money import PaymentForm, RecoveryForm, VoidRecoveryForm
from .note import NoteForm
from .own_records import OwnRecordsForm
from .plan import CommentForm, PlanForm, StepForm, StepWordsForm
from .reassign import AbsenceForm, ReassignForm
from .referral import FORMS, ReferralForm
from .survivor import AccountForm, LimitsForm, ReportForm, SafetyPlanForm, TypesForm

__all__ = [
    "FORMS",
    "AbsenceForm",
    "AccountForm",
    "AskClosingForm",
    "AssessmentFormOf",
    "CaseFileForm",
    "CaseForm",
    "CloseForm",
    "CommentForm",
    "DeliveryForm",
    "GlassForm",
    "HandOverForm",
    "HearingForm",
    "IncidentForm",
    "InvitationForm",
    "LimitsForm",
    "MediationForm",
    "NoteForm",
    "OwnRecordsForm",
    "PaymentForm",
    "PlanForm",
    "PowerOfAttorneyForm",
    "ReassignForm",
    "ReceiptForm",
    "RecoveryForm",
    "ReferralForm",
    "RemoveFileForm",
    "ReportForm",
    "ResolveForm",
    "SafetyPlanForm",
    "SignedForm",
    "StepForm",
    "StepWordsForm",
    "TypesForm",
    "VoidLetterForm",
    "VoidRecoveryForm",
]
