from .case import CaseClosingQuerySet, CaseMemberQuerySet, CaseQuerySet, CaseTypeQuerySet
from .parts import (
    ActionStepQuerySet,
    BreakGlassQuerySet,
    CasePartQuerySet,
    MediationPartQuerySet,
    PromiseQuerySet,
    ReportDecisionQuerySet,
    RestrictedPartQuerySet,
)
from .referral import ReferralNoteQuerySet, ReferralQuerySet

__all__ = [
    "ActionStepQuerySet",
    "BreakGlassQuerySet",
    "CaseClosingQuerySet",
    "CaseMemberQuerySet",
    "CasePartQuerySet",
    "CaseQuerySet",
    "CaseTypeQuerySet",
    "MediationPartQuerySet",
    "PromiseQuerySet",
    "ReferralNoteQuerySet",
    "ReferralQuerySet",
    "ReportDecisionQuerySet",
    "RestrictedPartQuerySet",
]
