"""The case types as /kelola/jenis-kasus/ lists them."""

from django.urls import reverse
from django.utils.translation import gettext as _

from services.codes import Phase

from .lists import day_of
from .models import CaseType


def own_rows(user) -> list[dict]:
    """Those of her district: in use first, ended ones after them."""
    rows = CaseType.objects.managed_by(user).order_by("code")
    return [
        _line(row)
        | {
            "ended": day_of(row.ended_on),
            "edit_url": reverse("cases:case_type_edit", args=[row.pk]),
            "end_url": reverse("cases:case_type_end", args=[row.pk]),
        }
        for row in sorted(rows, key=lambda row: (row.ended_on is not None, row.code))
    ]


def shared_rows() -> list[dict]:
    return [_line(row) for row in CaseType.objects.filter(district=None)]


def _line(row: CaseType) -> dict:
    labels = dict(Phase.choices)
    phases = ", ".join(str(labels[code]) for code in row.phases.split(",") if code in labels)
    bar = _("tidak boleh dimediasi") if row.mediation_bar else ""
    return {
        "code": row.code,
        "label": str(row),
        "text": " · ".join(part for part in (phases, row.get_priority_display(), bar) if part),
        "sensitive": row.sensitive,
    }
