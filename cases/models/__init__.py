from .case import Case, CaseClosing, CaseMember, CaseType
from .complaint import Claim, ExternalTicket, Respondent
from .file import CaseFile, CaseFileContent
from .mediation import Hearing, Invitation, Mediation, Promise, Recovery
from .outside import OutsideLink, OutsideView
from .plan import ActionPlan, ActionStep, Assessment, CaseNote
from .referral import Referral, ReferralNote
from .request import AccessRequest
from .sharing import ClientFeedback, ReferralFile, ReferralShare
from .survivor import BreakGlass, ConflictLock, Incident, ReportDecision, SafetyPlan
from .withdrawal import DeletionRequest

__all__ = [
    "AccessRequest",
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
    "CaseType",
    "Claim",
    "ClientFeedback",
    "ConflictLock",
    "DeletionRequest",
    "ExternalTicket",
    "Hearing",
    "Incident",
    "Invitation",
    "Mediation",
    "OutsideLink",
    "OutsideView",
    "Promise",
    "Recovery",
    "Referral",
    "ReferralFile",
    "ReferralNote",
    "ReferralShare",
    "ReportDecision",
    "Respondent",
    "SafetyPlan",
]
