from .appointment import AppointmentForm
from .care import CareSessionForm, CourseCloseForm, CourseForm
from .consent import ConsentForm, WithdrawForm
from .contract import ContractForm
from .corrections import CorrectionForm, MeetingCorrectionForm, VoidForm
from .desk_log import DeskLogForm
from .documents import DocumentsForm
from .doubles import ElsewhereForm, SoFar
from .journey import JourneyForm
from .membership import JoinForm, LeaveForm, OfferForm, RegisterForm
from .merging import MergeForm
from .migrant import MigrantForm
from .queue import NameVisitorForm, NumberForm
from .relative import RelativeForm, TieForm
from .reveal import RevealForm
from .session import GroupSessionForm, SessionForm
from .talk import TalkForm

__all__ = [
    "AppointmentForm",
    "CareSessionForm",
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
    "NameVisitorForm",
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
