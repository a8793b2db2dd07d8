from django.db import models

from ltsa.access import Permission


class AlertQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The officers for data protection: the nation's all of them, a district's her district's; none about herself."""
        if not user.can(Permission.AUDIT_SEE):
            return self.none()
        rows = self.exclude(person=user)
        district = user.posting.district_id
        return rows if district is None else rows.filter(district=district)


class HomeVillageQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Her own answer alone."""
        return self.filter(person=user)
