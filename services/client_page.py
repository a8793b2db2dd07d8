"""The client's page: who she is to this reader, and one timeline of everything this reader may see.

Upper floors add their part (cases do): `section(migrant, user) -> Section | None`, from their `home.py`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils import timezone

from ltsa.access import Permission

from .client_summary import background_rows, client_rows, contact, paper_rows, readers
from .client_timeline import client_timeline
from .disclosure import may_edit, show_client
from .lists import session_rows
from .merged import ids_of
from .models import CounsellingSession, Migrant


@dataclass(frozen=True)
class Section:
    """A block of the client's page: rows of {url, title, text, tag, tone, [edit]}, and whose events join the timeline."""

    title: str
    rows: list[dict]
    subjects: list = field(default_factory=list)
    actions: list[tuple] = field(default_factory=list)  # (label, url)
    empty: str = ""


SECTIONS: list[tuple[int, Callable]] = []


def section(order: int) -> Callable[[Callable], Callable]:
    """Register a block; the lowest `order` stands first."""

    def register(make: Callable) -> Callable:
        SECTIONS.append((order, make))
        SECTIONS.sort(key=lambda known: known[0])
        return make

    return register


def client_page(migrant: Migrant, user, *, kind: str = "") -> dict:
    """The template's context; what the reader may not see is not in it. `kind` narrows the timeline."""
    client = show_client(migrant, user)
    hers = ids_of(migrant, user)
    sessions = _sessions(migrant, hers, user)
    sections = [made for _order, make in SECTIONS if (made := make(migrant, user)) is not None]
    subjects = [*hers, *(row.pk for row in sessions)]
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
        "may_log": user.can(Permission.SESSION_CREATE),
        "may_print": user.can(Permission.CLIENT_SEE),
        "readers": readers(client),
    }


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


def _sessions(migrant: Migrant, hers: list, user) -> list[CounsellingSession]:
    """Her sessions, and those of a record that was merged into hers, as far as this reader sees them."""
    seen = CounsellingSession.objects.visible_to(user).filter(migrant__in=hers)
    sessions = list(seen.order_by("-started_at"))
    for session in sessions:
        session.migrant = migrant
    return sessions


def _block(part: Section) -> dict:
    """A section as the template takes it: `edit` is a row's second address, where it has one, and `edit_label` what it is called."""
    return {
        "title": part.title,
        "actions": part.actions,
        "empty": part.empty,
        "rows": [{"edit": "", "edit_label": "", **row} for row in part.rows],
    }
