"""Answers as they are given at the desk: "27", "17/08/1999"; "14 hari", "2 minggu"."""

import re
from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..codes import age_band_of

OLDEST = 110  # years
LONGEST_DAYS = 730


class AgeField(forms.CharField):
    """An age in years or a birth date; the value is {"birth_date", "age_band"}, and only one of the two is told."""

    def __init__(self, **kwargs):
        super().__init__(**{"max_length": 20, **kwargs})

    def clean(self, value):
        told = super().clean(value).lower().removesuffix("tahun").removesuffix("th").strip()
        if not told:
            return {"birth_date": None, "age_band": ""}
        if told.isascii() and told.isdigit() and int(told) <= OLDEST:
            return {"birth_date": None, "age_band": age_band_of(int(told))}
        return {"birth_date": _birth_date(told), "age_band": ""}


def _birth_date(told: str):
    born = forms.DateField(error_messages={"invalid": UNREADABLE}).clean(told)
    today = timezone.localdate()
    if born > today:
        raise ValidationError(_("Tanggal lahir ada di masa depan. Periksa tahunnya."))
    if born.year < today.year - OLDEST:
        raise ValidationError(_("Tanggal lahir terlalu lama. Periksa tahunnya."))
    return born


UNREADABLE = _("Tulis umur, misalnya 27, atau tanggal lahir, misalnya 17/08/1999.")


# In words of both languages, whichever she reads: "7", "7 hari", "7 hari lagi", "7 days", "2 minggu", "2 weeks".
COUNTED = re.compile(r"([0-9]{1,3})\s*(?:(hari|days?)|(minggu|weeks?))?(?:\s+lagi)?")


class DueField(forms.DateField):
    """A day to come: a date, or in how many days or weeks."""

    widget = forms.DateInput(attrs={"class": "width-date"})

    def to_python(self, value):
        told = COUNTED.fullmatch(str(value or "").lower().strip())
        days = int(told[1]) * (7 if told[3] else 1) if told else 0
        if told and days <= LONGEST_DAYS:
            return timezone.localdate() + timedelta(days=days)
        return super().to_python(value)
