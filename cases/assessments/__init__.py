"""The forms that a case is assessed with, one file a version: data only, shipped with the house.

A new version is a new file and a line in SHIPPED; the last one of a form is what is filled in now.
"""

from .form import Finding, Part, Question, Version
from .needs_risk_2026_1 import NEEDS_RISK_2026_1
from .trafficking_2026_1 import TRAFFICKING_2026_1

SHIPPED: list[Version] = [NEEDS_RISK_2026_1, TRAFFICKING_2026_1]


def current(form: str) -> Version:
    """The version to fill in. Raises KeyError for no such form."""
    found = [one for one in SHIPPED if one.form == form]
    if not found:
        raise KeyError(form)
    return found[-1]


def version_of(form: str, version: str) -> Version:
    """The version that answers were given to, however old."""
    found = [one for one in SHIPPED if (one.form, one.version) == (form, version)]
    if not found:
        raise KeyError(form, version)
    return found[-1]


__all__ = ["SHIPPED", "Finding", "Part", "Question", "Version", "current", "version_of"]
