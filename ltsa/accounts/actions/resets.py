"""A new address or a lifted second factor for whoever reaches restricted records: asked, decided by another, and awaited.

Whoever can do that can become her. So it takes two (grade (b) of second_person.py) and RESET_WAITS_HOURS; the old address, the
supervisors of the organisation and the data protection officer are told when it is asked, and any of them stops it.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.access import Permission
from ltsa.audit.actions import record
from ltsa.notifications.actions import believe_address, notify

from ..authority import BARRIERS, How, how_to_change, reaches_restricted
from ..models import AccountReset, User
from ..officers import data_protection_officers
from ..second_person import givers, may_give_access
from .ledger import Act, organisation_of, still_acting, supervisors_of, write_act
from .people import drop_second_factor, send_account_mail

Kind = AccountReset.Kind
ACT = {Kind.MAIL: Act.CHANGE_MAIL, Kind.SECOND_FACTOR: Act.RESET_FACTOR}


@transaction.atomic
def ask_reset(person: User, *, kind: str, address: str = "", by: User) -> AccountReset:
    """Ask for it: her supervisor, she herself, or the data protection officer where her organisation has nobody.

    Raises PermissionDenied, and ValidationError for an address that is none or is hers already.
    """
    person = User.objects.select_for_update(of=("self",)).get(pk=person.pk)
    organisation = organisation_of(person)
    if organisation is None or kind not in Kind.values:
        raise PermissionDenied
    if by.pk != person.pk:
        actor = still_acting(by, organisation)
        if how_to_change(ACT[Kind(kind)], person, by=actor) != How.WAITS:
            raise PermissionDenied
    elif not reaches_restricted(person):
        raise PermissionDenied
    address = _checked(person, kind, address)
    try:
        with transaction.atomic():
            reset = AccountReset.objects.create(
                person=person, kind=kind, address=address, organisation=organisation, asked_by=by
            )
    except IntegrityError:
        text = _("Sudah ada permintaan yang sama. Hentikan dulu yang itu.")
        raise ValidationError(text, code="asked_already") from None
    record("create", person, fields=[f"reset.{kind}"], by=by)
    _tell(reset, besides=by)
    return reset


def _checked(person: User, kind: str, address: str) -> str:
    if kind != Kind.MAIL:
        return ""
    address = address.strip().lower()
    try:
        validate_email(address)
    except ValidationError:
        raise ValidationError({"address": _("Isi alamat surel yang lengkap.")}) from None
    if address == person.email.lower():
        raise ValidationError({"address": _("Ini sudah surelnya.")})
    return address


def _tell(reset: AccountReset, *, besides: User) -> None:
    """The old address, the supervisors and the data protection officer; she may answer for a person without supervisor."""
    person, organisation = reset.person, reset.organisation
    if person.email:
        send_account_mail("account/email/reset_asked", person.email, {}, user=person)
    people = {one.pk: one for one in supervisors_of(organisation)}
    people |= {one.pk: one for one in data_protection_officers(organisation.district_id)}
    people |= {one.pk: one for one in deciders_of(reset)}
    people[person.pk] = person
    told = [one for pk, one in people.items() if pk != besides.pk]
    notify(told, "account", subject=reset.pk, link=reverse("people:reset", args=[reset.pk]))


def deciders_of(reset: AccountReset) -> list[User]:
    """Who may decide: supervisors of the organisation who are a second person to both, else the data protection officer."""
    asker, organisation = reset.asked_by, reset.organisation
    heads = givers(organisation, to=asker, holding=Permission.PEOPLE_MANAGE_OWN)
    able = [one for one in heads if _is_near(one, reset) and may_give_access(one, to=reset.person)]
    # The only officer of a district asked for it, or is shut out: the nation's decides.
    for district in (organisation.district_id, None):
        able = able or [one for one in data_protection_officers(district) if _is_near(one, reset)]
    return able


def _is_near(one: User, reset: AccountReset) -> bool:
    """Neither who asked nor the person herself, and not shut out of what that person may see."""
    barred = any(bar(one, reset.person) for bar in BARRIERS)
    return one.pk not in (reset.asked_by_id, reset.person_id) and not barred


def may_decide(reset: AccountReset, *, by: User) -> bool:
    is_open = reset.stopped_at is None and reset.done_at is None and reset.decided_at is None
    return is_open and any(one.pk == by.pk for one in deciders_of(reset))


def may_stop(reset: AccountReset, *, by: User) -> bool:
    """Whoever sees it may stop it: she herself, who asked, a supervisor, the data protection officer."""
    is_open = reset.stopped_at is None and reset.done_at is None
    return is_open and AccountReset.objects.visible_to(by).filter(pk=reset.pk).exists()


def due_at(reset: AccountReset) -> datetime:
    return reset.asked_at + timedelta(hours=settings.RESET_WAITS_HOURS)


@transaction.atomic
def decide_reset(reset: AccountReset, *, by: User) -> AccountReset:
    """The second person agrees; it takes effect when its time has come. Raises PermissionDenied."""
    reset = _locked(reset)
    actor = still_acting(by, reset.organisation)
    if not may_decide(reset, by=actor):
        raise PermissionDenied
    reset.decided_by, reset.decided_at = by, timezone.now()
    reset.save(update_fields=["decided_by", "decided_at"])
    record("change", reset.person, fields=[f"reset.{reset.kind}", "decided_by"], by=by)
    _tell(reset, besides=by)
    return carry_out(reset)


@transaction.atomic
def stop_reset(reset: AccountReset, *, by: User) -> AccountReset:
    """It will not happen. Stopped already is fine; done already is PermissionDenied."""
    reset = _locked(reset)
    if reset.stopped_at is not None:
        return reset
    if not may_stop(reset, by=by):
        raise PermissionDenied
    reset.stopped_by, reset.stopped_at = by, timezone.now()
    reset.save(update_fields=["stopped_by", "stopped_at"])
    record("change", reset.person, fields=[f"reset.{reset.kind}", "stopped_by"], by=by)
    _tell(reset, besides=by)
    return reset


def carry_out(reset: AccountReset) -> AccountReset:
    """In a transaction with the row locked: do it once it is decided and awaited; safe to repeat."""
    is_open = reset.stopped_at is None and reset.done_at is None
    if not is_open or reset.decided_at is None or due_at(reset) > timezone.now():
        return reset
    person = reset.person
    if reset.kind == Kind.MAIL:
        _give_address(person, reset)
    else:
        drop_second_factor(person, by=reset.asked_by)
    reset.done_at = timezone.now()
    reset.save(update_fields=["done_at"])
    return reset


def _give_address(person: User, reset: AccountReset) -> None:
    before = person.email
    User.objects.filter(pk=person.pk).update(email=reset.address, version=person.version + 1)
    believe_address(person)
    record("change", person, fields=["email"], by=reset.asked_by)
    write_act(Act.CHANGE_MAIL, person, by=reset.asked_by)
    if before:
        send_account_mail("account/email/address_changed", before, {}, user=person)


def carry_out_due() -> int:
    """All whose time has come; how many were done."""
    done = 0
    waiting = AccountReset.objects.open().filter(decided_at__isnull=False)
    for pk in list(waiting.values_list("pk", flat=True)):
        with transaction.atomic():
            row = AccountReset.objects.select_for_update(of=("self",), skip_locked=True)
            reset = row.select_related("person", "organisation", "asked_by").filter(pk=pk).first()
            if reset is not None and carry_out(reset).done_at is not None:
                done += 1
    return done


def _locked(reset: AccountReset) -> AccountReset:
    rows = AccountReset.objects.select_for_update(of=("self",))
    return rows.select_related("person", "organisation", "asked_by").get(pk=reset.pk)
