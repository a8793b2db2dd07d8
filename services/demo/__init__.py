from .baselines import load_baselines
from .loading import load_services

__all__ = ["load_baselines", "load_services"]
