"""Who is on duty on which days: she is told of what comes in, her colleagues are not."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ltsa.access import Permission
from ltsa.audit.actions import record

from .models import Duty, User


def may_be_on_duty(organisation):
    """Those of the house who may answer what comes in."""
    return (
        User.objects.holding(Permission.REFERRAL_ANSWER)
        .working_for(organisation)
        .order_by("full_name")
    )


@transaction.atomic
def add_duty(*, user: User, starts_on, ends_on, by: User) -> Duty:
    """Raises PermissionDenied for somebody of another house, ValidationError when she is on duty on one of these days."""
    if by.posting is None:
        raise PermissionDenied
    house = by.posting.organisation
    User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    if not may_be_on_duty(house).filter(pk=user.pk).exists():
        raise PermissionDenied
    meets = Duty.objects.filter(organisation=house, user=user, cancelled_at=None)
    if meets.filter(starts_on__lte=ends_on, ends_on__gte=starts_on).exists():
        raise ValidationError({"starts_on": _("Pada hari itu ia sudah tercatat piket.")})
    duty = Duty.objects.create(
        organisation=house, user=user, starts_on=starts_on, ends_on=ends_on, added_by=by
    )
    record("create", user, fields=["duty"], by=by)
    return duty


@transaction.atomic
def cancel_duty(duty: Duty, *, by: User) -> Duty:
    """Cancelled already is fine."""
    duty = Duty.objects.select_for_update(of=("self",)).get(pk=duty.pk)
    if duty.cancelled_at is None:
        duty.cancelled_at = timezone.now()
        duty.save(update_fields=["cancelled_at"])
        record("change", duty.user, fields=["duty"], by=by)
    return duty


def duty_rows(duties) -> list[dict]:
    """[{pk, who, days, today}]."""
    today = timezone.localdate()
    return [
        {
            "pk": duty.pk,
            "who": duty.user.full_name,
            "days": _days(duty),
            "today": duty.starts_on <= today <= duty.ends_on,
        }
        for duty in duties
    ]


def _days(duty: Duty) -> str:
    first, last = date_format(duty.starts_on, "j M Y"), date_format(duty.ends_on, "j M Y")
    return first if first == last else _("%(start)s sampai %(end)s") % {"start": first, "end": last}
