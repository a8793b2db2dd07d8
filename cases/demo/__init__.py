from .loading import load_cases
from .mediations import load_mediations
from .plans import load_plans

__all__ = ["load_cases", "load_mediations", "load_plans"]
