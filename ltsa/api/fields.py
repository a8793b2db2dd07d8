"""Fields of what is sent to the API. JSON has types, so a number is no text and "yes" is no truth.

What a field takes is what the schema says it takes: schemathesis holds them against each other.
"""

from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from ltsa.areas.models import Area

AREA_CODE = r"^[0-9]{2}(\.[0-9]{2}(\.[0-9]{2}(\.[0-9]{4})?)?)?$"


class Text(serializers.CharField):
    def to_internal_value(self, data):
        if not isinstance(data, str):
            self.fail("invalid")
        return super().to_internal_value(data)


class Choice(serializers.ChoiceField):
    def to_internal_value(self, data):
        if not isinstance(data, str):
            self.fail("invalid_choice", input=type(data).__name__)
        return super().to_internal_value(data)


class Choices(serializers.ListField):
    """Codes of one list, each once, in the order given."""

    def __init__(self, choices, **kwargs):
        super().__init__(child=Choice(choices=choices), max_length=50, **kwargs)

    def to_internal_value(self, data):
        return list(dict.fromkeys(super().to_internal_value(data)))


class Whole(serializers.IntegerField):
    def to_internal_value(self, data):
        if isinstance(data, float) and data.is_integer():
            data = int(data)  # JSON Schema: 1.0 is an integer
        if not isinstance(data, int) or isinstance(data, bool):
            self.fail("invalid")
        return data


class Flag(serializers.BooleanField):
    def to_internal_value(self, data):
        if not isinstance(data, bool):
            self.fail("invalid")
        return data


class Id(serializers.UUIDField):
    def to_internal_value(self, data):
        if not isinstance(data, str) or len(data) != 36:
            self.fail("invalid", value=type(data).__name__)
        return super().to_internal_value(data)


class Row(Id):
    """The id of a row that the sender may see: `rows(user)` is the queryset it is looked up in."""

    default_error_messages = {"unknown": _("Tidak ditemukan.")}

    def __init__(self, rows: Callable, **kwargs):
        self.rows = rows
        super().__init__(**kwargs)

    def to_internal_value(self, data):
        pk = super().to_internal_value(data)
        row = self.rows(self.context["request"].user).filter(pk=pk).first()
        if row is None:
            self.fail("unknown")
        return row


class Place(serializers.RegexField):
    """The Kemendagri code of an area, of any level."""

    default_error_messages = {"unknown": _("Kode wilayah tidak dikenal.")}

    def __init__(self, **kwargs):
        super().__init__(AREA_CODE, max_length=13, **kwargs)

    def run_validation(self, data=serializers.empty):
        code = super().run_validation(data)
        if not isinstance(code, str):
            return code
        area = Area.objects.with_parents().filter(pk=code).first()
        if area is None:
            self.fail("unknown")
        return area

    def to_internal_value(self, data):
        if not isinstance(data, str):
            self.fail("invalid")
        return super().to_internal_value(data)


class Day(serializers.DateField):
    """A day between `past` and `future` days from today."""

    default_error_messages = {
        "early": _("Tanggal ini terlalu lama."),
        "late": _("Tanggal ini terlalu jauh di depan."),
    }

    def __init__(self, *, past: int, future: int, **kwargs):
        self.past, self.future = past, future
        super().__init__(input_formats=["%Y-%m-%d"], **kwargs)

    def to_internal_value(self, data):
        day = super().to_internal_value(data)
        today = timezone.localdate()
        if day < today - timedelta(days=self.past):
            self.fail("early")
        if day > today + timedelta(days=self.future):
            self.fail("late")
        return day


class Moment(serializers.DateTimeField):
    """A point in time between `past` and `future` days from now; without an offset it is the house's time."""

    default_error_messages = {
        "early": _("Waktu ini terlalu lama."),
        "late": _("Waktu ini belum terjadi. Periksa tanggal dan jamnya."),
    }

    def __init__(self, *, past: int, future: float, **kwargs):
        self.past, self.future = timedelta(days=past), timedelta(days=future)
        super().__init__(**kwargs)

    def to_internal_value(self, data):
        at = super().to_internal_value(data)
        now = timezone.now()
        if at < now - self.past:
            self.fail("early")
        if at > now + self.future:
            self.fail("late")
        return at
