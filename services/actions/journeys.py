"""Her migrations, a row each. Her phase of today follows the newest one; what was logged before keeps its own phase."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.audit.actions import record
from ltsa.timeline.actions import write_event
from ltsa.versions import update_row

from ..codes import ClientType, Phase
from ..models import Journey, Migrant

OLDEST = date(1950, 1, 1)
PLANNED_WITHIN = timedelta(days=10 * 365)
TYPE_OF = {
    Phase.BEFORE: ClientType.PROSPECTIVE,
    Phase.DURING: ClientType.IN_SERVICE,
    Phase.AFTER: ClientType.RETURNED,
}


@transaction.atomic
def add_journey(migrant: Migrant, *, by, **told) -> Journey:
    """Raises ValidationError keyed by field for dates that cannot be."""
    _check(told)
    journey = Journey.objects.create(
        migrant=migrant, organisation=by.posting.organisation, created_by=by, **told
    )
    write_event("journey.add", journey, client=migrant.pk, by=by)
    record("create", journey, fields=sorted(name for name, value in told.items() if value), by=by)
    _follow(migrant, by=by)
    return journey


@transaction.atomic
def edit_journey(journey: Journey, *, version: int, by, **told) -> Journey:
    """Raises ltsa.versions.Stale, and ValidationError keyed by field."""
    _check({name: getattr(journey, name) for name in DATES} | told)
    changed = sorted(name for name, value in told.items() if getattr(journey, name) != value)
    journey = update_row(journey, version=version, **told)
    if changed:
        write_event("journey.edit", journey, client=journey.migrant_id, by=by)
        record("change", journey, fields=changed, by=by)
        _follow(journey.migrant, by=by)
    return journey


def note_destination(migrant: Migrant, *, by) -> Journey | None:
    """The first journey of a client who named a destination when she was registered; her phase was just told."""
    if not migrant.destination:
        return None
    journey = first_journey(migrant, by=by)
    journey.save(force_insert=True)
    return journey


def first_journey(migrant: Migrant, *, by) -> Journey:
    """The same, not saved yet: a book of many people saves them together."""
    return Journey(
        migrant=migrant,
        destination=migrant.destination,
        organisation_id=migrant.registered_by_id,
        created_by=by,
        created_at=migrant.created_at,
    )


DATES = ("planned_for", "left_on", "returned_on", "cancelled")


def impossible(told: dict) -> dict[str, str]:
    """What is wrong with these dates, {field: words}."""
    today, errors = timezone.localdate(), {}
    left, returned, planned = (told.get(name) for name in ("left_on", "returned_on", "planned_for"))
    if left and left > today:
        errors["left_on"] = _("Tanggal ini belum tiba. Tulis di “rencana berangkat”.")
    if returned and returned > today:
        errors["returned_on"] = _("Tanggal ini belum tiba. Kosongkan sampai klien pulang.")
    if left and returned and returned < left:
        errors["returned_on"] = _("Tanggal pulang lebih awal daripada tanggal berangkat.")
    if planned and planned > today + PLANNED_WITHIN:
        errors["planned_for"] = _("Rencana ini terlalu jauh. Periksa tahunnya.")
    for name, day in (("left_on", left), ("returned_on", returned), ("planned_for", planned)):
        if day and day < OLDEST:
            errors[name] = _("Tanggal ini terlalu lama. Periksa tahunnya.")
    if told.get("cancelled") and (left or returned):
        errors["cancelled"] = _("Klien sudah berangkat. Kosongkan tanggalnya bila tidak jadi.")
    return errors


def _check(told: dict) -> None:
    if errors := impossible(told):
        raise ValidationError(errors)


def _follow(migrant: Migrant, *, by) -> None:
    """Bring the client's phase, type and destination in line with her journey of now.

    A journey without a date says nothing about her phase. A relative stays a relative.
    """
    kept = Migrant.objects.select_for_update(of=("self",)).get(pk=migrant.pk)
    newest = _of_now(Journey.objects.filter(migrant=kept, cancelled=False))
    if newest is None:
        return
    values = {"destination": newest.destination}
    if _began(newest)[0] != date.min:
        phase = Phase(newest.phase)
        values["phase"] = phase
        if kept.client_type != ClientType.FAMILY:
            values["client_type"] = TYPE_OF[phase]
    changed = {name: value for name, value in values.items() if getattr(kept, name) != value}
    if not changed:
        return
    before = kept.phase
    update_row(kept, version=kept.version, **changed)
    if "phase" in changed:
        moved = {"from": before, "to": changed["phase"]}
        write_event("client.phase", kept, client=kept.pk, detail=moved, by=by)
    record("change", kept, fields=sorted(changed), by=by)


def _of_now(journeys) -> Journey | None:
    """The newest one; but whoever has not come back is abroad, whatever she plans for later."""
    journeys = sorted(journeys, key=_began)
    gone = [journey for journey in journeys if journey.left_on or journey.returned_on]
    if gone and gone[-1].returned_on is None:
        return gone[-1]
    return journeys[-1] if journeys else None


def _began(journey: Journey) -> tuple:
    """Sorts by when it began; one without any date, such as the wish she came with, comes before all others."""
    told = journey.left_on or journey.planned_for or journey.returned_on
    return (told or date.min, journey.created_at)
