"""Appointments as they are shown: the hour in words, whose, and what else stands at that hour."""

from datetime import date, timedelta

from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from .codes import AppointmentState
from .disclosure import masked_name
from .lists import addresses
from .models import Appointment, Migrant
from .reminders import can_be_reminded, reminder_of

TONES = {
    AppointmentState.PLANNED: "info",
    AppointmentState.KEPT: "good",
    AppointmentState.MISSED: "burning",
    AppointmentState.CANCELLED: "neutral",
}


def day_in_words(day: date) -> str:
    """hari ini, besok, kemarin, else the date."""
    words = {0: _("hari ini"), 1: _("besok"), -1: _("kemarin")}
    return words.get((day - timezone.localdate()).days) or date_format(day, "j M Y")


def knows_name(user) -> Exists:
    """For rows of one client each: whether this reader may know her name, in the same statement."""
    return Exists(Migrant.objects.identified_for(user).filter(pk=OuterRef("migrant")))


def name_of(row) -> str:
    """The client of a row that was annotated with `named=knows_name(user)`."""
    return str(row.migrant) if row.named else masked_name(row.migrant)


def appointment_rows(appointments) -> list[dict]:
    """[{id, url, day, time, channel, tag, tone, officer}]; a planned one whose hour is over waits to be closed."""
    url_of, now = addresses("services:appointment_detail"), timezone.now()
    rows = []
    for row in appointments:
        at = localtime(row.at)
        over = row.state == AppointmentState.PLANNED and row.at < now
        rows.append(
            {
                "id": row.pk,
                "url": url_of(row.pk),
                "day": day_in_words(at.date()),
                "time": f"{time_format(at, 'H.i')} WIB",
                "channel": row.get_channel_display(),
                "tag": _("belum dicatat") if over else row.get_state_display(),
                "tone": "waiting" if over else TONES[AppointmentState(row.state)],
            }
        )
    return rows


def still_ahead(newest_first: list[Appointment]) -> list[Appointment]:
    """Of all appointments of one client: those to come, and the last one when she did not come; soonest first."""
    ahead = [row for row in newest_first if row.state == AppointmentState.PLANNED]
    if newest_first and newest_first[0].state == AppointmentState.MISSED:
        ahead.append(newest_first[0])
    return ahead[::-1]


def clashes_with(appointment: Appointment, user) -> list[dict]:
    """Other appointments of the same officer within half an hour: told, never refused."""
    if appointment.state != AppointmentState.PLANNED:
        return []
    near = timedelta(minutes=29)
    others = Appointment.objects.visible_to(user).filter(
        by=appointment.by_id,
        state=AppointmentState.PLANNED,
        at__range=(appointment.at - near, appointment.at + near),
    )
    return appointment_rows(others.exclude(pk=appointment.pk)[:5])


def appointment_summary(appointment: Appointment) -> list[dict]:
    """Rows for components/summary_list.html."""
    rows = [
        (_("Cara"), appointment.get_channel_display()),
        (_("Tempat, tautan, atau nomor"), appointment.where),
        (_("Petugas"), str(appointment.by)),
        (_("Tempat layanan"), appointment.service_point or appointment.organisation),
    ]
    return [{"term": term, "value": value} for term, value in rows if value]


def reminder_for(appointment: Appointment, user) -> str:
    """The words for her, or nothing when she must not be reminded."""
    may = appointment.safe_to_remind and can_be_reminded(appointment.migrant, user)
    return reminder_of(appointment) if may else ""
