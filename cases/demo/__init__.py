from .loading import load_cases
from .plans import load_plans

__all__ = ["load_cases", "load_plans"]
