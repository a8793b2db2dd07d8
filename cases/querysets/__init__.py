from .case import CaseClosingQuerySet, CaseMemberQuerySet, CaseQuerySet, CaseTypeQuerySet
from .parts import (
    AccessRequestQuerySet,
    ActionPlanQuerySet,
    ActionStepQuerySet,
    BreakGlassQuerySet,
    CaseFileQuerySet,
    CaseNoteQuerySet,
    CasePartQuerySet,
    MediationPartQuerySet,
    PromiseQuerySet,
    ReportDecisionQuerySet,
    RestrictedPartQuerySet,
)
from .referral import (
    OutsideLinkQuerySet,
    ReferralFileQuerySet,
    ReferralNoteQuerySet,
    ReferralQuerySet,
    ThroughLinkQuerySet,
    ThroughReferralQuerySet,
)
from .withdrawal import DeletionRequestQuerySet

__all__ = [
    "AccessRequestQuerySet",
    "ActionPlanQuerySet",
    "ActionStepQuerySet",
    "BreakGlassQuerySet",
    "CaseClosingQuerySet",
    "CaseFileQuerySet",
    "CaseMemberQuerySet",
    "CaseNoteQuerySet",
    "CasePartQuerySet",
    "CaseQuerySet",
    "CaseTypeQuerySet",
    "DeletionRequestQuerySet",
    "MediationPartQuerySet",
    "OutsideLinkQuerySet",
    "PromiseQuerySet",
    "ReferralFileQuerySet",
    "ReferralNoteQuerySet",
    "ReferralQuerySet",
    "ReportDecisionQuerySet",
    "RestrictedPartQuerySet",
    "ThroughLinkQuerySet",
    "ThroughReferralQuerySet",
]
