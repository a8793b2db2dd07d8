"""The papers of a mediation: letters that it prints, and proofs that are handed in.

No letter carries the client's address; that of a restricted case carries codes alone, neither a name nor a word of hers
(domain 4 rules 4 and 12).
"""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import override

from ltsa.letters.actions import make_letter

from ..codes import FileKind, HearingResult, Meeting, PromiseKind
from ..models import Case, Hearing, Invitation, Mediation, Respondent
from .files import add_file

# As they are printed: letters are in Indonesian, whatever the officer reads.
MEETING = {
    Meeting.FIRST_CLARIFICATION: "klarifikasi kesatu",
    Meeting.SECOND_CLARIFICATION: "klarifikasi kedua",
    Meeting.MEDIATION: "mediasi",
}
AGREED = (HearingResult.AGREED, HearingResult.PARTLY_AGREED)
KEPT_INSIDE = "tercatat dalam berkas kasus"


def write_invitation(invitation: Invitation, case: Case, *, by):
    """The id of the printed letter."""
    respondent = invitation.mediation.respondent
    house = case.organisation
    phone = f", telepon {house.phone}" if house.phone else ""
    data = _when(invitation.meets_at, invitation.place) | {
        "kepada": _addressee(respondent),
        "nomor_kasus": case.code,
        "acara": MEETING[Meeting(invitation.meeting)],
        "undangan_ke": invitation.number,
        "pengadu": _her(case),
        "pokok_masalah": _matter(case),
        "narahubung": f"{house}{phone}",
    }
    return _print("invitation", case, data, by=by).pk


def write_minutes(hearing: Hearing, case: Case, *, by) -> Hearing:
    """The minutes, and of an agreement the deed that the parties sign."""
    mediation = hearing.mediation
    parties = {
        "nomor_kasus": case.code,
        "pihak_pertama": _her(case),
        "pihak_kedua": _words(str(mediation.respondent)),
        "mediator": _mediator(mediation),
    }
    when = _when(hearing.held_at, hearing.place)
    with override("id"):
        said = {
            "acara": MEETING[Meeting(hearing.meeting)],
            "hadir": _present(hearing, parties),
            "keterangan_pertama": _said(hearing.client_position, case),
            "keterangan_kedua": _said(hearing.respondent_position, case),
            "hasil": str(hearing.get_result_display()),
        }
    hearing.minutes = _print("minutes", case, when | parties | said, by=by).pk
    hearing.save(update_fields=["minutes"])
    if hearing.result in AGREED:
        deed = {name: when[name] for name in ("hari_tanggal", "tempat")} | parties
        _print("settlement", case, deed | {"butir": _items(hearing, case)}, by=by)
    return hearing


def _print(kind: str, case: Case, data: dict, *, by):
    return make_letter(
        kind,
        subject=case.pk,
        organisation=case.organisation,
        data=data,
        restricted=case.restricted,
        by=by,
    )


def _when(moment, place: str) -> dict:
    at = timezone.localtime(moment)
    with override("id"):
        hour = f"{date_format(at, 'H.i')} {at.tzname()}"
    return {"hari_tanggal": at.date(), "pukul": hour, "tempat": _words(place)}


def _her(case: Case) -> str:
    return case.code if case.restricted else _words(case.migrant.full_name)


def _matter(case: Case) -> str:
    if case.restricted or case.primary_type is None:
        return "pelindungan pekerja migran"
    return case.primary_type.label_id.lower()


def _addressee(respondent: Respondent) -> list[str]:
    agency = respondent.agency
    address = agency.address if agency else ""
    lines = [str(respondent), *(line.strip() for line in address.splitlines() if line.strip())]
    return [_words(line) for line in lines][:6] if address else [_words(lines[0]), "di tempat"]


def _mediator(mediation: Mediation) -> str:
    who = mediation.mediator
    if who is None:
        return _words(mediation.mediator_name)
    return who.staff_code if mediation.case.restricted else who.full_name


def _present(hearing: Hearing, parties: dict) -> list[dict]:
    rows = [{"nama": parties["mediator"], "sebagai": "Mediator"}]
    if hearing.client_came:
        rows.append({"nama": parties["pihak_pertama"], "sebagai": "Pihak pertama"})
    if hearing.respondent_came:
        rows.append({"nama": parties["pihak_kedua"], "sebagai": "Pihak kedua"})
    if hearing.present and not hearing.mediation.case.restricted:
        rows.append({"nama": _words(hearing.present), "sebagai": "Hadir juga"})
    return rows


def _said(words: str, case: Case) -> str:
    if case.restricted:
        return KEPT_INSIDE
    return _words(words) or "tidak ada keterangan"


def _items(hearing: Hearing, case: Case) -> list[dict]:
    rows = []
    with override("id"):
        for one in hearing.promises.order_by("number"):
            text = "" if case.restricted else one.text
            rows.append(
                {
                    "isi": _words(text) or str(one.get_kind_display()),
                    "jumlah": (one.amount, one.currency) if one.kind == PromiseKind.MONEY else "-",
                    "tenggat": one.due_on,
                }
            )
    return rows


def _words(text: str) -> str:
    """On one line of a letter."""
    return " ".join(text.split())


def keep_letter(case: Case, upload, *, by):
    """The id of the kept proof of delivery."""
    return add_file(case, upload=upload, kind=FileKind.LETTER, by=by).pk


def keep_receipt(case: Case, upload, *, by):
    return add_file(case, upload=upload, kind=FileKind.PAYMENT_PROOF, by=by).pk
