from .consent import AccessGrant, Consent
from .migrant import Migrant, Relationship
from .session import Attendance, AttendanceCount, CounsellingSession

__all__ = [
    "AccessGrant",
    "Attendance",
    "AttendanceCount",
    "Consent",
    "CounsellingSession",
    "Migrant",
    "Relationship",
]
