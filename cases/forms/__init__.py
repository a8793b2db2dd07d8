from .case import CaseForm, CloseForm, HandOverForm
from .incident import IncidentForm
from .note import NoteForm
from .referral import FORMS, ReferralForm
from .survivor import AccountForm, LimitsForm, ReportForm, SafetyPlanForm, TypesForm

__all__ = [
    "FORMS",
    "AccountForm",
    "CaseForm",
    "CloseForm",
    "HandOverForm",
    "IncidentForm",
    "LimitsForm",
    "NoteForm",
    "ReferralForm",
    "ReportForm",
    "SafetyPlanForm",
    "TypesForm",
]
