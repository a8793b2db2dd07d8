from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _


def line_rows(lines) -> list[dict]:
    """[{url, text, code, due, late, when, unread, state, failed}] for the inbox."""
    now = timezone.now()
    return [
        {
            "url": reverse("notifications:open", args=[line.pk]),
            "text": line.get_kind_display(),
            "code": line.code,
            "due": _("jawab sebelum %(when)s") % {"when": _moment(line.due_at)}
            if line.due_at
            else "",
            "late": line.due_at is not None and line.due_at < now,
            "when": _moment(line.created_at),
            "unread": line.read_at is None,
            "emergency": line.emergency,
            "failed": line.state == "failed",
        }
        for line in lines
    ]


def _moment(when) -> str:
    return f"{date_format(localtime(when), 'j M Y')}, {time_format(localtime(when))}"
