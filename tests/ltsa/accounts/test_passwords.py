"""Long enough is not enough: what is tried first is refused, and a phrase of her own is taken."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError


@pytest.mark.parametrize(
    "password",
    [
        "passwordpassword", "Password123456!", "katasandi12345", "satuatap2026!!", "Satu-Atap-2026",
        "qwertyuiop123", "1qaz2wsx3edc", "123456789012", "aaaaaaaaaaaa", "rahasiarahasia1", "P@ssw0rdP@ssw0rd",
        "indonesia1945", "ltsacirebon26", "abcdefghijklm", "poiuytrewq09", "lumbunglumbung7",
    ],
)  # fmt: skip
def test_what_is_guessed_first_is_refused(password):
    with pytest.raises(ValidationError):
        validate_password(password)


@pytest.mark.parametrize(
    "password",
    ["melati-putih-di-pagar", "kebun-teh-di-kaki-gunung", "tujuh sumur di ladang", "mT9-vqLw2xKd"],
)
def test_a_phrase_of_her_own_is_taken(password):
    validate_password(password)
