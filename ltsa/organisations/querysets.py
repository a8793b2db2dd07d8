from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone

DESK_KINDS = ("government", "village")


def runs_desks(prefix: str = "") -> Q:
    """The one-roof desks and the villages, whose clients a desk finds in its district (domain 4.1).

    A government house that works with survivors (UPTD PPA) is none of them: it has the rights, and gives its clients
    the shelter, of a women's organisation.
    """
    return Q(**{f"{prefix}kind__in": DESK_KINDS, f"{prefix}is_women_crisis_centre": False})


class OrganisationQuerySet(models.QuerySet):
    """Organisations are a public directory: everybody may see which exist."""

    def current(self):
        return self.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=timezone.localdate()))

    def in_district(self, code: str):
        return self.filter(district_id=code)

    def managed_by(self, user):
        """Those of her own district; MASTER_DATA_MANAGE is asked by the door."""
        district = user.posting.district_id if user.posting else None
        return self.in_district(district) if district else self.none()

    def unchecked_for(self, span: timedelta):
        """Nobody has looked whether the entry is still true (domain 5: warn after 90 days)."""
        before = timezone.localdate() - span
        return self.filter(Q(verified_on__isnull=True) | Q(verified_on__lt=before))

    def offering(self, code: str):
        return self.filter(offers__code=code)

    def partners_for(self, posting):
        """Whom someone of this posting can refer to: everybody else's current desk in the district."""
        return (
            self.current()
            .in_district(posting.district_id)
            .exclude(pk=posting.organisation_id)
            .exclude(kind="village")
        )


class ServicePointQuerySet(models.QuerySet):
    def current(self):
        return self.filter(Q(closed_on__isnull=True) | Q(closed_on__gt=timezone.localdate()))

    def in_district(self, code: str):
        return self.filter(organisation__district_id=code)

    def managed_by(self, user):
        """Those of her own district; MASTER_DATA_MANAGE is asked by the door."""
        district = user.posting.district_id if user.posting else None
        return self.in_district(district) if district else self.none()

    def of(self, organisation):
        return self.filter(organisation=organisation)


class AgencyQuerySet(models.QuerySet):
    """The register of agencies is public: anybody who works here may look one up."""

    def licensed(self):
        return self.filter(status="active")


class StandardQuerySet(models.QuerySet):
    """What the desks promise is public (maklumat pelayanan)."""

    def current(self):
        today = timezone.localdate()
        return self.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=today), starts_on__lte=today)

    def in_district(self, code: str):
        return self.filter(desk__organisation__district_id=code)

    def managed_by(self, user):
        """Those of her own district; MASTER_DATA_MANAGE is asked by the door."""
        district = user.posting.district_id if user.posting else None
        return self.in_district(district) if district else self.none()
