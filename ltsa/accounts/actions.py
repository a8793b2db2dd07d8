"""What can be done to people and their postings. Each is one transaction with its audit line.

Who may is asked here, not only in the pages (ltsa/accounts/reach.py): PermissionDenied. What cannot be done as asked
is a ValidationError that names the field.
"""

from datetime import date

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth.validators import ASCIIUsernameValidator
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from ltsa.areas.models import Area
from ltsa.audit.actions import record
from ltsa.notifications.actions import believe_address, post_mail
from ltsa.organisations.models import Organisation, ServicePoint
from ltsa.signin.devices import forget_devices
from ltsa.versions import update_row

from .invitations import mailed_invitation_link
from .leaving import hand_on, heirs, houses, waiting
from .models import ApiToken, Posting, User
from .permissions import Role
from .reach import may_change, may_manage, may_take_over, roles_for


def send_account_mail(template: str, address: str, context: dict, *, user: User | None) -> None:
    """Write an account mail into the outbox, in the language of the person; it carries no name and no role."""
    with translation.override(user.language if user else "id"):
        subject = render_to_string(f"{template}_subject.txt", context)
        body = render_to_string(f"{template}_message.txt", context)
    post_mail(address, " ".join(subject.split()), body, user=user)


@transaction.atomic
def invite_person(
    *, username: str, full_name: str, email: str, language: str = "id", by: User, **posting
) -> User:
    """A new person with her first posting (the keywords of post_person) and a mail to choose a password."""
    username, email = username.strip().lower(), email.strip().lower()
    person = User(username=username, full_name=full_name, email=email, language=language)
    person.set_unusable_password()
    ASCIIUsernameValidator()(username)
    if User.objects.filter(username__iexact=username).exists():
        raise ValidationError({"username": _("Nama pengguna ini sudah dipakai. Pilih yang lain.")})
    if not email:
        raise ValidationError({"email": _("Isi surel: tautan undangan dikirim ke sana.")})
    person.full_clean()
    person.save(force_insert=True)
    record("create", person, fields=["username", "full_name", "email", "language"], by=by)
    _post(person, by=by, **posting)
    _send_invitation(person)
    return person


@transaction.atomic
def reinvite_person(person: User, *, by: User) -> User:
    """Send the link to choose a password once more; the older link stops working when one is used."""
    _check_manages(person, by=by)
    if not person.email or not person.is_active:
        raise ValidationError(_("Undangan perlu surel dan akun yang aktif."))
    if person.has_usable_password():
        raise ValidationError(_("Orang ini sudah punya kata sandi; ia dapat memakai “Lupa sandi”."))
    _send_invitation(person)
    record("change", person, fields=["invitation"], by=by)
    return person


def _send_invitation(person: User) -> None:
    context = {"url": mailed_invitation_link(person)}
    send_account_mail("account/email/invitation", person.email, context, user=person)


@transaction.atomic
def change_person(person: User, *, version: int, by: User, **fields) -> User:
    """Correct name, mail or language. Raises ltsa.versions.Stale, and ValidationError for a mail that is hers alone."""
    _check_manages(person, by=by)
    moved = fields["email"].strip().lower() != User.objects.get(pk=person.pk).email
    if moved and not may_take_over(person, by=by):
        raise ValidationError(
            {"email": _("Surel orang ini hanya diubah oleh ia sendiri atau supervisor lembaganya.")}
        )
    return _change(person, version=version, fields=fields, by=by)


@transaction.atomic
def change_profile(person: User, *, version: int, by: User, **fields) -> User:
    """What a person may change about herself. Raises ltsa.versions.Stale."""
    if person.pk != by.pk:
        raise PermissionDenied
    return _change(person, version=version, fields=fields, by=by)


def _change(person: User, *, version: int, fields: dict, by: User) -> User:
    """The old address is told of a new one: whoever changed it could otherwise take the account over unseen."""
    fields["email"] = fields["email"].strip().lower()
    before = User.objects.get(pk=person.pk)
    changed = sorted(name for name, value in fields.items() if getattr(before, name) != value)
    update_row(person, version=version, **fields)
    if changed:
        record("change", person, fields=changed, by=by)
    if "email" in changed:
        believe_address(person)
    if "email" in changed and before.email:
        send_account_mail("account/email/address_changed", before.email, {}, user=before)
    return person


@transaction.atomic
def post_person(person: User, *, by: User, **posting) -> Posting:
    """Give someone without a posting a new one.

    Keywords: role, organisation, [service_point, starts_on, ends_on, decree]. A volunteer's service point
    names her village.
    """
    _check_manages(person, by=by)
    _lock(person)
    return _post(person, by=by, **posting)


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
    _check_manages(person, by=by)
    _lock(person)
    starts_on = starts_on or timezone.localdate()
    if starts_on < timezone.localdate():
        raise ValidationError({"starts_on": _("Tugas baru mulai hari ini atau sesudahnya.")})
    left = [house for house in houses(person) if house != posting["organisation"]]
    _hand_on(person, left, to=successor, note=note, by=by)
    for old in person.postings.unended():
        _end(old, on=starts_on, by=by)
    return _post(person, by=by, starts_on=starts_on, **posting)


@transaction.atomic
def end_posting(
    posting: Posting, *, successor: User | None = None, note: str = "", by: User
) -> Posting:
    """End it now. Access stops with it: sessions and API tokens are gone when this returns.

    Raises ValidationError {successor} while she has open work and nobody is named who goes on with it.
    """
    if not may_change(posting, by=by):
        raise PermissionDenied
    _lock(posting.user)
    _hand_on(posting.user, [posting.organisation], to=successor, note=note, by=by)
    posting.refresh_from_db(fields=["starts_on", "ends_on"])
    today = timezone.localdate()
    if posting.ends_on is None or posting.ends_on > today:
        _end(posting, on=today, by=by)
        if not posting.user.postings.current().exists():
            _end_access(posting.user)
    return posting


@transaction.atomic
def disable_person(
    person: User, *, successor: User | None = None, note: str = "", by: User
) -> User:
    """Nobody signs in with this account until it is enabled; the posting stays, the open work goes to `successor`."""
    _check_manages(person, by=by)
    _hand_on(person, houses(person), to=successor, note=note, by=by)
    return _set_active(person, False, by=by)


def _hand_on(person: User, organisations, *, to: User | None, note: str, by: User) -> None:
    if not waiting(person, organisations):
        return
    able = heirs(person, organisations)
    if (to is None and able.exists()) or (to is not None and not able.filter(pk=to.pk).exists()):
        raise ValidationError({"successor": _("Pilih siapa yang melanjutkan pekerjaannya.")})
    hand_on(person, organisations, to=to, note=note, by=by)


@transaction.atomic
def enable_person(person: User, *, by: User) -> User:
    _check_manages(person, by=by)
    return _set_active(person, True, by=by)


@transaction.atomic
def reset_second_factor(person: User, *, by: User) -> User:
    """For a lost phone: TOTP, passkeys and recovery codes go, and so do all sessions; the person is told."""
    if not may_take_over(person, by=by):
        raise PermissionDenied
    if Authenticator.objects.filter(user=person).delete()[0]:
        _end_access(person)
        record("change", person, fields=["second_factor"], by=by)
        if person.email:
            send_account_mail("account/email/second_factor_reset", person.email, {}, user=person)
    return person


def _set_active(person: User, active: bool, *, by: User) -> User:
    _lock(person)
    if User.objects.filter(pk=person.pk).exclude(is_active=active).update(is_active=active):
        record("change", person, fields=["is_active"], by=by)
    person.is_active = active
    if not active:
        _end_access(person)
    return person


def _check_manages(person: User, *, by: User) -> None:
    if not may_manage(person, by=by):
        raise PermissionDenied


def _lock(person: User) -> None:
    """Two managers who post the same person at once: one after the other."""
    User.objects.select_for_update(of=("self",)).get(pk=person.pk)


def _post(
    person: User,
    *,
    role: str,
    organisation: Organisation,
    service_point: ServicePoint | None = None,
    starts_on: date | None = None,
    ends_on: date | None = None,
    decree: str = "",
    by: User,
) -> Posting:
    if role not in roles_for(organisation, by=by):
        raise PermissionDenied
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


def _end_access(person: User) -> None:
    for session in UserSession.objects.filter(user=person):
        session.end()
    ApiToken.objects.filter(user=person).delete()
    forget_devices(person)
