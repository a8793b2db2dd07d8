"""The case types of a district, beside the nation's. One that is in use keeps what it means; it ends, and old cases keep it."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.areas.models import Area
from ltsa.audit.actions import record
from ltsa.versions import update_row
from services.codes import Phase

from ..codes import MediationBar, Priority
from ..models import Case, CaseType

# What a case was treated by: with another meaning it would be another type.
MEANING = ("sensitive", "mediation_bar")


@transaction.atomic
def add_case_type(*, by, **told) -> CaseType:
    """A type of her own district; its code is given by the system: D3209-01. The same one twice is one.

    Raises ValidationError keyed by field.
    """
    district = _district(by)
    # Two at once wait for each other here, so that no number is given twice.
    Area.objects.select_for_update().get(pk=district)
    told = _checked(told)
    if (
        same := CaseType.objects.filter(district=district, ended_on=None, **told).first()
    ) is not None:
        return same
    _check_name(district, told["label_id"])
    known = CaseType.objects.filter(district=district).count()
    code = f"D{district.replace('.', '')}-{known + 1:02d}"
    row = CaseType(code=code, district_id=district, **told)
    row.save(force_insert=True)
    _tell("create", row, sorted(told), by=by)
    return row


@transaction.atomic
def change_case_type(row: CaseType, *, version: int, by, **told) -> CaseType:
    """Put its words better. Raises Stale; of a type in use what it means for a case cannot change."""
    _own(row, by)
    told = _checked(told)
    _check_name(_district(by), told["label_id"], besides=row)
    if any(getattr(row, name) != told[name] for name in MEANING) and is_used(row):
        words = _("Sudah dipakai kasus. Akhiri jenis ini, lalu buat yang baru.")
        raise ValidationError({"sensitive": ValidationError(words, "in_use")})
    changed = sorted(name for name, value in told.items() if getattr(row, name) != value)
    row = update_row(row, version=version, **told)
    if changed:
        _tell("change", row, changed, by=by)
    return row


@transaction.atomic
def end_case_type(row: CaseType, *, by) -> CaseType:
    """It is offered no more from today on; old cases keep its name. A second time does nothing."""
    _own(row, by)
    row = CaseType.objects.select_for_update(of=("self",)).get(pk=row.pk)
    if row.ended_on is None:
        row = update_row(row, version=row.version, ended_on=timezone.localdate())
        _tell("change", row, ["ended_on"], by=by)
    return row


def is_used(row: CaseType) -> bool:
    return Case.objects.filter(Q(primary_type=row) | Q(secondary_types=row)).exists()


def _district(by) -> str:
    if by.posting is None or not by.posting.district_id:
        raise ValidationError(_("Jenis kasus sendiri hanya untuk admin kabupaten."))
    return by.posting.district_id


def _own(row: CaseType, by) -> None:
    if row.district_id != _district(by):
        raise ValidationError(_("Jenis nasional tidak dapat diubah."), "national")


def _tell(verb: str, row: CaseType, fields: list[str], *, by) -> None:
    """A type has a code and no id: the code stands where a reason would."""
    record(verb, row._meta.label_lower, fields=fields, reason=row.code, by=by)


def _check_name(district: str, name: str, *, besides: CaseType | None = None) -> None:
    same = CaseType.objects.for_district(district).filter(label_id__iexact=name)
    if besides is not None:
        same = same.exclude(pk=besides.pk)
    if same.exists():
        raise ValidationError({"label_id": _("Jenis dengan nama ini sudah ada.")})


def _checked(told: dict) -> dict:
    """Every column of a type. What bars a mediation is always sensitive: the law protects her, not only from talks."""
    names = {name: told[name].strip() for name in ("label_id", "label_en")}
    phases = [phase for phase in Phase.values if phase in told["phases"]]
    bar = told.get("mediation_bar", "")
    errors = {name: _("Wajib diisi.") for name, text in names.items() if not text}
    if not phases:
        errors["phases"] = _("Pilih paling sedikit satu tahap.")
    if told["priority"] not in Priority.values:
        errors["priority"] = _("Pilih prioritas.")
    if bar and bar not in MediationBar.values:
        errors["mediation_bar"] = _("Pilih salah satu.")
    if bar and not told["sensitive"]:
        errors["sensitive"] = _("Jenis yang tidak boleh dimediasi selalu peka.")
    if errors:
        raise ValidationError(errors)
    return names | {
        "phases": ",".join(phases),
        "priority": told["priority"],
        "sensitive": bool(told["sensitive"]),
        "mediation_bar": bar,
    }
