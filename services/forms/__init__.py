from .appointment import AppointmentForm
from .care import CareSessionForm, CourseCloseForm, CourseForm
from .corrections import CorrectionForm, MeetingCorrectionForm, VoidForm
from .desk_log import DeskLogForm
from .documents import DocumentsForm
from .migrant import MigrantForm
from .queue import NameVisitorForm, NumberForm
from .relative import RelativeForm, TieForm
from .reveal import RevealForm
from .session import GroupSessionForm, SessionForm
from .talk import TalkForm

__all__ = [
    "AppointmentForm",
    "CareSessionForm",
    "CorrectionForm",
    "CourseCloseForm",
    "CourseForm",
    "DeskLogForm",
    "DocumentsForm",
    "GroupSessionForm",
    "MeetingCorrectionForm",
    "MigrantForm",
    "NameVisitorForm",
    "NumberForm",
    "RelativeForm",
    "RevealForm",
    "SessionForm",
    "TalkForm",
    "TieForm",
    "VoidForm",
]
