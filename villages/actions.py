"""What is done with a village request: handed in, corrected, answered by a call, finished.

The desk calls the family within 24 hours (domain 4.3); the volunteer never asks about violence (domain 6).
"""

from datetime import timedelta

from django.db import transaction
from django.http import QueryDict
from django.utils import timezone

from ltsa.audit.actions import record
from ltsa.audit.reasons import RevealReason
from ltsa.clocks.actions import start_clock, stop_clock
from ltsa.codes import random_code
from ltsa.drafts.actions import find_draft, save_draft
from ltsa.timeline.actions import write_event

from . import notices, transitions
from .codes import Relation
from .models import VillageRequest

CALL_WITHIN = timedelta(hours=24)

# What the volunteer writes down, and may correct.
GIVEN = (
    "reporter_name",
    "relation",
    "migrant_name",
    "destination",
    "last_contact_on",
    "phone",
    "phone_safe",
    "needs",
    "urgent",
    "consent",
)


@transaction.atomic
def hand_in_request(given: dict, *, by) -> VillageRequest:
    """A volunteer hands in what a family of her village asks for; `given` holds the fields of GIVEN."""
    village = by.posting.village
    now = timezone.now()
    request = VillageRequest.objects.create(
        **{name: given[name] for name in GIVEN},
        code=random_code(f"LTSA-{village.district_code.replace('.', '')}"),
        village=village,
        district_id=village.district_code,
        created_by=by,
        created_at=now,
        call_due_at=now + CALL_WITHIN,
    )
    write_event("village_request.hand_in", request, by=by)
    record("create", request, fields=GIVEN, by=by)
    notices.request_waiting(request, by=by)
    start_clock("village_call", request, district=request.district, started_at=now, by=by)
    return request


@transaction.atomic
def correct_request(request: VillageRequest, given: dict, *, version: int, by) -> VillageRequest:
    """The volunteer mends her own entry within 24 hours, while nobody has called yet.

    Raises transitions.NotPossible, ltsa.versions.Stale (saved meanwhile, on her other phone).
    """
    changes = {name: given[name] for name in GIVEN if given[name] != getattr(request, name)}
    was_urgent = request.urgent
    request = transitions.move(request, "correct", version=version, changes=changes, by=by)
    record("change", request, fields=changes, by=by)
    if request.urgent and not was_urgent:
        notices.request_waiting(request, by=by)
    return request


@transaction.atomic
def handle_request(request: VillageRequest, *, by) -> VillageRequest:
    """The desk has called the family and works on it now."""
    changes = {"handled_by": by, "handled_at": timezone.now()}
    request = transitions.move(request, "handle", changes=changes, by=by)
    stop_clock("village_call", request, by=by)
    return request


@transaction.atomic
def finish_request(request: VillageRequest, *, by) -> VillageRequest:
    return transitions.move(request, "finish", by=by)


@transaction.atomic
def draft_client(request: VillageRequest, *, path: str, by) -> VillageRequest:
    """Fill the officer's form at `path` for a new client with what the family gave, unless she has begun it.

    Through a draft, because a query string would put a name and a phone number into the address bar and the logs.
    """
    if find_draft(by, path) is not None:
        return request
    if request.phone:
        why = RevealReason.REGISTER
        record("reveal", request, fields=["phone"], why=why, about=request, by=by)
    herself = request.relation == Relation.SELF
    fields = {
        "full_name": request.reporter_name,
        "phone": request.phone,
        "phone_safe": request.phone_safe if request.phone else "",
        "village": request.village_id,
        "client_type": "" if herself else "family",
        "phase": "" if herself else "during",
        "destination": request.destination,
    }
    body = QueryDict(mutable=True)
    body.update({name: value for name, value in fields.items() if value})
    save_draft(path, body, by_id=by.pk)
    return request
