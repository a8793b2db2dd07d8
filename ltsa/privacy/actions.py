from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.access import Permission
from ltsa.accounts.models import User
from ltsa.areas.models import Area
from ltsa.audit.actions import record
from ltsa.audit.models import Record
from ltsa.notifications.actions import notify
from ltsa.reading import note_kept

from .models import Alert, HomeVillage


def record_reading(*, asked=None, by) -> Record:
    """Reading the trail leaves a trace of its own: who read, and the person or record (its id) that she asked for."""
    made = Record.objects.create(
        verb=Record.Verb.VIEW, subject_type=Record._meta.label_lower, subject=asked, by=by
    )
    note_kept(made.verb)
    return made


@transaction.atomic
def raise_alert(kind: str, *, person, district: str | None, day: date, count: int) -> Alert | None:
    """Tell the officer of the district, or the nation's where there is none. None: she was told of this day before."""
    told = {"kind": kind, "person_id": person, "day": day}
    made = Alert(district_id=district, count=count, **told)
    Alert.objects.bulk_create([made], ignore_conflicts=True)
    if not Alert.objects.filter(pk=made.pk).exists():
        return None
    link = reverse("privacy:alert", args=[made.pk])
    notify(officers_for(district, person), "privacy_alert", subject=made.pk, link=link)
    return made


def officers_for(district: str | None, person) -> list[User]:
    """Who is told of this person: her district's officers, else the nation's; nobody is told of herself."""
    held = User.objects.holding(Permission.AUDIT_SEE).exclude(pk=person)
    officers = [one for one in held if one.posting]
    near = [one for one in officers if district and one.posting.district_id == district]
    return near or [one for one in officers if one.posting.district_id is None]


@transaction.atomic
def look_at_alert(alert: Alert, *, note: str, by) -> Alert:
    """It was looked at, and what came of it; once. Raises ValidationError."""
    row = Alert.objects.select_for_update().get(pk=alert.pk)
    if row.seen_at is not None:
        raise ValidationError({"note": _("Peringatan ini sudah ditandai.")})
    if not note.strip():
        raise ValidationError({"note": _("Tulis apa yang Anda temukan.")})
    row.seen_at, row.seen_by, row.note = timezone.now(), by, note.strip()[:500]
    row.save(update_fields=["seen_at", "seen_by", "note"])
    record("change", row, fields=["note"], by=by)
    return row


@transaction.atomic
def say_home(village: Area | None, *, by) -> None:
    """Where she lives, as she says; None takes it back."""
    if village is None:
        HomeVillage.objects.filter(person=by).delete()
    else:
        HomeVillage.objects.update_or_create(person=by, defaults={"village": village})
    record("change", by, fields=["home_village"], by=by)
