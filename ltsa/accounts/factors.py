"""The second factor: who needs one, what counts as one, how long a device may go without it."""

import hashlib
from datetime import timedelta

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.stages import AuthenticateStage

from ltsa.access import Permission
from ltsa.encrypted import KeyMissing, decrypt, encrypt
from ltsa.signin.devices import find_device, is_remembered

Type = Authenticator.Type
FACTORS = [Type.TOTP, Type.WEBAUTHN, Type.RECOVERY_CODES]  # a printed sheet is one too

REACHES_THE_RESTRICTED = (
    Permission.CASE_RESTRICTED,
    Permission.PEOPLE_MANAGE_OWN,
    Permission.PEOPLE_MANAGE_DISTRICT,
    Permission.AUDIT_SEE,
    Permission.SYSTEM_SEE,
)
NEEDS_SECOND_FACTOR = (
    *REACHES_THE_RESTRICTED,
    Permission.CLIENT_SEE,
    Permission.CLIENT_SEE_MASKED,
    Permission.CLIENT_REVEAL,
    Permission.CLIENT_SEARCH_DISTRICT,
)
AT_THE_DESK, OF_THE_RESTRICTED = timedelta(days=30), timedelta(hours=12)


def remembered_for(person) -> timedelta:
    return OF_THE_RESTRICTED if person.can(*REACHES_THE_RESTRICTED) else AT_THE_DESK


def mark_of(person) -> str:
    """Another one after a change of password, factors or posting: what was remembered before is void."""
    factors = Authenticator.objects.filter(user=person).order_by("pk").values_list("pk", "type")
    posting = person.posting.pk if person.posting else ""
    parts = [person.pk, person.password, posting, *factors]
    return hashlib.sha256("|".join(map(str, parts)).encode()).hexdigest()


def has_factor(person) -> bool:
    """A sheet whose codes are used up is none."""
    for factor in Authenticator.objects.filter(user=person.pk, type__in=FACTORS):
        if factor.type != Type.RECOVERY_CODES or factor.wrap().get_unused_codes():
            return True
    return False


def codes_left(person) -> int | None:
    """Of the printed sheet; None without one."""
    sheet = Authenticator.objects.filter(user=person, type=Type.RECOVERY_CODES).first()
    return len(sheet.wrap().get_unused_codes()) if sheet else None


class MFAAdapter(DefaultMFAAdapter):
    def encrypt(self, text: str) -> str:
        return encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        """What was written before secrets were encrypted stays readable."""
        try:
            return decrypt(encrypted_text)
        except KeyMissing:
            if encrypted_text.startswith("gAAAA"):
                raise
            return encrypted_text

    def is_mfa_enabled(self, user, types=None) -> bool:
        """Where the library asks for "a real factor" at sign-in, a printed sheet counts."""
        if types is not None and set(types) == {Type.TOTP, Type.WEBAUTHN}:
            types = FACTORS
        return super().is_mfa_enabled(user, types)


class SecondFactorStage(AuthenticateStage):
    """Not asked on a device that she had remembered."""

    def _should_handle(self, request) -> bool:
        person = self.login.user
        if not super()._should_handle(request):
            return False
        device = find_device(request, person.username)
        if device is None or device.remembered_at is None:
            return True
        return not is_remembered(device, mark_of(person), remembered_for(person))
