"""The curtain: while it is down the server shows nothing of this session; her password or her PIN opens it."""

from django.contrib.auth.hashers import check_password, make_password
from django.contrib.sessions.backends.base import SessionBase
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.audit.actions import record
from ltsa.signin.models import Pin

from .gate import PasswordGate, tell_of_wrong_tries
from .models import User

FLAG = "curtain"
TRIES = 5
SHORTEST, LONGEST = 4, 8
ROWS = ("01234567890", "09876543210")
# What answers while the curtain is down: itself, the way out, and what shows nothing of anybody.
OPEN_BEHIND_IT = {
    "curtain_draw", "curtain_open", "account_logout", "set_language", "home:theme", "home:healthz",
}  # fmt: skip


def is_drawn(session: SessionBase) -> bool:
    return bool(session.get(FLAG))


def draw(session: SessionBase) -> None:
    session[FLAG] = True


def keep_drawn(session) -> None:
    """A request that began before the curtain came down must not lift it by saving what it had read."""
    if not session.modified or not session.session_key or session.get(FLAG):
        return
    if type(session)(session.session_key).get(FLAG):
        session[FLAG] = True


def lift(request, secret: str) -> None:
    """Open the curtain of this session. Raises ValidationError; too many wrong tries make her wait."""
    person, could_be_pin = request.user, _is_short_number(secret)
    answer = _try_pin(person, secret) if could_be_pin else None
    if answer is None:
        _try_password(request, secret)
    elif not answer:
        raise ValidationError(_("Kata sandi atau PIN salah."), code="wrong")
    request.session.pop(FLAG, None)
    request.session.save()


def _is_short_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and SHORTEST <= len(text) <= LONGEST


def _try_pin(person: User, pin: str) -> bool | None:
    """None: she has no PIN, or it was mistyped too often, and only the password counts. One try at a time."""
    with transaction.atomic():
        kept = Pin.objects.select_for_update().filter(pk=person.pk).first()
        if kept is None or kept.wrong >= TRIES:
            return None
        right = check_password(_bound(person, pin), kept.hashed)
        kept.wrong = 0 if right else kept.wrong + 1
        kept.save(update_fields=["wrong"])
        if not right:
            record("failed_login", person, fields=["pin"], by=None)
            if kept.wrong == TRIES:
                tell_of_wrong_tries(person)
    return right


def _try_password(request, password: str, *, field: str | None = None) -> None:
    person = request.user
    gate = PasswordGate(request, person.username)
    gate.enter()
    # Not person.check_password: it may hash anew, and that would end the session.
    if not check_password(password, person.password):
        gate.failed()
        told = _("Kata sandi salah.") if field else _("Kata sandi atau PIN salah.")
        raise ValidationError({field: told} if field else told, code="wrong")
    gate.passed()
    Pin.objects.filter(pk=person.pk).update(wrong=0)


def _bound(person: User, pin: str) -> str:
    """A new password voids the PIN."""
    return f"{pin}:{person.password}"


def prove_password(request, password: str) -> None:
    """Before her PIN changes: an open screen must not be enough. Raises ValidationError."""
    _try_password(request, password, field="password")


@transaction.atomic
def set_pin(person: User, *, pin: str, by: User) -> Pin:
    if by.pk != person.pk:
        raise ValidationError(_("PIN hanya dipilih oleh pemilik akun."))
    if not _is_short_number(pin):
        raise ValidationError({"pin": _("PIN terdiri dari 4 sampai 8 angka.")})
    if len(set(pin)) == 1 or any(pin in row for row in ROWS):
        raise ValidationError({"pin": _("PIN ini mudah ditebak. Pilih angka lain.")})
    told = {"hashed": make_password(_bound(person, pin)), "wrong": 0, "set_at": timezone.now()}
    kept, _made = Pin.objects.update_or_create(pk=person.pk, defaults=told)
    record("change", person, fields=["pin"], by=by)
    return kept


@transaction.atomic
def remove_pin(person: User, *, by: User) -> None:
    if by.pk != person.pk:
        raise ValidationError(_("PIN hanya dihapus oleh pemilik akun."))
    Pin.objects.filter(pk=person.pk).delete()
    record("change", person, fields=["pin"], by=by)
