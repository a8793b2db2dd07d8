from django.db import models
from django.db.models import Q

from ltsa.access import Permission


class VillageProfileQuerySet(models.QuerySet):
    """A public directory: everybody may see which villages have a service point."""

    def in_district(self, code: str):
        return self.filter(village_id__startswith=f"{code}.")


class VillageRequestQuerySet(models.QuerySet):
    def visible_to(self, user):
        """A volunteer her own entries; the district's government desks those of their district."""
        seen = Q(pk__in=[])
        if user.can(Permission.VILLAGE_REQUEST_CREATE):
            seen |= Q(created_by=user)
        if (
            user.can(Permission.VILLAGE_REQUEST_HANDLE)
            and user.posting.organisation.kind == "government"
        ):
            seen |= Q(district=user.posting.district_id)
        return self.filter(seen)

    def waiting(self):
        return self.filter(state="received")
