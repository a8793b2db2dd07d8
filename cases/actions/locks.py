"""Shutting an organisation, an agency, a village or one officer out of a client, even from counts (domain 4 rule 11).

A lock stands in a case and becomes deny grants for every record of its client; they win over every door. What a locked
side had in hand ends in the same transaction. Those who are shut out are never told.
"""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.access import Permission
from ltsa.accounts.models import AgencyTie
from ltsa.audit.actions import record
from ltsa.timeline.actions import write_event
from services.merged import after_merging, records_of
from services.models import AccessGrant

from .. import notices
from ..codes import LockKind, RequestKind
from ..models import AccessRequest, Case, ConflictLock
from ..transitions import NotYours, lock
from .leaving import leave_hand

COLUMN: dict[str, str] = {
    LockKind.ORGANISATION: "organisation",
    LockKind.AGENCY: "agency",
    LockKind.VILLAGE: "village",
    LockKind.PERSON: "user",
}
LONGEST_REASON = 1000


@transaction.atomic
def lock_out(case: Case, *, kind: str, target, reason: str, by) -> ConflictLock:
    """Shut out `target` (an Organisation, Agency, Area of a village, or User). Raises NotYours, ValidationError."""
    case = lock(case)
    _check_hers(case, "lock_out", by)
    if target is None:
        raise ValidationError({kind: _("Pilih siapa yang dikunci.")})
    if not reason.strip():
        raise ValidationError({"reason": _("Tulis alasannya.")})
    _check_target(case, kind, target, by)
    made = ConflictLock.objects.create(
        case=case, kind=kind, reason=reason[:LONGEST_REASON], by=by, **{COLUMN[kind]: target}
    )
    _spread([made])
    leave_hand(case.migrant_id, by=by)
    _tell("add", made, by=by)
    return made


@transaction.atomic
def ask_lift(made: ConflictLock, *, reason: str, by) -> AccessRequest:
    """To let them near her again somebody else decides (cases.actions.requests). Raises NotYours, ValidationError."""
    case = lock(made.case)
    _check_hers(case, "lift_lock", by)
    if not Case.objects.visible_to(by).filter(pk=case.pk).exists():
        raise NotYours("lift_lock")
    if not reason.strip():
        raise ValidationError({"reason": _("Tulis alasannya.")})
    made = lock(made)
    if made.lifted_at is not None:
        raise ValidationError(_("Kunci ini sudah dibuka."), code="lifted")
    if made.requests.waiting().exists():
        raise ValidationError(_("Sudah diminta. Tunggu keputusan orang kedua."), code="asked")
    asked = AccessRequest.objects.create(
        kind=RequestKind.LIFT, case=case, lock=made, reason=reason[:LONGEST_REASON], asked_by=by
    )
    write_event("lock.ask", case, detail={"part": str(made.pk), "kind": made.kind}, by=by)
    record("create", asked, by=by)
    notices.access_asked(asked, by=by)
    return asked


def lift_now(made: ConflictLock, *, reason: str, by) -> ConflictLock:
    """In the transaction of its decision: what they had in hand before does not come back. Lifted already is fine."""
    made = lock(made)
    if made.lifted_at is not None:
        return made
    made.lifted_at, made.lifted_by = timezone.now(), by
    made.lift_reason = reason[:LONGEST_REASON]
    made.save(update_fields=["lifted_at", "lifted_by", "lift_reason"])
    _grants([made]).update(until=made.lifted_at)
    _tell("lift", made, by=by)
    return made


def _check_hers(case: Case, verb: str, by) -> None:
    here = by.posting is not None and by.posting.organisation_id == case.organisation_id
    if not here or not by.can(Permission.CASE_LOCK):
        raise NotYours(verb)


def _check_target(case: Case, kind: str, target, by) -> None:
    if kind not in COLUMN:
        raise ValidationError({"kind": _("Pilih yang dikunci.")})
    if case.locks.filter(lifted_at=None, **{COLUMN[kind]: target}).exists():
        raise ValidationError({kind: _("Kunci ini sudah ada.")}, code="locked_already")
    if _is_house(case, kind, target):
        raise ValidationError(
            {
                kind: _(
                    "Lembaga yang memegang kasus ini tidak dapat dikunci. Serahkan dulu kasusnya."
                )
            },
            code="own_house",
        )
    if _is_herself(kind, target, by):
        raise ValidationError({kind: _("Anda tidak dapat mengunci diri sendiri.")}, code="herself")


def _is_house(case: Case, kind: str, target) -> bool:
    if kind == LockKind.AGENCY:
        tied = AgencyTie.objects.filter(agency=target, ended_at=None)
        return tied.filter(organisation=case.organisation_id).exists()
    return kind == LockKind.ORGANISATION and target.pk == case.organisation_id


def _is_herself(kind: str, target, by) -> bool:
    if kind == LockKind.AGENCY:
        return AgencyTie.objects.of(by).filter(agency=target).exists()
    if kind == LockKind.VILLAGE:
        return by.posting.village_id == target.pk
    return kind == LockKind.PERSON and target.pk == by.pk


def _grants(locks):
    return AccessGrant.objects.current().filter(subject__in=[one.pk for one in locks], deny=True)


def _spread(locks) -> None:
    """Exactly the records of the client whom each lock's case is about are denied, whoever registered them."""
    now = timezone.now()
    wanted = {
        (one.pk, pk): one
        for one in locks
        for pk in records_of(one.case.migrant_id).values_list("pk", flat=True)
    }
    standing = {(grant.subject, grant.migrant_id): grant.pk for grant in _grants(locks)}
    ended = [pk for key, pk in standing.items() if key not in wanted]
    AccessGrant.objects.filter(pk__in=ended).update(until=now)
    AccessGrant.objects.bulk_create(
        AccessGrant(
            migrant_id=migrant,
            organisation_id=one.organisation_id,
            user_id=one.user_id,
            village_id=one.village_id,
            agency_id=one.agency_id,
            reason="conflict",
            subject=one.pk,
            deny=True,
        )
        for (pk, migrant), one in wanted.items()
        if (pk, migrant) not in standing
    )


@after_merging
def carry_locks(clients: list, *, by) -> None:
    """Records became one person's, or two people's again: her locks stand on all of her records, and on no other's."""
    known = set().union(*(records_of(pk).values_list("pk", flat=True) for pk in clients))
    standing = ConflictLock.objects.filter(lifted_at=None, case__migrant__in=known)
    locks = list(standing.select_related("case"))
    if locks:
        _spread(locks)
        leave_hand(locks[0].case.migrant_id, by=by)


def _tell(verb: str, made: ConflictLock, *, by) -> None:
    # Without the client: the lines of her page are read by houses that know nothing of the case.
    write_event(f"lock.{verb}", made.case, detail={"part": str(made.pk), "kind": made.kind}, by=by)
    record("create" if verb == "add" else "change", made, fields=[f"lock.{verb}"], by=by)
    notices.lock_changed(made, by=by)
