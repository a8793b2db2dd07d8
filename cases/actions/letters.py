"""Letters that belong to a case or a referral itself: power of attorney, receipt, referral letter; and taking one back.

Of a restricted case they carry codes alone (domain 4 rules 4 and 12): the names are written in by hand, where they must be.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from ltsa.letters import actions as letters
from ltsa.letters.models import Letter
from ltsa.timeline.actions import write_event

from ..codes import Priority
from ..disclosure import service_labels
from ..models import Case, Referral
from .links import has_accounts
from .notes import check_open

IN_PORTAL = "disampaikan lewat portal setelah rujukan diterima"
BY_HAND = "................................"


@transaction.atomic
def write_power_of_attorney(case: Case, *, holder: str, about: str, until, by) -> Letter:
    """Surat kuasa: she lets `holder`, of this house, act for her in `about` until a day."""
    case = check_open(case, "letter", by=by)
    hidden = case.restricted
    data = {
        "nomor_kasus": case.code,
        "pemberi_kuasa": BY_HAND if hidden else _words(str(case.migrant)),
        "penerima_kuasa": BY_HAND if hidden else _words(holder),
        "keterangan_penerima": _words(str(case.organisation)) if not hidden else "pendamping",
        "urusan": "pelindungan pekerja migran" if hidden else _words(about),
        "berlaku_sampai": until,
    }
    return _make("power_of_attorney", case, data, by=by)


@transaction.atomic
def write_receipt(case: Case, *, giver: str, taker: str, purpose: str, what: list[dict], place: str, by) -> Letter:  # fmt: skip
    """Tanda terima: who handed over what to whom. `what`: [{uraian, jumlah, keterangan}]."""
    case = check_open(case, "letter", by=by)
    hidden = case.restricted
    data = {
        "nomor_kasus": case.code,
        "hari_tanggal": timezone.localdate(),
        "tempat": _words(place),
        "yang_menyerahkan": BY_HAND if hidden else _words(giver),
        "yang_menerima": BY_HAND if hidden else _words(taker),
        "keperluan": "tercatat dalam berkas kasus" if hidden else _words(purpose),
        "rincian": [{name: _words(value) for name, value in line.items()} for line in what],
    }
    return _make("receipt", case, data, by=by)


@transaction.atomic
def write_referral_letter(referral: Referral, *, by) -> Letter:
    """Surat rujukan for the way by hand: the code, the services and the deadline; never more than was consented to."""
    hidden = referral.restricted
    with override("id"):
        data = {
            "kepada": [BY_HAND if hidden else _words(str(referral.to)), "di tempat"],
            "nomor_rujukan": referral.code,
            "klien": referral.case.migrant.code,
            "layanan": BY_HAND if hidden else ", ".join(service_labels(referral)),
            "prioritas": str(Priority(referral.priority).label),
            "tenggat": timezone.localtime(referral.due_at).date(),
            "kebutuhan": IN_PORTAL if has_accounts(referral) else BY_HAND,
            "persetujuan": _ground(referral),
            "narahubung": f"petugas {by.staff_code}",
        }
    letter = letters.make_letter(
        "referral_letter",
        subject=referral.pk,
        organisation=by.posting.organisation,
        data=data,
        restricted=referral.restricted,
        by=by,
    )
    _tell("make", letter, referral.case, by=by)
    return letter


def _ground(referral: Referral) -> str:
    """On which the data travels: her consent, or a supervisor's word instead of it (domain 4 rule 5)."""
    if not referral.override:
        return "Klien telah menyetujui rujukan ini. Persetujuan dapat ditarik kapan saja."
    why = "" if referral.restricted else f" karena: {referral.get_override_display().lower()}"
    return f"Rujukan ini dikirim tanpa persetujuan klien, atas keputusan supervisor{why}."


def _make(kind: str, case: Case, data: dict, *, by) -> Letter:
    letter = letters.make_letter(
        kind,
        subject=case.pk,
        organisation=case.organisation,
        data=data,
        restricted=case.restricted,
        by=by,
    )
    _tell("make", letter, case, by=by)
    return letter


@transaction.atomic
def void_letter(letter: Letter, case: Case, *, reason: str, by) -> Letter:
    """It keeps its number; whoever holds the paper finds it void by its reference."""
    letter = letters.void_letter(letter, reason=reason, by=by)
    _tell("void", letter, case, by=by)
    return letter


def _tell(verb: str, letter: Letter, case: Case, *, by) -> None:
    detail = {"part": str(letter.pk), "kind": letter.kind}
    write_event(f"letter.{verb}", case, client=case.migrant_id, detail=detail, by=by)


def _words(text: str) -> str:
    return " ".join(str(text).split())
