from .case import CaseForm, HandOverForm
from .closing import AskClosingForm, CloseForm, ResolveForm
from .file import CaseFileForm, RemoveFileForm
from .glass import GlassForm
from .incident import IncidentForm
from .note import NoteForm
from .referral import FORMS, ReferralForm
from .survivor import AccountForm, LimitsForm, ReportForm, SafetyPlanForm, TypesForm

__all__ = [
    "FORMS",
    "AccountForm",
    "AskClosingForm",
    "CaseFileForm",
    "CaseForm",
    "CloseForm",
    "GlassForm",
    "HandOverForm",
    "IncidentForm",
    "LimitsForm",
    "NoteForm",
    "ReferralForm",
    "RemoveFileForm",
    "ReportForm",
    "ResolveForm",
    "SafetyPlanForm",
    "TypesForm",
]
