"""What a deadline says to people: how much is left, or how late it is."""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def left_text(due_at: datetime, now: datetime | None = None) -> tuple[str, bool]:
    """("sisa 5 jam", False) or ("terlambat 2 hari", True)."""
    left = due_at - (now or timezone.now())
    late, hours = left < timedelta(), int(abs(left.total_seconds()) // 3600)
    if late:
        if hours >= 24:
            return ngettext("terlambat %(n)s hari", "terlambat %(n)s hari", hours // 24) % {
                "n": hours // 24
            }, True
        return ngettext("terlambat %(n)s jam", "terlambat %(n)s jam", hours) % {"n": hours}, True
    if hours < 1:
        return _("sisa kurang dari 1 jam"), False
    if hours >= 48:
        return _("sisa %(n)s hari") % {"n": hours // 24}, False
    return ngettext("sisa %(n)s jam", "sisa %(n)s jam", hours) % {"n": hours}, False


def due_text(due_at: datetime) -> str:
    """ "25 Nov 2026, 10.00"; for midnight the day that ends with it."""
    local = timezone.localtime(due_at)
    if (local.hour, local.minute) == (0, 0):
        return _("akhir %(day)s") % {"day": date_format(local - timedelta(minutes=1), "j M Y")}
    return f"{date_format(local, 'j M Y')}, {time_format(local)}"
