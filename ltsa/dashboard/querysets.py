from django.db import models
from django.db.models import Q


class BaselineQuerySet(models.QuerySet):
    """Published totals: whoever may open the dashboard may read them."""

    def for_district(self, code: str):
        """Those of the district and those that cover every district; with "" all of them."""
        return self.filter(Q(district=code) | Q(district=None)) if code else self.all()
