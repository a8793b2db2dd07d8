"""Joining a union: offered, and answered freely. Nothing else in the house reads the answer (domain 3.6)."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.audit.actions import record
from ltsa.timeline.actions import write_event

from ..codes import MembershipState
from ..models import Migrant, UnionMembership
from ..transitions import MEMBERSHIPS, move

ANSWERS = (MembershipState.OFFERED, MembershipState.INTERESTED, MembershipState.DECLINED)


@transaction.atomic
def offer_membership(
    migrant: Migrant, *, union=None, association: str = "", level: str = "", answer: str, by
) -> UnionMembership:
    """She was asked, and `answer` is one of ANSWERS. Raises ValidationError while another offer of that union is open."""
    if answer not in ANSWERS:
        raise ValidationError(_("Pilih jawabannya."))
    if union is not None and _is_open(migrant, union):
        raise ValidationError({"union": _("Serikat ini sudah ditawarkan. Lanjutkan yang itu.")})
    membership = UnionMembership.objects.create(
        migrant=migrant,
        union=union,
        association=association,
        level=level,
        state=answer,
        organisation=by.posting.organisation,
        district_id=by.posting.district_id,
        by=by,
    )
    detail = {"to": str(answer)}
    write_event("membership.offer", membership, client=migrant.pk, detail=detail, by=by)
    record("create", membership, by=by)
    return membership


def _is_open(migrant: Migrant, union) -> bool:
    rows = UnionMembership.objects.filter(migrant=migrant, union=union)
    return rows.exclude(state__in=(MembershipState.LEFT, MembershipState.DECLINED)).exists()


@transaction.atomic
def answer_offer(membership: UnionMembership, verb: str, *, by) -> UnionMembership:
    """interest or decline. Raises KeyError for another verb, NotPossible."""
    if verb not in ("interest", "decline"):
        raise KeyError(verb)
    return _move(membership, verb, by=by)


@transaction.atomic
def register_member(
    membership: UnionMembership, *, version: int, agreed: bool, level: str = "", by
) -> UnionMembership:
    """Her name goes to the union. Raises ValidationError without her agreement, NotPossible, Stale."""
    if not agreed:
        raise ValidationError({"agreed": _("Tanpa persetujuannya, namanya tidak diberikan.")})
    told = {"agreed_at": timezone.now(), "level": level}
    return _move(membership, "register", version=version, by=by, **told)


@transaction.atomic
def join_union(
    membership: UnionMembership,
    *,
    version: int,
    joined_on: date,
    card_number: str = "",
    level: str = "",
    by,
) -> UnionMembership:
    """The union took her in. Raises ValidationError for a day to come, NotPossible, Stale."""
    _check_past("joined_on", joined_on)
    told = {"joined_on": joined_on, "card_number": card_number, "level": level}
    return _move(membership, "join", version=version, by=by, **told)


@transaction.atomic
def leave_union(membership: UnionMembership, *, version: int, left_on: date, by) -> UnionMembership:
    """She left, or takes her registration back. Raises ValidationError for a day to come, NotPossible, Stale."""
    _check_past("left_on", left_on)
    if membership.joined_on and left_on < membership.joined_on:
        raise ValidationError({"left_on": _("Tanggal keluar sebelum tanggal masuk.")})
    return _move(membership, "leave", version=version, by=by, left_on=left_on)


def _check_past(name: str, day: date) -> None:
    if day > timezone.localdate():
        raise ValidationError({name: _("Tanggal ini belum terjadi.")})


def _move(membership: UnionMembership, verb: str, *, by, version=None, **changes):
    client = membership.migrant_id
    told = {"noun": "membership", "client": client, "version": version}
    membership = move(membership, MEMBERSHIPS, verb, by=by, **told, **changes)
    record("change", membership, fields=["state", *sorted(changes)], by=by)
    return membership
