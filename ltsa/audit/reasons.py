"""Why a number is shown in full: one of a list, and in words only where the list does not know it."""

import re

from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

LEAST_LETTERS = 12


class RevealReason(TextChoices):
    CALL = "call", gettext_lazy("Menelepon klien atau keluarganya")
    CHECK_IDENTITY = "check_identity", gettext_lazy("Mencocokkan identitas")
    LETTER = "letter", gettext_lazy("Mengisi surat atau formulir")
    REFERRAL = "referral", gettext_lazy("Mengurus rujukan")
    REGISTER = "register", gettext_lazy("Mendaftarkan klien")
    EMERGENCY = "emergency", gettext_lazy("Keadaan darurat")
    OTHER = "other", gettext_lazy("Alasan lain")


def check_reason(why: str, words: str) -> None:
    """Raises ValidationError when it is none of the list, or another one that says nothing."""
    if why not in RevealReason.values:
        raise ValidationError({"why": _("Pilih alasan dari daftar.")})
    if why == RevealReason.OTHER and not _says_something(words):
        raise ValidationError(
            {"words": _("Tulis alasannya dengan jelas, paling sedikit tiga kata.")}
        )


def _says_something(words: str) -> bool:
    found = re.findall(r"[^\W\d_]{2,}", words)
    return len(set(found)) >= 3 and sum(map(len, found)) >= LEAST_LETTERS
