"""Whether a mail address is hers: only a link that she opened from a mail to it says so."""

from django.core import signing
from django.utils import timezone

from .models import AddressProof

SALT = "address-proof"
LINK_LASTS = 86_400  # seconds


def is_proved(person) -> bool:
    proof = AddressProof.objects.filter(pk=person.pk).first()
    return bool(person.email) and proof is not None and proof.address == person.email.lower()


def prove_address(person, address: str) -> None:
    """A link mailed to this address was opened by her."""
    told = {"address": address.lower(), "proved_at": timezone.now()}
    AddressProof.objects.update_or_create(pk=person.pk, defaults=told)


def proving_key(person) -> str:
    return signing.dumps([str(person.pk), person.email.lower()], salt=SALT)


def read_proving_key(key: str) -> tuple[str, str]:
    """(user id, address) of a link. Raises signing.BadSignature."""
    user_id, address = signing.loads(key, salt=SALT, max_age=LINK_LASTS)
    return user_id, address
