"""The conversations with this client, and those of a record that was merged into hers."""

from django.utils.translation import gettext as _

from ltsa.access import Permission

from ..client_page import Asking, Section, section
from ..codes import SessionKind
from ..lists import session_rows
from ..merged import hers
from ..models import CounsellingSession, Migrant


@section(12)
def sessions(migrant: Migrant, user) -> Asking:
    if not user.can(Permission.SESSION_SEE):
        return None
    held = yield _held(migrant, user).exclude(kind=SessionKind.PSYCHOSOCIAL)
    return Section(
        title=_("Konseling"),
        rows=_rows(held, migrant, user),
        subjects=[session.pk for session in held],
        empty=_("Belum ada konseling yang dapat Anda lihat."),
    )


@section(41)
def psychosocial_sessions(migrant: Migrant, user) -> Asking:
    """Apart from the others: these never go on paper."""
    if not user.can(Permission.SESSION_SEE):
        return None
    held = yield _held(migrant, user).filter(kind=SessionKind.PSYCHOSOCIAL)
    if not held:
        return None
    return Section(
        title=_("Konseling psikososial"),
        rows=_rows(held, migrant, user),
        subjects=[session.pk for session in held],
        on_paper=False,
    )


def _held(migrant: Migrant, user):
    seen = CounsellingSession.objects.visible_to(user).filter(hers(migrant))
    return seen.order_by("-started_at")


def _rows(held: list[CounsellingSession], migrant: Migrant, user) -> list[dict]:
    for session in held:
        session.migrant = migrant
    return [
        {
            "url": row["url"],
            "title": row["kind"],
            "text": f"{row['when']} · {row['channel']}",
            "tag": row["outcome"],
            "tone": "neutral",
        }
        for row in session_rows(held, user)
    ]
