"""Doubts about what was typed. They warn and never block: help does not depend on a number."""

from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa import nik
from ltsa.encrypted import keyed_hash

from .codes import age_on
from .models import Migrant
from .names import fold

WORKING_AGE = 18  # UU 18/2017 art 5


def doubts(data: dict, *, user, exclude=None) -> list[dict]:
    """[{code, field, message}] for a client's data as typed; looks for doubles only among what `user` may see."""
    found = [
        {"code": doubt.code, "field": doubt.field, "message": str(doubt.message)}
        for doubt in nik.warnings(
            data.get("nik") or "", sex=data.get("sex") or "", birth_date=data.get("birth_date")
        )
    ]
    if _under_age(data):
        found.append(
            {
                "code": "under_18",
                "field": "birth_date" if data.get("birth_date") else "age_band",
                "message": _(
                    "Di bawah 18 tahun: belum boleh bekerja di luar negeri. Layanan tetap diberikan."
                ),
            }
        )
    double = possible_double(data, user=user, exclude=exclude)
    if double is not None:
        found.append(
            {
                "code": "possible_duplicate",
                "field": "full_name",
                "message": _("Mungkin sudah terdaftar: %(code)s. Periksa dulu sebelum melanjutkan.")
                % {"code": double.code},
            }
        )
    return found


def _under_age(data: dict) -> bool:
    born = data.get("birth_date")
    if born:
        return age_on(timezone.localdate(), born) < WORKING_AGE
    return data.get("age_band") == "<18"


def possible_double(data: dict, *, user, exclude=None) -> Migrant | None:
    """A client of the same NIK, or the same folded name in the same village, that this reader may see by name."""
    seen = Migrant.objects.identified_for(user)
    if exclude is not None:
        seen = seen.exclude(pk=exclude.pk)
    number = nik.normalise(data.get("nik") or "")
    if number and (same := seen.filter(nik_hash=keyed_hash(number, "nik")).first()):
        return same
    name, village = data.get("full_name") or "", data.get("village")
    if name and village:
        return seen.filter(search_name=fold(name), village=village).first()
    return None
