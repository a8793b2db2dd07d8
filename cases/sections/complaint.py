"""The complaint on a case's page: who, about whom, for what, and where else it lies (domain 3.4)."""

from collections.abc import Iterable
from decimal import Decimal

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ltsa import phone as phones
from ltsa.access import Permission

from ..case_page import Asking, Block, block
from ..codes import ClaimKind, ClaimState
from ..disclosure import may_work, needs_limits
from ..lists import day_of
from ..models import Case, Claim, ExternalTicket, Recovery, Respondent
from ..money import in_currency

CLAIM_TONES = {"open": "waiting", "partly": "info", "met": "good", "dropped": "neutral"}


def _working(case: Case, user) -> bool:
    return may_work(case, user) and not needs_limits(case)


@block(20)
def complaint_of(case: Case, user) -> Block:
    summary = _complainant(case, user)
    edit = (_("Ubah"), reverse("cases:complaint_edit", args=[case.pk]))
    kinds = (_("Ubah jenis"), reverse("cases:case_types", args=[case.pk]))
    actions = [edit] if _working(case, user) else []
    if actions and not case.restricted:  # of a restricted one the block of her story has it
        actions.append(kinds)
    return Block(
        "complaint",
        _("Pengaduan"),
        actions=actions,
        empty=_("Pelapor lain, tanggal, dan negara kejadian belum ditulis."),
        template="cases/complaint_block.html" if summary else "",
        told={"summary": summary},
        on_paper=not case.restricted,
    )


def _complainant(case: Case, user) -> list[dict]:
    rows = [
        (_("Nama pelapor"), case.complainant),
        (_("Hubungan dengan klien"), case.complainant_relation),
        (_("Nomor HP pelapor"), phones.mask(case.complainant_phone)),
        (_("Aman dihubungi?"), case.get_complainant_phone_safe_display()),
        (_("Surat kuasa"), _("ada") if case.power_of_attorney else ""),
        (_("Tanggal kejadian"), day_of(case.happened_on)),
        (_("Negara kejadian"), case.happened_in),
    ]
    made = [{"term": term, "value": value} for term, value in rows if value]
    for row in made:
        if row["term"] == _("Nomor HP pelapor") and user.can(Permission.CLIENT_REVEAL):
            row["url"] = reverse("cases:complainant_reveal", args=[case.pk])
            row["link_label"] = _("tampilkan")
    return made


@block(21)
def respondents_of(case: Case, user) -> Asking:
    """Those of before too: that they were named is part of the story."""
    found = yield (Respondent.objects.visible_to(user).filter(case=case).select_related("agency"))
    working = _working(case, user)
    add = (_("Tambah pihak"), reverse("cases:respondent_create", args=[case.pk]))
    return Block(
        "respondents",
        _("Pihak yang diadukan"),
        actions=[add] if working else [],
        empty=_("Belum ada. Tambahkan P3MI, sponsor, majikan, atau pihak lain."),
        template="cases/part_block.html" if found else "",
        told={"parts": [_party(row, working) for row in found], "sum": ""},
        on_paper=not case.restricted,
    )


def _party(row: Respondent, working: bool) -> dict:
    kind = str(row.get_kind_display())
    stands = row.removed_at is None
    return {
        "title": str(row),
        "text": " · ".join(
            part for part in (kind if kind != str(row) else "", row.contact) if part
        ),
        "tag": "" if stands else _("tidak lagi diadukan"),
        "tone": "neutral",
        "url": reverse("cases:respondent_edit", args=[row.pk]) if working and stands else "",
    }


@block(22)
def claims_of(case: Case, user) -> Asking:
    """What she asks for, beside what really came."""
    found, came = yield (
        Claim.objects.visible_to(user).filter(case=case),
        Recovery.objects.visible_to(user).filter(case=case, voided_at=None),
    )
    working = _working(case, user)
    received: dict = {}
    for row in came:
        received[row.claim_id] = received.get(row.claim_id, Decimal(0)) + (row.amount or 0)
    add = (_("Tambah tuntutan"), reverse("cases:claim_create", args=[case.pk]))
    return Block(
        "claims",
        _("Tuntutan klien"),
        actions=[add] if working else [],
        empty=_("Belum ada. Tulis apa yang diminta klien: uang, dokumen, atau lainnya."),
        template="cases/part_block.html" if found else "",
        told={
            "parts": [_claim(row, received.get(row.pk), working) for row in found],
            "sum": asked_and_received(found, came),
        },
        on_paper=not case.restricted,
    )


def _claim(row: Claim, received: Decimal | None, working: bool) -> dict:
    title = str(row.get_kind_display())
    if row.amount is not None:
        title = in_currency(row.amount, row.currency)
    came = ""
    if received:
        came = _("diterima %(money)s") % {"money": in_currency(received, row.currency)}
    return {
        "title": title,
        "text": " · ".join(part for part in (came, row.text) if part),
        "tag": row.get_state_display(),
        "tone": CLAIM_TONES[row.state],
        "url": reverse("cases:claim_edit", args=[row.pk]) if working else "",
    }


def asked_and_received(claims: Iterable[Claim], came: Iterable[Recovery]) -> str:
    """Diminta HKD 18.400 dan Rp5.000.000 · diterima HKD 9.200: each currency by itself, given up claims left out."""
    asked: dict[str, Decimal] = {}
    got: dict[str, Decimal] = {}
    for claim in claims:
        if claim.kind == ClaimKind.MONEY and claim.state != ClaimState.DROPPED and claim.amount:
            asked[claim.currency] = asked.get(claim.currency, Decimal(0)) + claim.amount
    for row in came:
        if row.amount is not None:
            got[row.currency] = got.get(row.currency, Decimal(0)) + row.amount
    if not asked:
        return ""
    told = _("Diminta %(asked)s. Diterima %(got)s.")
    return told % {"asked": _sums(asked), "got": _sums(got) or _("belum ada")}


def _sums(sums: dict[str, Decimal]) -> str:
    return ", ".join(in_currency(sums[code], code) for code in sorted(sums))


@block(23)
def tickets_of(case: Case, user) -> Asking:
    found = yield ExternalTicket.objects.visible_to(user).filter(case=case)
    working = _working(case, user)
    add = (_("Catat tiket"), reverse("cases:ticket_create", args=[case.pk]))
    return Block(
        "tickets",
        pgettext("daftar", "Tiket luar"),
        actions=[add] if working else [],
        empty=_("Belum ada nomor SiskoP2MI, polisi, SIMFONI, atau LAPOR!."),
        template="cases/part_block.html" if found else "",
        told={"parts": [_ticket(row, working) for row in found], "sum": ""},
        on_paper=not case.restricted,
    )


def _ticket(row: ExternalTicket, working: bool) -> dict:
    days = _("sejak %(day)s") % {"day": day_of(row.opened_on)}
    if row.ended_on:
        days = _("%(since)s, selesai %(day)s") % {"since": days, "day": day_of(row.ended_on)}
    return {
        "title": f"{row.get_system_display()} {row.number}",
        "text": " · ".join(part for part in (days, row.note) if part),
        "tag": pgettext("tiket", "selesai") if row.ended_on else pgettext("tiket", "berjalan"),
        "tone": "good" if row.ended_on else "info",
        "url": reverse("cases:ticket_edit", args=[row.pk]) if working else "",
    }
