"""A template variable that no view gives fails the test that renders it, wherever in the suite that is.

Django prints nothing for such a name, so a misspelt one is seen by nobody. `{% if name %}` and `{% for … in name %}`
stay silent by Django's own rule.
"""

import sys
from pathlib import Path

from django.template.base import Node

OURS = Path(__file__).resolve().parents[1] / "templates"
# Templates of libraries that we have not replaced ask for names that may be absent; so do the blocks of allauth's
# pages, whose slots and attributes are optional by its own design.
LIBRARY = (OURS / "allauth", OURS / "bootstrap5")


class Undefined(AssertionError):
    """A template of ours names a variable that nobody gave."""


class RaiseUndefined(str):
    """For `string_if_invalid`: Django asks whether it holds "%s" and then puts the name in."""

    __slots__ = ()

    def __contains__(self, _part) -> bool:
        return True

    def __mod__(self, variable) -> str:
        origin = _origin()
        path = Path(origin) if origin else None
        if path is None or OURS not in path.parents or any(top in path.parents for top in LIBRARY):
            return ""
        raise Undefined(
            f"{path.relative_to(OURS)} names “{variable}”, which its view does not give"
        )


def _origin() -> str:
    """The file of the innermost template node that is being rendered; "" for a template made of a string."""
    frame = sys._getframe(2)
    while frame is not None:
        node = frame.f_locals.get("self")
        if isinstance(node, Node) and getattr(node, "origin", None):
            return node.origin.name
        frame = frame.f_back
    return ""


def raise_undefined(settings) -> None:
    settings.TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = RaiseUndefined("undefined: %s")
