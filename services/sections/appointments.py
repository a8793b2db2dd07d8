"""What comes next for this client: appointments, and follow-ups that were promised to her."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.access import Permission as P

from ..calendar import appointment_rows, day_in_words, still_ahead
from ..client_page import Asking, Section, section
from ..lists import addresses
from ..merged import hers
from ..models import Appointment, CounsellingSession

NEWEST = 30


@section(10)
def next_steps(migrant, user) -> Asking:
    if not user.can(P.SESSION_SEE):
        return None
    known, owed = yield (
        Appointment.objects.visible_to(user).filter(hers(migrant)).order_by("-at")[:NEWEST],
        _owed(migrant, user),
    )
    rows = [
        {
            "url": row["url"],
            "title": _("Janji %(day)s") % {"day": f"{row['day']}, {row['time']}"},
            "text": row["channel"],
            "tag": row["tag"],
            "tone": row["tone"],
        }
        for row in appointment_rows(still_ahead(known))
    ]
    actions = []
    if user.can(P.SESSION_CREATE):
        actions = [(_("Buat janji"), reverse("services:appointment_create", args=[migrant.pk]))]
    return Section(
        title=_("Langkah berikut"),
        rows=rows + _follow_ups(owed),
        subjects=[row.pk for row in known],
        actions=actions,
        empty=_("Belum ada janji atau tindak lanjut."),
    )


def _owed(migrant, user):
    promised = CounsellingSession.objects.visible_to(user).filter(
        hers(migrant), follow_up_on__isnull=False, voided_at__isnull=True
    )
    return promised.order_by("follow_up_on")[:10]


def _follow_ups(owed: list[CounsellingSession]) -> list[dict]:
    today = timezone.localdate()
    url_of = addresses("services:session_detail")
    return [
        {
            "url": url_of(row.pk),
            "title": _("Tindak lanjut %(day)s") % {"day": day_in_words(day)},
            "text": row.get_channel_display(),
            "tag": _("terlambat") if day < today else _("dijanjikan"),
            "tone": "burning" if day < today else "info",
        }
        for row in owed
        if (day := row.follow_up_on)
    ]
