from django.db import models
from django.db.models import Q
from django.utils import timezone


class OrganisationQuerySet(models.QuerySet):
    """Organisations are a public directory: everybody may see which exist."""

    def current(self):
        return self.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=timezone.localdate()))

    def in_district(self, code: str):
        return self.filter(district_id=code)

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

    def of(self, organisation):
        return self.filter(organisation=organisation)
