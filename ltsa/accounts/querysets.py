from django.db import models
from django.db.models import Q
from django.utils import timezone

from ltsa.access import Permission

from .permissions import ROLES


class UserQuerySet(models.QuerySet):
    def holding(self, permission: Permission):
        """Active people whose posting of today gives them this permission."""
        today = timezone.localdate()
        roles = [role for role, held in ROLES.items() if permission in held]
        return (
            self.filter(is_active=True)
            .filter(
                Q(postings__ends_on__isnull=True) | Q(postings__ends_on__gt=today),
                postings__starts_on__lte=today,
                postings__role__in=roles,
            )
            .distinct()
        )

    def working_for(self, organisation):
        """Combine with holding() in this order: working_for(x) & holding(y) would join twice."""
        return self.filter(pk__in=organisation.postings.current().values("user"))

    def visible_to(self, user):
        """Whom a manager of people may see: her district's, her organisation's, or herself."""
        if user.can(Permission.PEOPLE_MANAGE_DISTRICT):
            return self.filter(postings__organisation__district=user.posting.district_id).distinct()
        if user.can(Permission.PEOPLE_MANAGE_OWN):
            return self.filter(postings__organisation=user.posting.organisation_id).distinct()
        return self.filter(pk=user.pk)


class PostingQuerySet(models.QuerySet):
    def current(self):
        """The last day of a posting is the day it no longer counts: ending it today ends access at once."""
        today = timezone.localdate()
        return self.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=today), starts_on__lte=today)

    def with_place(self):
        return self.select_related("user", "organisation__district", "service_point", "village")

    def visible_to(self, user):
        if user.can(Permission.PEOPLE_MANAGE_DISTRICT):
            return self.filter(organisation__district=user.posting.district_id)
        if user.can(Permission.PEOPLE_MANAGE_OWN):
            return self.filter(organisation=user.posting.organisation_id)
        return self.filter(user=user)
