"""Cases and referrals in numbers. Ordinary ones are exact; sensitive and restricted ones stand apart, suppressed."""

from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from ltsa.dashboard.cells import count, counts, hours, percent, rows_of, suppressed
from ltsa.dashboard.sockets import (
    Cell,
    Concern,
    Headline,
    Row,
    Scope,
    Section,
    Table,
    concerns,
    figures,
)
from ltsa.dashboard.suppression import add_up

from . import answer_figures, money_figures  # noqa: F401 (register themselves)
from .agency_figures import by_agency
from .codes import CaseState, ReferralState
from .counts import (
    movement,
    ordinary_cases,
    referrals,
    restricted_referrals,
    sensitive_cases,
    silent_partners,
)

ORDINARY = _(
    "Hanya kasus biasa. Kasus terbatas dan jenis peka (kekerasan, perdagangan orang, kesehatan jiwa, dan lainnya) "
    "ada di tabel tersendiri."
)
ANSWER = _(
    "Dijawab: diterima atau ditolak lembaga tujuan, dari semua yang sudah dijawab atau sudah lewat tenggatnya. "
    "Yang berakhir tanpa jawaban sebelum tenggatnya tidak dihitung. "
    "Rujukan dari kasus terbatas tidak ada di sini."
)
SENT_HERE = _("Rujukan biasa yang terkirim dalam periode ini.")
MEDIAN = _("Nilai tengah jam dari rujukan terkirim sampai jawaban pertama.")
HIDDEN = _(
    "Angka 1–4 ditulis <5 agar tidak ada orang yang dapat dikenali; × menutup angka lain agar yang kecil tidak dapat "
    "dihitung; ≥ adalah jumlah paling sedikit bila ada bulan yang tertutup. Dihitung per bulan penuh menurut tanggal "
    "kasus dibuka atau rujukan dikirim. Yang tidak mau dihitung tidak ikut."
)
PARTS = {
    "gbv": _("Kekerasan berbasis gender"),
    "tpo": _("Perdagangan orang dan kerja paksa"),
    "other": _("Jenis peka lain dan kasus terbatas"),
}
SEXES = {"female": _("Perempuan"), "male": _("Laki-laki"), "other": _("Lainnya")}
OPENED = [_("Kasus dibuka"), _("Orang unik"), _("Perempuan"), _("Laki-laki"), _("Lainnya")]
SENT = [_("Rujukan dikirim"), _("Orang unik"), _("Dijawab"), _("Tingkat jawaban")]
NOTHING = ("", "", 0, 0, 0, 0, None, 0, 0)


@figures("cases", pgettext_lazy("daftar", "Kasus"), order=20)
def cases_opened(scope: Scope) -> Section:
    found, labels = ordinary_cases(scope)
    opened, opened_before, closed, closed_before, still_open, adrift = movement(scope)
    compared = scope.period.before() is not None
    return Section(
        headlines=[
            Headline(
                "cases-opened",
                _("Kasus dibuka"),
                ORDINARY,
                count(opened),
                count(opened_before) if compared else None,
            ),
            Headline(
                "cases-closed",
                _("Kasus ditutup"),
                ORDINARY,
                count(closed),
                count(closed_before) if compared else None,
            ),
            Headline(
                "cases-open",
                _("Kasus masih terbuka"),
                _("Kasus biasa yang hari ini belum selesai atau ditutup, kapan pun dibuka."),
                count(still_open),
            ),
        ],
        tables=[_by_state(found), _by_type(found, labels), by_agency(scope), _sensitive(scope)],
        concerns=[
            Concern(
                "no-next-step",
                _("Kasus terbuka tanpa langkah berikut"),
                adrift,
                _("Tanggal langkah berikut kosong atau sudah lewat."),
            )
        ],
    )


def _by_state(found: dict) -> Table:
    return Table(
        name="cases-state",
        leads=True,
        title=_("Kasus menurut status"),
        definition=[_("Kasus yang dibuka dalam periode ini menurut statusnya sekarang."), ORDINARY],
        row_title=_("Status"),
        columns=OPENED,
        rows=rows_of(CaseState, found["state"], len(OPENED)),
        total=_total(found),
    )


def _by_type(found: dict, labels: dict) -> Table:
    named = labels["en" if get_language() == "en" else "id"]
    rows = [Row(code, named[code], counts(numbers)) for code, numbers in found["type"].items()]
    rows.sort(key=lambda row: (-(row.cells[0].value or 0), row.code))
    return Table(
        name="cases-type",
        title=_("Kasus menurut jenis"),
        definition=[_("Kasus yang dibuka dalam periode ini menurut jenis utamanya."), ORDINARY],
        row_title=_("Jenis"),
        columns=OPENED,
        rows=rows,
        total=_total(found),
    )


def _total(found: dict) -> Row:
    return Row("", _("Seluruhnya"), counts(found[""].get("", [0] * len(OPENED))))


def _sensitive(scope: Scope) -> Table:
    months = [
        [[numbers.get((part, sex), 0) for sex in SEXES] for part in PARTS]
        for numbers in sensitive_cases(scope).values()
    ]
    sums = add_up(months, len(PARTS), len(SEXES))
    *lines, whole = [[suppressed(total) for total in line] for line in sums]
    return Table(
        name="cases-sensitive",
        title=_("Kasus terbatas dan jenis peka"),
        definition=[_("Kasus yang dibuka dalam bulan-bulan periode ini."), HIDDEN],
        row_title=_("Kelompok jenis"),
        columns=[*SEXES.values(), _("Seluruhnya")],
        rows=[
            Row(part, label, cells)
            for (part, label), cells in zip(PARTS.items(), lines, strict=True)
        ],
        total=Row("", _("Seluruhnya"), whole),
        chart=None,
    )


@figures("referrals", pgettext_lazy("daftar", "Rujukan"), order=30, forum=True)
def referrals_sent(scope: Scope) -> Section:
    found = referrals(scope)
    now, before = ((found[span][""] or [NOTHING])[0] for span in ("now", "before"))
    compared = scope.period.before() is not None
    return Section(
        headlines=[
            Headline(name, label, told, of(now), of(before) if compared else None, unit)
            for name, label, told, of, unit in (
                ("referrals", SENT[0], SENT_HERE, _sent, ""),
                ("answer-rate", SENT[3], ANSWER, _rate, "points"),
                ("answer-hours", _("Nilai tengah waktu jawab"), MEDIAN, _median, "hours"),
            )
        ],
        tables=[_by_partner(found["now"]), _by_referral_state(found["now"]), _restricted(scope)],
    )


def _sent(row: tuple) -> Cell:
    return count(row[2])


def _rate(row: tuple) -> Cell:
    return percent(row[4], row[5])


def _median(row: tuple) -> Cell:
    return hours(row[6])


def _by_partner(found: dict) -> Table:
    def cells(row: tuple) -> list[Cell]:
        return [*counts(row[2:5]), _rate(row), _median(row), *counts(row[7:])]

    partners = sorted(found["partner"], key=lambda row: (-row[2], row[1]))
    return Table(
        name="referrals-partner",
        title=_("Rujukan menurut lembaga tujuan"),
        definition=[ANSWER, MEDIAN],
        row_title=_("Lembaga tujuan"),
        columns=[*SENT, _("Waktu jawab"), _("Ditolak"), _("Lewat tenggat")],
        rows=[Row(row[0], row[1], cells(row)) for row in partners],
        total=Row("", _("Seluruhnya"), cells((found[""] or [NOTHING])[0])),
        leads=True,
    )


def _by_referral_state(found: dict) -> Table:
    numbers = {row[0]: row[2:4] for row in found["state"]}
    states = rows_of(ReferralState, numbers, 2)
    return Table(
        name="referrals-state",
        title=_("Rujukan menurut status"),
        definition=[_("Rujukan biasa yang terkirim dalam periode ini menurut statusnya sekarang.")],
        row_title=_("Status"),
        columns=SENT[:2],
        rows=[row for row in states if row.code != ReferralState.DRAFT],
        total=Row("", _("Seluruhnya"), counts((found[""] or [NOTHING])[0][2:4])),
    )


def _restricted(scope: Scope) -> Table:
    months = [[[number]] for number in restricted_referrals(scope).values()]
    [[total, _row], _column] = add_up(months, 1, 1)
    return Table(
        name="referrals-restricted",
        title=_("Rujukan dari kasus terbatas"),
        definition=[_("Rujukan yang terkirim dalam bulan-bulan periode ini."), HIDDEN],
        row_title=_("Rujukan"),
        columns=SENT[:1],
        rows=[Row("restricted", _("Dari kasus terbatas"), [suppressed(total)])],
        chart=None,
    )


@concerns
def silence(scope: Scope) -> list[Concern]:
    partners = silent_partners(scope)
    overdue = sum(row[3] for row in partners)
    table = Table(
        name="unanswered",
        title=_("Rujukan yang belum dijawab"),
        definition=[_("Rujukan biasa yang sekarang menunggu jawaban, kapan pun dikirim.")],
        row_title=_("Lembaga tujuan"),
        columns=[_("Belum dijawab"), _("Lewat tenggat"), _("Paling lama menunggu")],
        rows=[
            Row(str(pk), name, [count(waiting), count(late), hours(oldest)])
            for pk, name, waiting, late, oldest in partners
        ],
    )
    return [
        Concern(
            "unanswered",
            _("Rujukan yang belum dijawab"),
            sum(row[2] for row in partners),
            _("%(count)d di antaranya lewat tenggat.") % {"count": overdue},
            tone="burning" if overdue else "waiting",
            table=table if partners else None,
        )
    ]
