from .clocks import load_clocks
from .complaints import load_complaints
from .duties import load_duties
from .links import load_links
from .loading import load_cases
from .locks import load_locks
from .mediations import load_mediations
from .plans import load_plans
from .survivors import load_survivors

__all__ = [
    "load_cases",
    "load_clocks",
    "load_complaints",
    "load_duties",
    "load_links",
    "load_locks",
    "load_mediations",
    "load_plans",
    "load_survivors",
]
