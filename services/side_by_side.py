"""Two records of perhaps one person, field by field, and what would be read together after a merge."""

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from ltsa.gather import ask_together

from .client_page import SECTIONS
from .models import CounsellingSession, Migrant
from .numbers import LABELS, masked

NUMBERS = ("nik", "family_card", "passport", "phone")


def side_by_side(into: Migrant, duplicate: Migrant) -> list[dict]:
    """[{term, stays, goes, differs}] of what either holds; numbers are masked, equal ones are told by their hash."""
    left, right = _told(into), _told(duplicate)
    rows = [
        {"term": term, "stays": text, "goes": right[term], "differs": text != right[term]}
        for term, text in left.items()
    ]
    for name in NUMBERS:
        stays, goes = masked(into, name), masked(duplicate, name)
        differs = getattr(into, f"{name}_hash") != getattr(duplicate, f"{name}_hash")
        rows.append({"term": LABELS[name], "stays": stays, "goes": goes, "differs": differs})
    return [row for row in rows if row["stays"] or row["goes"]] + [
        {"term": term, "stays": stays, "goes": goes, "differs": False}
        for (term, stays), (_term, goes) in zip(_kept(into), _kept(duplicate), strict=True)
    ]


def _told(row: Migrant) -> dict:
    return {
        _("Nama"): str(row),
        _("Nama panggilan"): row.nickname,
        _("Nama di paspor"): row.passport_name,
        _("Jenis kelamin"): row.get_sex_display(),
        _("Tanggal lahir"): date_format(row.birth_date, "j F Y") if row.birth_date else "",
        _("Kelompok umur"): row.age_group,
        _("Desa"): row.village.full_name,
        _("Jenis klien"): row.get_client_type_display(),
        _("Tahap migrasi"): row.get_phase_display(),
        _("Aman dihubungi?"): row.get_phone_safe_display(),
    }


def _kept(row: Migrant) -> list[tuple[str, str]]:
    """Where the record comes from; it says nothing about the person."""
    return [
        (_("Didaftarkan oleh"), str(row.registered_by)),
        (_("Terdaftar"), date_format(localtime(row.created_at), "j M Y")),
    ]


def together(into: Migrant, duplicate: Migrant, user) -> list[dict]:
    """[{term, stays, goes}]: how many rows of each kind this reader sees of either, and nothing that she does not."""
    sessions = CounsellingSession.objects.visible_to(user)
    both = (into, duplicate)
    counted = {_("Konseling"): [sessions.filter(migrant=one).count() for one in both]}
    makers = [make for _order, make in SECTIONS]
    made = ask_together(*(make(one, user) for one in both for make in makers))
    for place, part in enumerate(made):
        if part is not None:
            kind = part.title.partition(":")[0]
            counted.setdefault(kind, [0, 0])[place // len(makers)] += len(part.rows)
    return [
        {"term": term, "stays": str(stays), "goes": str(goes)}
        for term, (stays, goes) in counted.items()
        if stays or goes
    ]
