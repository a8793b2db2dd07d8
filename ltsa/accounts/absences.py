"""Somebody is away for some days; her stand-in is told of what falls due meanwhile."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.audit.actions import record

from .models import Absence, User


@transaction.atomic
def add_absence(*, user: User, starts_on, ends_on, stand_in: User, by: User) -> Absence:
    """Raises ValidationError when she is already noted as away on one of these days."""
    User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    meets = Absence.objects.filter(user=user, cancelled_at=None)
    if meets.filter(starts_on__lte=ends_on, ends_on__gte=starts_on).exists():
        raise ValidationError({"starts_on": _("Pada hari itu ia sudah dicatat tidak masuk.")})
    absence = Absence.objects.create(
        user=user, starts_on=starts_on, ends_on=ends_on, stand_in=stand_in, added_by=by
    )
    record("create", user, fields=["absence"], by=by)
    return absence


@transaction.atomic
def cancel_absence(absence: Absence, *, by: User) -> Absence:
    absence = Absence.objects.select_for_update(of=("self",)).get(pk=absence.pk)
    if absence.cancelled_at is None:
        absence.cancelled_at = timezone.now()
        absence.save(update_fields=["cancelled_at"])
        record("change", absence.user, fields=["absence"], by=by)
    return absence
