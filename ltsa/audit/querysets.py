from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from ltsa.access import Permission


class RecordQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The nation's officer for data protection reads all of the trail, a district's that of her district's people."""
        if not user.can(Permission.AUDIT_SEE):
            return self.none()
        district = user.posting.district_id
        return self if district is None else self.of_district(district)

    def of_district(self, district_id: str):
        """Acts of people who were posted in the district on that day."""
        postings = apps.get_model(settings.AUTH_USER_MODEL)._meta.get_field("postings")
        there = postings.related_model.objects.filter(
            Q(ends_on=None) | Q(ends_on__gte=OuterRef("at__date")),
            user=OuterRef("by"),
            organisation__district=district_id,
            starts_on__lte=OuterRef("at__date"),
        )
        return self.filter(Exists(there))

    def about(self, subject):
        """Whatever was done to this record, or for its sake."""
        return self.filter(Q(subject=subject) | Q(about=subject))
