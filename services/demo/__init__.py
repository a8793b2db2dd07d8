from .loading import load_services

__all__ = ["load_services"]
