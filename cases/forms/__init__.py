from .case import CaseForm, CloseForm, HandOverForm
from .referral import FORMS, ReferralForm

__all__ = ["FORMS", "CaseForm", "CloseForm", "HandOverForm", "ReferralForm"]
