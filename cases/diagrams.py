"""docs/states.md: the tables of verbs as pictures, so that no drawing can say what the code does not."""

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from ltsa.accounts.permissions import ROLES
from services import transitions as services
from services.models import Appointment, BookImport, DeskVisit, UnionMembership
from villages import transitions as villages
from villages.models import VillageRequest

from .models import ActionPlan, ActionStep, BreakGlass, Case, Mediation, Promise, Referral
from .transitions import TABLES

FILE = Path(settings.BASE_DIR) / "docs" / "states.md"
HEAD = """# States

Written by `manage.py state_diagrams` from the tables of verbs (`cases/transitions/`, `services/transitions.py`,
`villages/transitions.py`); a test fails when they differ. Nothing else in the code compares a state.

An arrow is a verb; one that leads back to its own state changes none, or leaves the state to the action. Verbs of
*the system* are asked for by nobody: a clock, a payment, a promise that was not kept.
"""
HOUSES = {
    "": "of the house that has the case",
    "sender": "of the sending house",
    "recipient": "of the receiving house",
    "any": "of any house",
}
DRAWN = [
    ("Case", Case),
    ("Referral", Referral),
    ("Plan", ActionPlan),
    ("Step of a plan", ActionStep),
    ("Mediation", Mediation),
    ("Promise in a mediation", Promise),
    ("Reading a restricted case in an emergency", BreakGlass),
]
OTHERS = [
    ("Visit to a desk", DeskVisit, services.VISITS),
    ("Appointment", Appointment, services.APPOINTMENTS),
    ("Union membership", UnionMembership, services.MEMBERSHIPS),
    ("Import of a book", BookImport, services.BOOKS),
    ("Request of a village", VillageRequest, list(villages.TABLE.values())),
]


@dataclass(frozen=True)
class Arrow:
    """One line of any of the tables; without a `target` no state changes, or the action says which."""

    verb: str
    sources: tuple[str, ...]
    target: str
    who: str


def written() -> str:
    drawn = [(title, model, TABLES[model]) for title, model in DRAWN] + OTHERS
    return "\n".join([HEAD, *(_chapter(*one) for one in drawn), _holders()])


def _arrow(line) -> Arrow:
    sources = line.sources if hasattr(line, "sources") else (line.source,)
    return Arrow(line.verb, tuple(map(str, sources)), str(line.target), _who(line))


def _who(line) -> str:
    if not hasattr(line, "permission"):
        return "who may see it"
    if line.permission is None:
        return "the system"
    who = [f"`{line.permission}`"]
    if hasattr(line, "side"):
        who.append(HOUSES[line.side])
    if condition := getattr(line, "who", None):
        said = (condition.__doc__ or condition.__name__.strip("_").replace("_", " ")).strip()
        told = said.splitlines()[0].rstrip(".")
        who.append(f"- {told[0].lower()}{told[1:]}")
    if limit := getattr(line, "author_within", None):
        who.append(f"- her own, for {int(limit.total_seconds() // 3600)} hours")
    return " ".join(who)


def _chapter(title: str, model, table) -> str:
    arrows = [_arrow(line) for line in table]
    lines = [f"## {title}", "", "```mermaid", "stateDiagram-v2"]
    first = model._meta.get_field("state")
    if first.has_default():
        lines.append(f"    [*] --> {first.default}")
    lines += [
        f"    {source} --> {arrow.target or source}: {arrow.verb}"
        for arrow in arrows
        for source in arrow.sources
    ]
    lines += ["```", "", "| Verb | From | To | Who |", "|---|---|---|---|"]
    lines += [
        f"| `{arrow.verb}` | {', '.join(arrow.sources)} | {arrow.target or '(stays)'} | {arrow.who} |"
        for arrow in arrows
    ]
    return "\n".join([*lines, ""])


def _holders() -> str:
    lines = [line for table in TABLES.values() for line in table]
    asked = {line.permission for line in lines if line.permission is not None}
    asked |= {line.permission for line in villages.TABLE.values()}
    rows = [
        f"| `{permission}` | {', '.join(role for role, held in ROLES.items() if permission in held)} |"
        for permission in sorted(asked)
    ]
    return "\n".join(["## Who holds what", "", "| Permission | Roles |", "|---|---|", *rows, ""])
