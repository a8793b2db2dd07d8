from .baselines import load_baselines
from .desks import load_documents, load_standards, load_visits
from .loading import load_services

__all__ = ["load_baselines", "load_documents", "load_services", "load_standards", "load_visits"]
