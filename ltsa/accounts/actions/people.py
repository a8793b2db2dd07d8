"""What can be done to people's accounts. Each is one transaction with its audit line and its line in the ledger.

Who may is asked here, not only in the pages (ltsa/accounts/authority.py): PermissionDenied. What cannot be done as asked
is a ValidationError that names the field. What needs a second person is proposals.py and resets.py.
"""

from allauth.mfa.models import Authenticator
from django.contrib.auth.validators import ASCIIUsernameValidator
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from ltsa.audit.actions import record
from ltsa.notifications.actions import believe_address, post_mail
from ltsa.versions import update_row

from ..authority import How, how_to_change, how_to_post
from ..invitations import mailed_invitation_link
from ..leaving import houses
from ..models import User
from .ledger import Act, still_acting, write_act
from .postings import create_posting, end_access, hand_on_work, lock_person


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
    actor = still_acting(by, posting["organisation"])
    if how_to_post(posting["organisation"], posting["role"], by=actor) != How.ALONE:
        raise PermissionDenied
    person = new_person(
        username=username, full_name=full_name, email=email, language=language, by=by
    )
    create_posting(person, act=Act.INVITE, by=by, **posting)
    send_invitation(person)
    return person


def new_person(
    *, username: str, full_name: str, email: str, language: str = "id", by: User | None
) -> User:
    """An account without a password and without a posting. Raises ValidationError keyed by field."""
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
    return person


@transaction.atomic
def reinvite_person(person: User, *, by: User) -> User:
    """Send the link to choose a password once more; the older link stops working when one is used."""
    _check_change(Act.REINVITE, person, by=by)
    if not person.email or not person.is_active:
        raise ValidationError(_("Undangan perlu surel dan akun yang aktif."))
    if person.has_usable_password():
        raise ValidationError(_("Orang ini sudah punya kata sandi; ia dapat memakai “Lupa sandi”."))
    send_invitation(person)
    record("change", person, fields=["invitation"], by=by)
    write_act(Act.REINVITE, person, by=by)
    return person


def send_invitation(person: User) -> None:
    context = {"url": mailed_invitation_link(person)}
    send_account_mail("account/email/invitation", person.email, context, user=person)


@transaction.atomic
def change_person(person: User, *, version: int, by: User, **fields) -> User:
    """Correct name, mail or language. Raises ltsa.versions.Stale, and ValidationError for a mail that is hers alone.

    The mail of whoever reaches restricted records is asked for (resets.py), not changed here.
    """
    _check_change(Act.CHANGE_NAME, person, by=by)
    moved = fields["email"].strip().lower() != User.objects.get(pk=person.pk).email
    if moved and how_to_change(Act.CHANGE_MAIL, person, by=still_acting(by)) != How.ALONE:
        raise ValidationError(
            {"email": _("Surel orang ini hanya diubah oleh ia sendiri atau lewat permintaan.")}
        )
    _change(person, version=version, fields=fields, by=by)
    write_act(Act.CHANGE_MAIL if moved else Act.CHANGE_NAME, person, by=by)
    return person


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
def disable_person(
    person: User, *, successor: User | None = None, note: str = "", by: User
) -> User:
    """Nobody signs in with this account until it is enabled; the posting stays, the open work goes to `successor`."""
    _check_change(Act.DISABLE, person, by=by)
    hand_on_work(person, houses(person), to=successor, note=note, by=by)
    return _set_active(person, False, by=by)


@transaction.atomic
def enable_person(person: User, *, by: User) -> User:
    _check_change(Act.ENABLE, person, by=by)
    return _set_active(person, True, by=by)


@transaction.atomic
def reset_second_factor(person: User, *, by: User) -> User:
    """For a lost phone: TOTP, passkeys and recovery codes go, and so do all sessions; the person is told.

    That of whoever reaches restricted records is asked for (resets.py): PermissionDenied here.
    """
    actor = still_acting(by, *houses(person))
    lock_person(person)
    if how_to_change(Act.RESET_FACTOR, person, by=actor) != How.ALONE:
        raise PermissionDenied
    return drop_second_factor(person, by=by)


def drop_second_factor(person: User, *, by: User | None) -> User:
    """In the caller's transaction, who has asked whether it may be done."""
    if Authenticator.objects.filter(user=person).delete()[0]:
        end_access(person)
        record("change", person, fields=["second_factor"], by=by)
        write_act(Act.RESET_FACTOR, person, by=by)
        if person.email:
            send_account_mail("account/email/second_factor_reset", person.email, {}, user=person)
    return person


def _set_active(person: User, active: bool, *, by: User) -> User:
    if User.objects.filter(pk=person.pk).exclude(is_active=active).update(is_active=active):
        record("change", person, fields=["is_active"], by=by)
        write_act(Act.ENABLE if active else Act.DISABLE, person, by=by)
    person.is_active = active
    if not active:
        end_access(person)
    return person


def _check_change(act: str, person: User, *, by: User) -> None:
    """Under the lock of her organisations and of herself: two who end each other at once are one after the other."""
    actor = still_acting(by, *houses(person))
    lock_person(person)
    if not how_to_change(act, person, by=actor):
        raise PermissionDenied
