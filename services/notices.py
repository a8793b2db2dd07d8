"""Who is told about a conversation: only those who may see it, never anything of what was said."""

from django.urls import reverse

from ltsa.access import Permission
from ltsa.accounts.models import User
from ltsa.notifications.actions import notify

from .models import CounsellingSession


def follow_up_near(session: CounsellingSession) -> None:
    """Who promised it is reminded."""
    _tell(User.objects.filter(pk=session.by_id, is_active=True), "clock_reminder", session)


def follow_up_late(session: CounsellingSession) -> None:
    """A week went by: who leads the house is told (domain 4.3)."""
    leads = User.objects.holding(Permission.OWN_ORGANISATION_SEE)
    _tell(leads.working_for(session.organisation), "clock_late", session)


def _tell(people, kind: str, session: CounsellingSession) -> None:
    rows = CounsellingSession.objects.filter(pk=session.pk)
    notify(
        [person for person in people if rows.visible_to(person).exists()],
        kind,
        subject=session.pk,
        link=reverse("services:session_detail", args=[session.pk]),
        code=session.code,
    )
