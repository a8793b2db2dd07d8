"""Is every part of the house alive? Heartbeat rows, so that no request talks to the broker; no personal data."""

from datetime import timedelta

from django.db import Error, connection
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ltsa.notifications.models import Heartbeat, Notification

# A part that has not been seen for this long is down: three missed beats of five seconds.
SEEN_WITHIN = timedelta(seconds=15)
PARTS = ("broker", "worker", "relay", "beat")


LABELS = {
    "database": _("Basis data"),
    "broker": _("Perantara pesan"),
    "worker": _("Pengirim surel"),
    "relay": _("Penghubung"),
    "beat": _("Penjadwal"),
}


def part_rows(state: dict) -> list[dict]:
    """[{label, alive}] of each part for the system page."""
    return [{"label": label, "alive": bool(state[part])} for part, label in LABELS.items()]


def health() -> dict:
    """{"database", "broker", "worker", "relay", "beat": bool, "oldest_pending_seconds": int, "degraded": bool}."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        beats = dict(Heartbeat.objects.values_list("part", "at"))
        oldest = (
            Notification.objects.due()
            .order_by("created_at")
            .values_list("created_at", flat=True)
            .first()
        )
    except Error:
        return {"database": False} | dict.fromkeys(PARTS) | {"degraded": True}
    now = timezone.now()
    parts = {part: part in beats and now - beats[part] < SEEN_WITHIN for part in PARTS}
    return {
        "database": True,
        **parts,
        "oldest_pending_seconds": int((now - oldest).total_seconds()) if oldest else 0,
        "degraded": not all(parts.values()),
    }
