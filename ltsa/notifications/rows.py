from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from .models import Notification

# What never arrived; any other state is in order.
TONES = {"failed": "burning", "bounced": "burning"}


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
            "failed": line.state in TONES,
            "state": line.get_state_display(),
        }
        for line in lines
    ]


def delivery_rows(counted) -> list[dict]:
    """[{label, count, tone}] for whoever keeps the machines; `counted` is what `by_delivery` gives."""
    channels, states = dict(Notification.Channel.choices), dict(Notification.State.choices)
    return [
        {
            "label": f"{channels[channel]}: {states[state]}",
            "count": count,
            "tone": TONES.get(state, "neutral"),
        }
        for channel, state, count in counted
    ]


def sent_rows(sent) -> list[dict]:
    """[{channel, when, state, tone}] of messages, without what they were about."""
    return [
        {
            "channel": row.get_channel_display(),
            "when": _moment(row.created_at),
            "state": _("sudah sampai") if row.delivered_at else row.get_state_display(),
            "tone": "good" if row.delivered_at else TONES.get(row.state, "neutral"),
        }
        for row in sent
    ]


def _moment(when) -> str:
    return f"{date_format(localtime(when), 'j M Y')}, {time_format(localtime(when))}"
