"""The call that a desk owes a family in a village: within 24 hours (domain 4.3)."""

from django.utils.translation import gettext_lazy as _

from ltsa.clocks.kinds import Step, hours, kind
from ltsa.timeline.actions import write_event

from . import notices
from .models import VillageRequest


def _remind(clock, step) -> None:
    request = VillageRequest.objects.get(pk=clock.subject)
    notices.call_near(request)
    write_event("village_request.call_near", request, by=None)


def _escalate(clock, step) -> None:
    request = VillageRequest.objects.get(pk=clock.subject)
    notices.call_late(request)
    write_event("village_request.call_late", request, by=None)


kind(
    "village_call",
    _("Telepon permintaan desa"),
    limit=hours(24),
    steps=(Step("remind", _remind, share=0.5), Step("escalate", _escalate, share=1)),
)
