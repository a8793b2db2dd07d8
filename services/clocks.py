"""The clocks of the counselling desk (domain 4.3)."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from ltsa.clocks.kinds import Step, days, kind
from ltsa.timeline.actions import write_event

from . import notices
from .models import CounsellingSession

BEFORE_EIGHT = timedelta(hours=16)  # the clock ends with the day; the desk opens at eight


def _remind(clock, step) -> None:
    session = CounsellingSession.objects.get(pk=clock.subject)
    notices.follow_up_near(session)
    write_event("session.follow_up_near", session, client=session.migrant_id, by=None)


def _escalate(clock, step) -> None:
    session = CounsellingSession.objects.select_related("organisation").get(pk=clock.subject)
    notices.follow_up_late(session)
    write_event("session.follow_up_late", session, client=session.migrant_id, by=None)


kind(
    "follow_up",
    _("Tindak lanjut konseling"),
    steps=(
        Step("remind", _remind, before=BEFORE_EIGHT),
        Step("escalate", _escalate, past=days(7)),
    ),
)
