"""The client's page: who she is to this reader, and one timeline of everything this reader may see.

Upper floors add their part (cases do) from their `home.py`: a function of (migrant, user) that gives a Section or
None. It asks the database by `rows = yield queryset` (or a tuple of querysets): what all blocks ask is asked at once.
"""

from collections.abc import Callable, Generator
from dataclasses import dataclass, field, replace
from functools import wraps

from django.utils import timezone

from ltsa.access import Permission
from ltsa.gather import ask_together

from .client_summary import background_rows, client_rows, contact, paper_rows, readers
from .client_timeline import client_timeline
from .disclosure import is_home, may_edit, show_client
from .models import Migrant


@dataclass(frozen=True)
class Section:
    """A block of the client's page: rows of {url, title, text, tag, tone, [edit], [off_paper]}, and whose events join the
    timeline. Paper lies about: what would tell there of a restricted case stays on the screen, row and events."""

    title: str
    rows: list[dict]
    subjects: list = field(default_factory=list)
    actions: list[tuple] = field(default_factory=list)  # (label, url)
    empty: str = ""
    off_paper: frozenset = frozenset()  # of the subjects
    on_paper: bool = True  # False: what only the screen of the few who may know it shows


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


def client_page(migrant: Migrant, user, *, kind: str = "", on_paper: bool = False) -> dict:
    """The template's context; what the reader may not see is not in it. `kind` narrows the timeline."""
    client = show_client(migrant, user)
    migrant.shown_to = {user.pk: client.groups}
    merged, *made = ask_together(
        _merged(migrant, user), *(make(migrant, user) for _order, make in SECTIONS)
    )
    shown = [part for part in made if part is not None and (part.on_paper or not on_paper)]
    if on_paper:
        shown = [_for_paper(part) for part in shown]
    subjects = [migrant.pk, *merged, *(pk for part in shown for pk in part.subjects)]
    return {
        "client": client,
        "summary": client_rows(client) + paper_rows(client, user),
        "contact": contact(client, user),
        "background": background_rows(client),
        "sections": [_block(part) for part in shown if part.rows],
        "bare": [part for part in shown if not part.rows],
        **client_timeline(subjects, kind, user),
        "may_edit": may_edit(migrant, user, groups=client.groups),
        "may_merge": user.can(Permission.CLIENT_MERGE) and is_home(migrant, user),
        "may_log": user.can(Permission.SESSION_CREATE),
        "may_ask_help": user.can(Permission.CASE_CREATE),
        "may_print": user.can(Permission.CLIENT_SEE),
        "readers": readers(client),
    }


def _merged(migrant: Migrant, user):
    """The ids of what was merged into her record, as far as this reader sees them."""
    seen = Migrant.objects.visible_to(user).filter(merged_into=migrant)
    return (yield seen.values_list("pk", flat=True))


def paper(migrant: Migrant, user) -> dict:
    """The same page for the printer: numbers masked, no code word, no answers on disability, codes for staff names.

    Nothing of psychosocial care, and the house only when it is an office of the state: paper lies about.
    """
    page = client_page(migrant, user, on_paper=True)
    for row in page["summary"]:
        row.pop("url", None)
    stance = page["contact"] and {name: page["contact"][name] for name in ("tone", "title", "text")}
    posting = user.posting
    return page | {
        "contact": stance,
        "events": [row | {"who": ""} for row in page["events"]],
        "office": (posting.service_point or posting.organisation)
        if posting.organisation.runs_desks
        else "",
        "printed_at": timezone.localtime(),
        "printed_by": user.staff_code,
    }


def _for_paper(part: Section) -> Section:
    rows = [row for row in part.rows if not row.get("off_paper")]
    subjects = [pk for pk in part.subjects if pk not in part.off_paper]
    return replace(part, rows=rows, subjects=subjects)


def _block(part: Section) -> dict:
    """A section as the template takes it: `edit` is a row's second address, where it has one, and `edit_label` what it is called."""
    return {
        "title": part.title,
        "actions": part.actions,
        "rows": [{"edit": "", "edit_label": "", **row} for row in part.rows],
    }
