from django.db import models

from ltsa.access import Permission


class LetterTextQuerySet(models.QuerySet):
    """The standard texts of a district, newest first."""

    def managed_by(self, user):
        """Those of her own district; MASTER_DATA_MANAGE is asked by the door."""
        district = user.posting.district_id if user.posting else None
        return self.filter(district=district) if district else self.none()

    def newest(self, district: str | None, kind: str):
        return self.filter(district=district, kind=kind).order_by("-version").first()

    def newest_of_each(self):
        return self.order_by("kind", "-version").distinct("kind")


class LetterQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those she made, a supervisor those of her office; no restricted one: they are reached by `about` alone."""
        if user.posting is None or not user.can(Permission.CASE_SEE):
            return self.none()
        own = self.filter(organisation=user.posting.organisation_id, restricted=False)
        return own if user.can(Permission.OWN_ORGANISATION_SEE) else own.filter(by=user)

    def about(self, *subjects):
        """Of these cases or referrals, which the caller got through their own visible_to; without the PDFs."""
        return self.filter(subject__in=subjects).defer("content", "sheet").order_by("-made_at")
