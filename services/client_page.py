"""The client's page: who she is to this reader, and one timeline of everything this reader may see.

Upper floors add their part (cases do): `section(migrant, user) -> Section | None`, from their `home.py`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.translation import gettext as _

from ltsa.access import Permission
from ltsa.timeline.models import Event
from ltsa.timeline.rows import timeline_rows

from .disclosure import ShownClient, may_edit, show_client
from .lists import session_rows
from .models import CounsellingSession, Migrant

NEWEST = 50


@dataclass(frozen=True)
class Section:
    """A block of the client's page: rows of {url, title, text, tag, tone}, and whose events join the timeline."""

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


def client_page(migrant: Migrant, user) -> dict:
    """The template's context; what the reader may not see is not in it."""
    client = show_client(migrant, user)
    sessions = list(
        CounsellingSession.objects.visible_to(user).filter(migrant=migrant).order_by("-started_at")
    )
    for session in sessions:
        session.migrant = migrant
    sections = [made for _order, make in SECTIONS if (made := make(migrant, user)) is not None]
    subjects = [migrant.pk, *(row.pk for row in sessions)]
    subjects += [pk for part in sections for pk in part.subjects]
    events = Event.objects.about(*subjects).order_by("-at")[:NEWEST]
    return {
        "client": client,
        "summary": summary(client, user),
        "sessions": session_rows(sessions, user),
        "sections": sections,
        "events": timeline_rows(events),
        "may_edit": may_edit(migrant, user, groups=client.groups),
        "may_log": user.can(Permission.SESSION_CREATE),
    }


def summary(client: ShownClient, user) -> list[dict]:
    """Rows for components/summary_list.html; a masked number carries its way to be revealed."""
    migrant = client.migrant
    age = client.age_group
    if client.birth_date:
        age = _("%(band)s tahun") % {"band": age}
    rows = [
        {"term": _("Kode klien"), "value": migrant.code},
        {"term": _("Jenis kelamin"), "value": migrant.get_sex_display()},
        {"term": _("Kelompok umur"), "value": age},
        {"term": _("Desa"), "value": client.village},
        {"term": _("Jenis klien"), "value": client.client_type},
        {"term": _("Tahap migrasi"), "value": client.phase},
        {"term": _("Negara tujuan"), "value": client.destination},
        {"term": _("Aman dihubungi?"), "value": client.phone_safe},
    ]
    for name, label in (("phone", _("Telepon")), ("nik", _("NIK")), ("passport", _("Paspor"))):
        masked = getattr(client, name)
        row = {"term": label, "value": masked}
        if masked and user.can(Permission.CLIENT_REVEAL):
            row["url"] = reverse("services:migrant_reveal", args=[migrant.pk, name])
            row["link_label"] = _("tampilkan")
        rows.append(row)
    return rows
