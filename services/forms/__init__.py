from .appointment import AppointmentForm
from .attendance import AttendanceForm, AttendeeForm
from .care import CareTalkForm, CourseCloseForm, CourseForm
from .client_code import ClientCodeForm
from .consent import ConsentForm, WithdrawForm
from .contract import ContractForm
from .corrections import CorrectionForm, MeetingCorrectionForm, VoidForm
from .desk_log import DeskLogForm
from .documents import DocumentsForm
from .doubles import ElsewhereForm, SoFar
from .group import GroupSessionForm
from .journey import JourneyForm
from .membership import JoinForm, LeaveForm, OfferForm, RegisterForm
from .merging import MergeForm
from .migrant import MigrantForm
from .queue import NumberForm
from .relative import RelativeForm, TieForm
from .reveal import RevealForm
from .session import SessionForm
from .talk import TalkForm

__all__ = [
    "AppointmentForm",
    "AttendanceForm",
    "AttendeeForm",
    "CareTalkForm",
    "ClientCodeForm",
    "ConsentForm",
    "ContractForm",
    "CorrectionForm",
    "CourseCloseForm",
    "CourseForm",
    "DeskLogForm",
    "DocumentsForm",
    "ElsewhereForm",
    "GroupSessionForm",
    "JoinForm",
    "JourneyForm",
    "LeaveForm",
    "MeetingCorrectionForm",
    "MergeForm",
    "MigrantForm",
    "NumberForm",
    "OfferForm",
    "RegisterForm",
    "RelativeForm",
    "RevealForm",
    "SessionForm",
    "SoFar",
    "TalkForm",
    "TieForm",
    "VoidForm",
    "WithdrawForm",
]
