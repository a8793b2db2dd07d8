"""Encrypted columns: a stolen dump gives no NIK, passport, phone or narrative.

Values are Fernet tokens (cryptography) under the newest of FIELD_KEYS; older keys still read, so keys rotate
by putting a new one first. What must be found again is kept beside it as a keyed hash. Law: UU 27/2022 art 4(2).
"""

import base64
import hashlib
import hmac
import json
from functools import lru_cache
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.db import models
from django.db.models.lookups import Exact


class KeyMissing(Exception):
    """A stored value was written under a key that FIELD_KEYS no longer holds."""


def _derive(secret: str, purpose: str) -> bytes:
    return hashlib.blake2b(secret.encode(), digest_size=32, person=purpose.encode()[:16]).digest()


@lru_cache(maxsize=8)
def _cipher(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(base64.urlsafe_b64encode(_derive(key, "field"))) for key in keys])


def encrypt(text: str) -> str:
    return _cipher(tuple(settings.FIELD_KEYS)).encrypt(text.encode()).decode()


def decrypt(token: str) -> str:
    """The text behind a token. Raises KeyMissing when no key of FIELD_KEYS reads it."""
    try:
        return _cipher(tuple(settings.FIELD_KEYS)).decrypt(token.encode()).decode()
    except InvalidToken as error:
        raise KeyMissing("No key in FIELD_KEYS reads this value.") from error


def encrypt_bytes(content: bytes) -> bytes:
    """A Fernet token without its base64: what a file takes in the column is a quarter less."""
    return base64.urlsafe_b64decode(_cipher(tuple(settings.FIELD_KEYS)).encrypt(content))


def decrypt_bytes(token: bytes) -> bytes:
    """The bytes behind a token. Raises KeyMissing when no key of FIELD_KEYS reads it."""
    try:
        return _cipher(tuple(settings.FIELD_KEYS)).decrypt(base64.urlsafe_b64encode(token))
    except InvalidToken as error:
        raise KeyMissing("No key in FIELD_KEYS reads this value.") from error


def keyed_hash(value: str, purpose: str) -> str:
    """64 hex digits that only the holder of the oldest field key can compute; "" for "".

    The oldest key, because hashes are compared and must not change when a newer key is put first.
    """
    if not value:
        return ""
    key = _derive(settings.FIELD_KEYS[-1], "hash")
    return hmac.new(key, f"{purpose}:{value}".encode(), hashlib.sha256).hexdigest()


class _Unsearchable:
    """Asked whether it is there or empty, and nothing else."""

    name: str

    def get_lookup(self, lookup_name):
        if lookup_name not in ("isnull", "exact"):
            raise TypeError(f"{self.name} is encrypted; look it up by its keyed hash.")
        return super().get_lookup(lookup_name)


class EncryptedTextField(_Unsearchable, models.TextField):
    """Text that is encrypted in the column; it cannot be searched, sorted or compared there."""

    def from_db_value(self, value, expression, connection):
        return decrypt(value) if value else value

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return encrypt(value) if value else value


class EncryptedBinaryField(_Unsearchable, models.BinaryField):
    """A file that is encrypted in the column. Lists leave it out with `defer`: each reading decrypts it."""

    def from_db_value(self, value, expression, connection):
        return decrypt_bytes(bytes(value)) if value else value

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return encrypt_bytes(bytes(memoryview(value))) if value else value


@EncryptedBinaryField.register_lookup
@EncryptedTextField.register_lookup
class IsEmpty(Exact):
    """The only thing to be asked of an encrypted column: whether it is empty (`field=""`)."""

    def __init__(self, lhs, rhs):
        if rhs not in ("", b""):
            raise TypeError("An encrypted column is looked up by its keyed hash.")
        super().__init__(lhs, rhs)


class EncryptedJSONField(EncryptedTextField):
    """A JSON value, encrypted as a whole."""

    # For the type checker: what goes in and comes out is no text.
    _pyi_private_set_type: Any
    _pyi_private_get_type: Any

    def from_db_value(self, value, expression, connection):
        return json.loads(decrypt(value)) if value else None

    def to_python(self, value):
        return value

    def get_prep_value(self, value):
        return None if value is None else super().get_prep_value(json.dumps(value, default=str))
