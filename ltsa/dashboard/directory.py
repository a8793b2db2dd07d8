"""Directory entries that nobody has checked for a quarter: a stale phone number sends a client to a closed door."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ltsa.organisations.models import Organisation, ServicePoint

from .sockets import Concern, Scope, concerns

FRESH = timedelta(days=90)


@concerns
def unverified(scope: Scope) -> list[Concern]:
    if scope.organisation:
        return []
    stale = Q(verified_on=None) | Q(verified_on__lt=timezone.localdate() - FRESH)
    organisations = Organisation.objects.current().filter(stale)
    points = ServicePoint.objects.current().filter(stale)
    if scope.district:
        organisations = organisations.in_district(scope.district)
        points = points.in_district(scope.district)
    both = organisations.values("pk").union(points.values("pk"), all=True)
    return [
        Concern(
            "unverified",
            _("Alamat direktori yang lama tidak diperiksa"),
            both.count(),
            _("Lebih dari 90 hari, atau belum pernah."),
            tone="neutral",
        )
    ]
