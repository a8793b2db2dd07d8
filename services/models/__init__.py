from .appointment import Appointment, ContractCheck
from .book import BookImport, BookRow, ColumnMapping
from .care import PsychosocialCourse
from .consent import AccessGrant, Consent, ConsentProof, ConsentText
from .desk import DeskVisit, DocumentCheck
from .journey import Journey
from .migrant import Merge, Migrant, Relationship
from .session import Attendance, AttendanceCount, CounsellingSession, ExitAnswer
from .union import UnionMembership

__all__ = [
    "AccessGrant",
    "Appointment",
    "Attendance",
    "AttendanceCount",
    "BookImport",
    "BookRow",
    "ColumnMapping",
    "Consent",
    "ConsentProof",
    "ConsentText",
    "ContractCheck",
    "CounsellingSession",
    "DeskVisit",
    "DocumentCheck",
    "ExitAnswer",
    "Journey",
    "Merge",
    "Migrant",
    "PsychosocialCourse",
    "Relationship",
    "UnionMembership",
]
