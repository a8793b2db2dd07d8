"""What the audit trail calls the things that were looked at. Apps add theirs in `<app>/events.py`."""

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.utils.translation import gettext_lazy as _

SUBJECTS: dict[str, object] = {
    "accounts.user": _("akun"),
    "accounts.posting": _("penugasan"),
    "audit.record": _("jejak audit"),
    "home:search": _("kotak pencarian"),
    "home:day": _("hari saya"),
    "privacy.alert": _("peringatan"),
    "organisations.organisation": _("lembaga"),
    "organisations.servicepoint": _("titik layanan"),
}


def register(names: dict[str, object]) -> None:
    """Add {"cases.case": name}; the name is a lazy translation."""
    SUBJECTS.update(names)


def subject_name(label: str) -> str:
    return str(SUBJECTS.get(label, label))


def field_name(label: str, name: str) -> str:
    """A field as forms call it; its own name where the model has no such field."""
    try:
        return str(apps.get_model(label)._meta.get_field(name).verbose_name)
    except (LookupError, ValueError, FieldDoesNotExist, AttributeError):
        return name
