"""The client's page: who she is to this reader, and one timeline of everything this reader may see.

Upper floors add their part (cases do) from their `home.py`: a function of (migrant, user) that gives a Section or
None. It asks the database by `rows = yield queryset` (or a tuple of querysets): what all blocks ask is asked at once.
"""

from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from functools import wraps
from inspect import isgenerator

from django.utils import timezone

from ltsa.access import Permission
from ltsa.gather import gather

from .client_summary import background_rows, client_rows, contact, paper_rows, readers
from .client_timeline import client_timeline
from .disclosure import is_home, may_edit, show_client
from .lists import session_rows
from .merged import hers
from .models import CounsellingSession, Migrant


@dataclass(frozen=True)
class Section:
    """A block of the client's page: rows of {url, title, text, tag, tone, [edit]}, and whose events join the timeline."""

    title: str
    rows: list[dict]
    subjects: list = field(default_factory=list)
    actions: list[tuple] = field(default_factory=list)  # (label, url)
    empty: str = ""


Asking = Generator[object, list, Section | None]
SECTIONS: list[tuple[int, Callable]] = []


def section(order: int) -> Callable[[Callable], Callable]:
    """Register a block; the lowest `order` stands first."""

    def register(make: Callable) -> Callable:
        SECTIONS.append((order, make))
        SECTIONS.sort(key=lambda known: known[0])

        @wraps(make)
        def alone(migrant: Migrant, user) -> Section | None:
            return ask_together(make(migrant, user))[0]

        return alone

    return register


def client_page(migrant: Migrant, user, *, kind: str = "") -> dict:
    """The template's context; what the reader may not see is not in it. `kind` narrows the timeline."""
    client = show_client(migrant, user)
    migrant.shown_to = {user.pk: client.groups}
    (merged, sessions), *made = ask_together(
        _own(migrant, user), *(make(migrant, user) for _order, make in SECTIONS)
    )
    sections = [part for part in made if part is not None]
    subjects = [migrant.pk, *merged, *(row.pk for row in sessions)]
    subjects += [pk for part in sections for pk in part.subjects]
    return {
        "client": client,
        "summary": client_rows(client),
        "papers": paper_rows(client, user),
        "contact": contact(client, user),
        "background": background_rows(client),
        "sessions": session_rows(sessions, user),
        "sections": [_block(part) for part in sections],
        **client_timeline(subjects, kind),
        "may_edit": may_edit(migrant, user, groups=client.groups),
        "may_merge": user.can(Permission.CLIENT_MERGE) and is_home(migrant, user),
        "may_log": user.can(Permission.SESSION_CREATE),
        "may_print": user.can(Permission.CLIENT_SEE),
        "readers": readers(client),
    }


def ask_together(*parts) -> list:
    """The results of these blocks; in each round all that they ask for goes into one statement."""
    results = list(parts)
    told = {n: None for n, part in enumerate(parts) if isgenerator(part)}
    while told:
        asked = {}
        for n, rows in told.items():
            try:
                asked[n] = parts[n].send(rows)
            except StopIteration as end:
                results[n] = end.value
        told = _answers(asked)
    return results


def _answers(asked: dict) -> dict:
    """{n: rows} for a queryset, {n: [rows, rows]} for a tuple of them."""
    if not asked:
        return {}
    several = {n: one if isinstance(one, tuple) else (one,) for n, one in asked.items()}
    rows = iter(gather(*(queryset for one in several.values() for queryset in one)))
    told = {n: [next(rows) for _queryset in one] for n, one in several.items()}
    return {n: one if isinstance(asked[n], tuple) else one[0] for n, one in told.items()}


def _own(migrant: Migrant, user):
    """The ids that were merged into hers, and all sessions: as far as this reader sees them."""
    merged, sessions = yield (
        Migrant.objects.visible_to(user).filter(merged_into=migrant).values_list("pk", flat=True),
        CounsellingSession.objects.visible_to(user).filter(hers(migrant)).order_by("-started_at"),
    )
    for session in sessions:
        session.migrant = migrant
    return merged, sessions


def paper(migrant: Migrant, user) -> dict:
    """The same page for the printer: numbers masked, no code word, no answers on disability, codes for staff names."""
    page = client_page(migrant, user)
    for row in page["summary"] + page["papers"]:
        row.pop("url", None)
    stance = page["contact"] and {name: page["contact"][name] for name in ("title", "text")}
    posting = user.posting
    return page | {
        "contact": stance,
        "events": [row | {"who": ""} for row in page["events"]],
        "office": posting.service_point or posting.organisation,
        "printed_at": timezone.localtime(),
        "printed_by": user.staff_code,
    }


def _block(part: Section) -> dict:
    """A section as the template takes it: `edit` is a row's second address, where it has one, and `edit_label` what it is called."""
    return {
        "title": part.title,
        "actions": part.actions,
        "empty": part.empty,
        "rows": [{"edit": "", "edit_label": "", **row} for row in part.rows],
    }
