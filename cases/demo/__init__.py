from .loading import load_cases

__all__ = ["load_cases"]
