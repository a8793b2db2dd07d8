from .assessment import AssessmentFormOf
from .case import CaseForm, HandOverForm
from .closing import AskClosingForm, CloseForm, ResolveForm
from .complaint import (
    ClaimEditForm,
    ClaimForm,
    ComplaintForm,
    RespondentForm,
    TicketEditForm,
    TicketForm,
)
from .deletion import NoteDeletionForm
from .file import CaseFileForm, RemoveFileForm
from .glass import GlassForm
from .hearing import HearingForm
from .hearsay import NoteAnswerForm
from .inbox import InboxFilterForm
from .incident import IncidentForm
from .letter import PowerOfAttorneyForm, ReceiptForm, VoidLetterForm
from .link import GUEST_FORMS, LinkForm, PinForm
from .lock import LiftForm, LockForm
from .mediation import DeliveryForm, InvitationForm, MediationForm, SignedForm
from .money import PaymentForm, RecoveryForm, VoidRecoveryForm
from .note import NoteForm
from .own_records import OwnRecordsForm
from .plan import CommentForm, PlanForm, StepForm, StepWordsForm
from .reassign import AbsenceForm, ReassignForm
from .referral import ReferralForm
from .referral_verbs import FORMS
from .reoffer import ReofferForm, RewriteForm
from .survivor import AccountForm, LimitsForm, ReportForm, SafetyPlanForm, TypesForm
from .team import MemberForm, NameForm
from .transfer import TransferForm
from .types import CaseTypeForm, OrdinaryTypesForm

__all__ = [
    "FORMS",
    "GUEST_FORMS",
    "AbsenceForm",
    "AccountForm",
    "AskClosingForm",
    "AssessmentFormOf",
    "CaseFileForm",
    "CaseForm",
    "CaseTypeForm",
    "ClaimEditForm",
    "ClaimForm",
    "CloseForm",
    "CommentForm",
    "ComplaintForm",
    "DeliveryForm",
    "GlassForm",
    "HandOverForm",
    "HearingForm",
    "InboxFilterForm",
    "IncidentForm",
    "InvitationForm",
    "LiftForm",
    "LimitsForm",
    "LinkForm",
    "LockForm",
    "MediationForm",
    "MemberForm",
    "NameForm",
    "NoteAnswerForm",
    "NoteDeletionForm",
    "NoteForm",
    "OrdinaryTypesForm",
    "OwnRecordsForm",
    "PaymentForm",
    "PinForm",
    "PlanForm",
    "PowerOfAttorneyForm",
    "ReassignForm",
    "ReceiptForm",
    "RecoveryForm",
    "ReferralForm",
    "RemoveFileForm",
    "ReofferForm",
    "ReportForm",
    "ResolveForm",
    "RespondentForm",
    "RewriteForm",
    "SafetyPlanForm",
    "SignedForm",
    "StepForm",
    "StepWordsForm",
    "TicketEditForm",
    "TicketForm",
    "TransferForm",
    "TypesForm",
    "VoidLetterForm",
    "VoidRecoveryForm",
]
