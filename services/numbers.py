"""What is shown masked wherever it is shown; to read it in full is asked for with a reason."""

from django.utils.translation import gettext_lazy as _

from ltsa import nik, phone


def _hide(text: str) -> str:
    """Not even its length."""
    return "****" if text else ""


MASKS = {
    "nik": nik.mask,
    "family_card": nik.mask,
    "passport": phone.mask,
    "phone": phone.mask,
    "code_word": _hide,
}
LABELS = {
    "nik": _("NIK"),
    "family_card": _("Nomor KK"),
    "passport": _("Paspor"),
    "phone": _("Telepon"),
    "code_word": _("Kata sandi"),
}


def masked(row, name: str) -> str:
    """The client's number as it is shown."""
    return MASKS[name](getattr(row, name))
