from .case import Case, CaseMember, CaseNumber, CaseType
from .referral import Referral, ReferralNote

__all__ = ["Case", "CaseMember", "CaseNumber", "CaseType", "Referral", "ReferralNote"]
