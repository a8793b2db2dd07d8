from .agencies import load_agencies
from .appointments import load_appointments, load_contracts
from .baselines import load_baselines
from .care import load_courses
from .desk_log import load_desk_log
from .desks import load_documents, load_standards, load_visits
from .directory import load_directory
from .journeys import load_journeys
from .loading import load_services
from .memberships import load_memberships
from .twice import load_doubles

__all__ = [
    "load_agencies",
    "load_appointments",
    "load_baselines",
    "load_contracts",
    "load_courses",
    "load_desk_log",
    "load_directory",
    "load_documents",
    "load_doubles",
    "load_journeys",
    "load_memberships",
    "load_services",
    "load_standards",
    "load_visits",
]
