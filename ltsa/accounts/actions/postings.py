"""What can be done to postings: giving, moving, extending, ending. Each is one transaction with audit and ledger.

Who may is asked here (ltsa/accounts/authority.py): PermissionDenied. A ValidationError names its field.
"""

from datetime import date

from allauth.usersessions.models import UserSession
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.areas.models import Area
from ltsa.audit.actions import record
from ltsa.organisations.models import Organisation, ServicePoint
from ltsa.signin.devices import forget_devices

from ..authority import How, how_to_end, how_to_post
from ..leaving import hand_on, heirs, houses, waiting
from ..models import ApiToken, Posting, User
from ..permissions import Role
from .ledger import Act, still_acting, write_act


@transaction.atomic
def post_person(person: User, *, by: User, **posting) -> Posting:
    """Give someone without a posting a new one.

    Keywords: role, organisation, [service_point, starts_on, ends_on, decree]. A volunteer's service point
    names her village.
    """
    actor = still_acting(by, posting["organisation"])
    lock_person(person)
    if how_to_post(posting["organisation"], posting["role"], by=actor, person=person) != How.ALONE:
        raise PermissionDenied
    return create_posting(person, act=Act.POST, by=by, **posting)


@transaction.atomic
def move_person(
    person: User,
    *,
    by: User,
    starts_on: date | None = None,
    successor: User | None = None,
    note: str = "",
    **posting,
) -> Posting:
    """End what she does now on the day the new posting starts: no gap, no overlap.

    Moving to another house she takes no case along: `successor` goes on with them.
    """
    left = houses(person)
    actor = still_acting(by, posting["organisation"], *left)
    lock_person(person)
    if how_to_post(posting["organisation"], posting["role"], by=actor, person=person) != How.ALONE:
        raise PermissionDenied
    return replace_postings(
        person, starts_on=starts_on, successor=successor, note=note, by=by, **posting
    )


def replace_postings(
    person: User, *, starts_on: date | None, successor: User | None = None, note: str, by, **posting
) -> Posting:
    """In the caller's transaction, who has asked whether it may be done: the old postings end as the new one starts."""
    starts_on = starts_on or timezone.localdate()
    if starts_on < timezone.localdate():
        raise ValidationError({"starts_on": _("Tugas baru mulai hari ini atau sesudahnya.")})
    left = [house for house in houses(person) if house != posting["organisation"]]
    hand_on_work(person, left, to=successor, note=note, by=by)
    for old in person.postings.unended():
        _end(old, on=starts_on, by=by)
    return create_posting(person, act=Act.MOVE, by=by, starts_on=starts_on, **posting)


def post_confirmed(person: User, *, starts_on: date, by: User, **posting) -> Posting:
    """In the transaction of the confirmation (proposals.py): her first posting, or the one in place of what she does."""
    lock_person(person)
    if person.postings.unended().exists():
        return replace_postings(person, starts_on=starts_on, note="", by=by, **posting)
    known = person.postings.exists()
    act = Act.POST if known else Act.INVITE
    return create_posting(person, act=act, starts_on=starts_on, by=by, **posting)


@transaction.atomic
def extend_posting(posting: Posting, *, ends_on: date | None, by: User) -> Posting:
    """Let it go on until another day, or without an end. Days in post do not begin anew."""
    actor = still_acting(by, posting.organisation)
    lock_person(posting.user)
    posting = Posting.objects.with_place().get(pk=posting.pk)
    if not how_to_end(posting, by=actor, act=Act.EXTEND):
        raise PermissionDenied
    if not Posting.objects.unended().filter(pk=posting.pk).exists():
        raise ValidationError({"ends_on": _("Tugas ini sudah berakhir. Beri tugas baru.")})
    if ends_on is not None and ends_on <= max(timezone.localdate(), posting.starts_on):
        raise ValidationError({"ends_on": _("Hari berakhir harus sesudah hari ini.")})
    later = posting.user.postings.exclude(pk=posting.pk).overlapping(posting.starts_on, ends_on)
    if later.exists():
        raise ValidationError({"ends_on": _("Orang ini sudah punya tugas pada masa itu.")})
    posting.ends_on = ends_on
    posting.save(update_fields=["ends_on"])
    record("change", posting, fields=["ends_on"], by=by)
    write_act(Act.EXTEND, posting.user, organisation=posting.organisation, by=by)
    return posting


@transaction.atomic
def end_posting(
    posting: Posting, *, successor: User | None = None, note: str = "", by: User
) -> Posting:
    """End it now. Access stops with it: sessions and API tokens are gone when this returns.

    Raises ValidationError {successor} while she has open work and nobody is named who goes on with it.
    """
    actor = still_acting(by, posting.organisation)
    lock_person(posting.user)
    posting = Posting.objects.with_place().get(pk=posting.pk)
    if not how_to_end(posting, by=actor):
        raise PermissionDenied
    hand_on_work(posting.user, [posting.organisation], to=successor, note=note, by=by)
    posting.refresh_from_db(fields=["starts_on", "ends_on"])
    today = timezone.localdate()
    if posting.ends_on is None or posting.ends_on > today:
        _end(posting, on=today, by=by)
        write_act(Act.END, posting.user, organisation=posting.organisation, by=by)
        if not posting.user.postings.current().exists():
            end_access(posting.user)
    return posting


def hand_on_work(person: User, organisations, *, to: User | None, note: str, by: User) -> None:
    able = heirs(person, organisations)
    nobody = to is None and able.exists() and waiting(person, organisations)
    if nobody or (to is not None and not able.filter(pk=to.pk).exists()):
        raise ValidationError({"successor": _("Pilih siapa yang melanjutkan pekerjaannya.")})
    hand_on(person, organisations, to=to, note=note, by=by)
    if to is not None:
        for organisation in organisations:
            write_act(Act.NAME_SUCCESSOR, to, organisation=organisation, by=by)


def lock_person(person: User) -> None:
    """Two managers who post the same person at once: one after the other."""
    User.objects.select_for_update(of=("self",)).get(pk=person.pk)


def create_posting(
    person: User,
    *,
    role: str,
    organisation: Organisation,
    service_point: ServicePoint | None = None,
    starts_on: date | None = None,
    ends_on: date | None = None,
    decree: str = "",
    act: str,
    by: User,
) -> Posting:
    starts_on = starts_on or timezone.localdate()
    if ends_on is not None and ends_on <= starts_on:
        raise ValidationError({"ends_on": _("Hari berakhir harus sesudah hari mulai.")})
    if person.postings.overlapping(starts_on, ends_on).exists():
        raise ValidationError({"starts_on": _("Orang ini sudah punya tugas pada masa itu.")})
    posting = Posting.objects.create(
        user=person,
        role=role,
        organisation=organisation,
        service_point=_checked(service_point, organisation),
        village=_village(role, service_point),
        starts_on=starts_on,
        ends_on=ends_on,
        decree=decree,
        posted_by=by,
    )
    record("create", posting, fields=["role", "organisation", "starts_on"], by=by)
    write_act(act, person, organisation=organisation, by=by)
    return posting


def _checked(service_point: ServicePoint | None, organisation: Organisation):
    if service_point is not None and service_point.organisation_id != organisation.pk:
        raise ValidationError({"service_point": _("Titik layanan ini milik lembaga lain.")})
    return service_point


def _village(role: str, service_point: ServicePoint | None) -> Area | None:
    if role != Role.VILLAGE_VOLUNTEER:
        return None
    if service_point is None or service_point.area.level != Area.Level.VILLAGE:
        raise ValidationError({"service_point": _("Kader bertugas di satu Titik Layanan Desa.")})
    return service_point.area


def _end(posting: Posting, *, on: date, by: User) -> None:
    """A posting that has not begun by then is called off: it starts and ends on the same day."""
    posting.ends_on = max(on, posting.starts_on)
    posting.save(update_fields=["ends_on"])
    record("change", posting, fields=["ends_on"], by=by)


def end_access(person: User) -> None:
    for session in UserSession.objects.filter(user=person):
        session.end()
    ApiToken.objects.filter(user=person).delete()
    forget_devices(person)
