from .migrant import MigrantForm, RevealForm
from .session import GroupSessionForm, SessionForm

__all__ = ["GroupSessionForm", "MigrantForm", "RevealForm", "SessionForm"]
