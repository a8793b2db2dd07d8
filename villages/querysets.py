from django.db import models
from django.db.models import Q

from ltsa.access import Permission


def answers_requests(user) -> bool:
    """The desks of the district's government call the families; a partner's supervisor does not."""
    return user.can(Permission.VILLAGE_REQUEST_HANDLE) and user.posting.organisation.runs_desks


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
        if answers_requests(user):
            seen |= Q(district=user.posting.district_id)
        return self.filter(seen)

    def without_content(self):
        """Code, place, state and clock alone: what lists show, so that a list reveals nobody."""
        return self.defer("reporter_name", "migrant_name", "phone", "needs")

    def waiting(self):
        return self.filter(state="received")
