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


def call_near(request: VillageRequest) -> None:
    _remind(desks_of(request), "clock_reminder", request)


def call_late(request: VillageRequest) -> None:
    """Nobody called within 24 hours: those who lead the desks (domain 4.3)."""
    leads = User.objects.holding(Permission.OWN_ORGANISATION_SEE)
    _remind(desks_of(request).filter(pk__in=leads), "clock_late", request)


def _remind(people, kind: str, request: VillageRequest) -> None:
    link = reverse("villages:request_detail", args=[request.pk])
    notify(
        people, kind, subject=request.pk, link=link, code=request.code, due_at=request.call_due_at
    )
