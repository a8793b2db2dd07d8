"""The queue at the desks: a number, a call, done; and how that stands to what was promised (UU 25/2009)."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.audit.actions import record
from ltsa.organisations.models import Organisation, ServiceStandard
from ltsa.organisations.workdays import working_days_after
from ltsa.timeline.actions import write_event

from ..models import DeskVisit, Migrant
from ..transitions import VISITS, move


@transaction.atomic
def take_number(
    *, standard: ServiceStandard, migrant: Migrant | None = None, priority: bool = False, by
) -> DeskVisit:
    """The next number of this office today, for one service of one desk; a name is not needed."""
    today = timezone.localdate()
    # Two officers at the same moment: the second waits here for the first one's number.
    office = Organisation.objects.select_for_update(no_key=True).get(pk=by.posting.organisation_id)
    if standard.desk.organisation_id != office.pk:
        raise ValidationError({"standard": _("Layanan ini bukan dari kantor Anda.")})
    last = DeskVisit.objects.filter(organisation=office, on=today).aggregate(Max("number"))
    visit = DeskVisit(
        on=today,
        number=(last["number__max"] or 0) + 1,
        standard=standard,
        service_point=standard.desk,
        organisation=office,
        district=office.district,
        migrant=migrant,
        priority=priority,
        created_by=by,
    )
    visit.save(force_insert=True)
    write_event("visit.take_number", visit, client=visit.migrant_id, by=by)
    record("create", visit, by=by)
    return visit


@transaction.atomic
def call_visitor(visit: DeskVisit, *, by) -> DeskVisit:
    """Her number is called; somebody who had left and came back is called again."""
    return _move(visit, "call", by=by, called_at=timezone.now(), served_by=by)


@transaction.atomic
def finish_visit(visit: DeskVisit, *, by) -> DeskVisit:
    """Served; from coming to now it is measured against the standard of that day."""
    now = timezone.now()
    return _move(visit, "finish", by=by, done_at=now, in_time=_is_in_time(visit, now))


@transaction.atomic
def leave_queue(visit: DeskVisit, *, by) -> DeskVisit:
    """She went before she was served."""
    return _move(visit, "leave", by=by)


@transaction.atomic
def name_visitor(visit: DeskVisit, *, migrant: Migrant, by) -> DeskVisit:
    """The person of this number is a client who is known here."""
    # Calling her at the same moment must not be lost: both write onto the row as it stands.
    visit = DeskVisit.objects.select_for_update(of=("self",)).get(pk=visit.pk)
    visit.migrant = migrant
    visit.version += 1
    visit.save(update_fields=["migrant", "version"])
    write_event("visit.name", visit, client=migrant.pk, by=by)
    record("change", visit, fields=["migrant"], by=by)
    return visit


def _move(visit: DeskVisit, verb: str, *, by, **changes) -> DeskVisit:
    return move(visit, VISITS, verb, noun="visit", client=visit.migrant_id, by=by, **changes)


def _is_in_time(visit: DeskVisit, now) -> bool:
    """Minutes run from coming; working days are those after the day of coming."""
    standard = visit.standard
    if standard.unit == ServiceStandard.Unit.MINUTES:
        return now - visit.came_at <= timedelta(minutes=standard.limit)
    taken = working_days_after(visit.on, timezone.localdate(now), visit.district_id)
    return taken <= standard.limit
