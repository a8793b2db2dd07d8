"""Choosing a village: the district's own by sub-district, any other area by its name."""

from itertools import groupby

from django import forms
from django.utils.translation import gettext_lazy as _

from ltsa.areas.models import Area


class VillageField(forms.ChoiceField):
    """A village of one district as a grouped select; the value is the Area, or None when left empty."""

    def offer(self, district_code: str | None) -> None:
        villages = Area.objects.within(district_code or "").filter(level="village")
        rows = villages.select_related("parent").order_by("parent__name", "name")
        self._areas = {area.pk: area for area in rows}
        grouped = groupby(self._areas.values(), key=lambda area: str(area.parent))
        self.choices = [("", _("Pilih desa"))] + [
            (subdistrict, [(area.pk, area.name) for area in areas])
            for subdistrict, areas in grouped
        ]

    def clean(self, value):
        code = super().clean(value)
        return self._areas[code] if code else None

    def holds(self, area: Area) -> bool:
        return area.pk in self._areas


def area_named(text: str) -> Area | None:
    """The area outside the district that someone typed: its code, or the best match of its name."""
    return Area.objects.filter(pk=text).first() or Area.objects.search(text).first()
