"""Doubts about what was typed. They warn and never block: help does not depend on a number."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ltsa import nik

from .codes import age_on
from .doubles import candidates

WORKING_AGE = 18  # UU 18/2017 art 5
UNDER_AGE = gettext_lazy(
    "Di bawah 18 tahun: belum boleh bekerja di luar negeri. Layanan tetap diberikan."
)


def doubts(data: dict, *, user, exclude=None, doubles=None) -> list[dict]:
    """[{code, field, message}] for a client's data as typed; looks for doubles only among what `user` may see.

    `doubles` are the candidates (services.doubles) when they are known already.
    """
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
                "message": str(UNDER_AGE),
            }
        )
    if doubles is None:
        doubles = candidates(data, user=user, exclude=exclude)
    if doubles:
        codes = ", ".join(one.migrant.code for one in doubles)
        found.append(
            {
                "code": "possible_duplicate",
                "field": "full_name",
                "message": _("Mungkin sudah terdaftar: %(code)s. Periksa dulu sebelum melanjutkan.")
                % {"code": codes},
            }
        )
    return found


def _under_age(data: dict) -> bool:
    born = data.get("birth_date")
    if born:
        return is_under_age(born)
    return data.get("age_band") == "<18"


def is_under_age(born: date) -> bool:
    return age_on(timezone.localdate(), born) < WORKING_AGE
