"""Reminding her of an appointment: only where she said that it is safe, in words that tell nobody anything."""

from datetime import timedelta
from urllib.parse import quote

from django.utils import timezone, translation
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from ltsa.audit.actions import record
from ltsa.audit.reasons import RevealReason

from .codes import Decision, PhoneSafe, Purpose
from .disclosure import is_home, shown_groups
from .merged import records_of
from .models import Appointment, Consent, Migrant


def can_be_reminded(migrant: Migrant, user) -> bool:
    """Her phone is marked safe, and this reader is shown how to reach her; what she told this house since counts too."""
    if not migrant.phone or migrant.phone_safe != PhoneSafe.YES:
        return False
    if migrant.merged_into and migrant.merged_into.phone_safe != PhoneSafe.YES:
        return False
    return "contact" in shown_groups(migrant, user) and not _stopped(migrant, user)


def _stopped(migrant: Migrant, user) -> bool:
    """She told a house that was let in, and does not keep her record, not to reach her."""
    if is_home(migrant, user):
        return False
    here = {"organisation": user.posting.organisation_id, "purpose": Purpose.CONTACT}
    told = Consent.objects.filter(migrant__in=records_of(migrant.pk), **here)
    last = told.exclude(decision=Decision.LATER).order_by("-given_at").first()
    return last is not None and (last.decision == Decision.REFUSED or last.withdrawn_at is not None)


def reminder_of(appointment: Appointment) -> str:
    """What may be sent to her, in her language whoever sends it; no office, no name, no reason (domain 4.2)."""
    at, today = timezone.localtime(appointment.at), timezone.localdate()
    with translation.override("id"):
        if at.date() == today:
            day = _("hari ini")
        elif at.date() == today + timedelta(days=1):
            day = _("besok")
        else:
            day = date_format(at, "l, j F")
        text = _("Halo, ini pengingat janji %(day)s pukul %(time)s. Balas 1 bila bisa.")
        return text % {"day": day, "time": time_format(at, "H.i")}


def open_chat(appointment: Appointment, *, by) -> str:
    """The address that opens a chat with the words in it. The number is shown by it, so the trail has a line."""
    record(
        "reveal",
        appointment.migrant,
        fields=["phone"],
        why=RevealReason.CALL,
        reason=_("Pengingat janji"),
        about=appointment,
        by=by,
    )
    number = appointment.migrant.phone.removeprefix("+")
    return f"https://wa.me/{number}?text={quote(reminder_of(appointment))}"
