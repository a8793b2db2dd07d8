"""The register of agencies as rows and pages: what is known of a P3MI, how fresh it is, how many complained."""

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ltsa.access import Permission

from .models import Agency
from .publicity import is_stale

# Words, colour and shape; terracotta stays for emergencies.
STATUS_LOOKS = {
    Agency.Status.ACTIVE: ("good", "check-circle"),
    Agency.Status.REVOKED: ("waiting", "x-circle"),
    Agency.Status.UNKNOWN: ("neutral", "question-circle"),
}
MOST = 100
# In a line beside the name of a P3MI that a client mentioned.
IN_WORDS = {
    Agency.Status.ACTIVE: gettext_lazy("terdaftar, izin berlaku"),
    Agency.Status.REVOKED: gettext_lazy("izin dicabut"),
    Agency.Status.UNKNOWN: gettext_lazy("izin belum diketahui"),
}


def complaints_in_words(agency: Agency) -> str:
    return ngettext(
        "%(n)d pengaduan terverifikasi", "%(n)d pengaduan terverifikasi", agency.complaints
    ) % {"n": agency.complaints}


def known_of(agency: Agency) -> dict:
    """{name, url, status, words, tone, icon, complaints}: what stands beside an agency wherever it is named."""
    tone, icon = STATUS_LOOKS[Agency.Status(agency.status)]
    return {
        "name": str(agency),
        "url": reverse("agency_detail", args=[agency.pk]),
        "status": agency.get_status_display(),
        "words": IN_WORDS[Agency.Status(agency.status)],
        "tone": tone,
        "icon": icon,
        "complaints": complaints_in_words(agency),
    }


def register_page(q: str, user) -> dict:
    """The list, or what is called like `q`."""
    rows = Agency.objects.named(q) if q else Agency.objects.p3mi_first()
    found = list(rows[: MOST + 1])
    return {
        "rows": [
            known_of(agency)
            | {
                "kind": agency.get_kind_display(),
                "licence": agency.licence,
                "fresh": fresh(agency),
                "count": agency.complaints,
            }
            for agency in found[:MOST]
        ],
        "more": len(found) > MOST,
        "most": MOST,
        "q": q,
        "may_manage": user.can(Permission.MASTER_DATA_MANAGE),
    }


def fresh(agency: Agency) -> str:
    if agency.checked_on is None:
        return _("belum pernah")
    return date_format(agency.checked_on, "j M Y")


def agency_page(agency: Agency, user) -> dict:
    known = known_of(agency)
    rows = [
        (_("Jenis"), agency.get_kind_display()),
        (_("Nomor SIP3MI"), agency.licence or _("belum dicatat")),
        (_("Cabang"), agency.branch or _("kantor pusat")),
        (_("Alamat"), agency.address),
        (_("Telepon"), agency.phone),
        (_("Negara"), agency.country),
        (_("Sumber"), agency.source),
        (_("Terakhir diperiksa"), date_format(agency.checked_on) if agency.checked_on else ""),
    ]
    return {
        "agency": agency,
        "known": known,
        "summary": [{"term": term, "value": value} for term, value in rows if value],
        "stale": is_stale(agency.checked_on),
        "never_checked": agency.checked_on is None,
        "today": timezone.localdate(),
        "may_manage": user.can(Permission.MASTER_DATA_MANAGE),
    }


def import_page(entries) -> dict:
    """The outcome of looking through a list, row by row where something is wrong."""
    wrong = [entry for entry in entries if entry.error]
    fine = [entry for entry in entries if not entry.error]
    return {
        "wrong": [
            {"number": entry.number, "name": entry.told["name"], "error": entry.error}
            for entry in wrong[:MOST]
        ],
        "wrong_count": len(wrong),
        "new_count": sum(entry.agency is None for entry in fine),
        "changed_count": sum(bool(entry.changed) for entry in fine),
        "same_count": sum(entry.agency is not None and not entry.changed for entry in fine),
        "fine_count": len(fine),
    }
