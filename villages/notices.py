"""Who is told about a village request: the government desks of its district, never the one who acted."""

from django.urls import reverse

from ltsa.access import Permission
from ltsa.accounts.models import Posting, User
from ltsa.notifications.actions import notify
from ltsa.organisations.querysets import runs_desks

from .models import VillageRequest


def desks_of(request: VillageRequest):
    """People who may handle it: the same rule as `VillageRequest.visible_to`."""
    posted = Posting.objects.current().filter(
        runs_desks("organisation__"), organisation__district=request.district_id
    )
    holding = User.objects.holding(Permission.VILLAGE_REQUEST_HANDLE)
    return holding.filter(pk__in=posted.values("user"))


def request_waiting(request: VillageRequest, *, by) -> None:
    notify(
        desks_of(request).exclude(pk=by.pk),
        "village_request",
        subject=request.pk,
        link=reverse("villages:request_detail", args=[request.pk]),
        code=request.code,
        due_at=request.call_due_at,
        emergency=request.urgent,
    )
