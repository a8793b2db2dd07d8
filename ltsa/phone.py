"""Phone numbers as people write them, and as they are stored: E.164, of any country.

A migrant's number is often one of Hong Kong or Taiwan, and often a neighbour's. A number that could exist is
taken: refusing a real one at the desk costs more than storing a wrong one.
"""

import re
import unicodedata

import phonenumbers
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

HOME_REGION = "ID"

_ALLOWED = re.compile(r"[0-9+().\-/\s]+", re.ASCII)
_NOT_DIGIT = re.compile(r"[^0-9]", re.ASCII)
_INDONESIAN_MOBILE = re.compile(r"\+628[1-9][0-9]{7,10}", re.ASCII)
_USUAL = re.compile(r"(?:0|\+62)(8[1-9][0-9]{7,10})", re.ASCII)
_LONGEST_INPUT = 40


def normalise(text: str) -> str:
    """``0812-3456-7890``, ``62812…``, ``+62 812…``, ``00852…`` as E.164; ``""`` stays ``""``.

    Raises ValidationError (code ``phone``) with a text for the field when it cannot be a number.
    """
    visible = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    plain = unicodedata.normalize("NFKC", visible).strip()
    if not plain:
        return ""
    # The two usual forms need no library: a book of ten thousand lines asks for each of them twice.
    if usual := _USUAL.fullmatch(plain):
        return f"+62{usual[1]}"
    if len(plain) > _LONGEST_INPUT or not _ALLOWED.fullmatch(plain):
        raise _refusal()
    try:
        number = phonenumbers.parse(_with_country(plain), HOME_REGION)
    except phonenumbers.NumberParseException as error:
        raise _refusal() from error
    if number.country_code == phonenumbers.country_code_for_region(HOME_REGION):
        # The library keeps the trunk zero of a number that it finds too short.
        number.italian_leading_zero = None
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    if e164.startswith("+628"):
        possible = _INDONESIAN_MOBILE.fullmatch(e164) is not None
    else:
        reason = phonenumbers.is_possible_number_with_reason(number)
        possible = reason == phonenumbers.ValidationResult.IS_POSSIBLE
    if not possible:
        raise _refusal()
    return e164


def _with_country(text: str) -> str:
    digits = _NOT_DIGIT.sub("", text)
    if text.startswith(("+", "(+")):
        return f"+{digits}"
    if digits.startswith("00"):
        return f"+{digits[2:]}"
    # A landline of Siantar (0622) without its zero would look the same, but nobody writes it so.
    if digits.startswith("62"):
        return f"+{digits}"
    return digits


def _refusal() -> ValidationError:
    return ValidationError(
        _("Nomor telepon tidak dikenali. Contoh: 0812 3456 7890 atau +852 6123 4567."), code="phone"
    )


def display(e164: str) -> str:
    """``0812-3456-7890`` at home, ``+852 6123 4567`` abroad; a text that is no number as it is."""
    try:
        number = phonenumbers.parse(e164, None)
    except phonenumbers.NumberParseException:
        return e164
    at_home = number.country_code == phonenumbers.country_code_for_region(HOME_REGION)
    formats = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(
        number, formats.NATIONAL if at_home else formats.INTERNATIONAL
    )


def mask(e164: str) -> str:
    """``+62*******7890``: the country and the last four digits; stars alone for any other text."""
    try:
        number = phonenumbers.parse(e164, None)
    except phonenumbers.NumberParseException:
        return "*" * min(len(e164), 15)
    country, rest = f"+{number.country_code}", str(number.national_number)
    if len(rest) < 8:
        return country + "*" * len(rest)
    return country + "*" * (len(rest) - 4) + rest[-4:]
