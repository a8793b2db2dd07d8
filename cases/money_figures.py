"""R6, mediations and money that was recovered (domain 8); registered with the other figures of cases."""

from dataclasses import replace
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from ltsa.dashboard.cells import count, counts, percent
from ltsa.dashboard.sockets import Cell, Headline, Row, Scope, Section, Table, figures

from .codes import Currency
from .money import in_currency
from .money_counts import meetings, promises, recovered

ORDINARY = _("Hanya kasus biasa; kasus terbatas dan jenis peka tidak dihitung di sini.")
MONEY = _(
    "Uang yang benar-benar diterima klien dalam periode ini menurut tanggal terima, tanpa catatan yang dibatalkan."
)
IN_RUPIAH = _("Dalam rupiah menurut kurs dan tanggal kurs yang dicatat pada tiap pembayaran.")
AGREEMENT = _(
    "Sidang mediasi yang berakhir sepakat atau sepakat sebagian, dari semua sidang mediasi yang berakhir."
)
DUE = _("Janji yang jatuh tempo dalam periode ini menurut statusnya sekarang.")


@figures("money", _("Mediasi dan uang diperoleh"), order=35)
def mediations_and_money(scope: Scope) -> Section:
    before = scope.period.before()
    earlier = replace(scope, period=before) if before else None
    found, money = meetings(scope), recovered(scope)
    return Section(
        headlines=[
            Headline(
                "money-rupiah",
                _("Uang diperoleh (Rp)"),
                f"{MONEY} {IN_RUPIAH} {ORDINARY}",
                _rupiah(money),
                _rupiah(recovered(earlier)) if earlier else None,
            ),
            Headline(
                "mediation-agreed",
                _("Tingkat kesepakatan"),
                f"{AGREEMENT} {ORDINARY}",
                percent(found[4], found[3]),
                None,
                "points",
            ),
        ],
        tables=[_recovered(money), _course(found), _promised(promises(scope))],
    )


def _rupiah(money: list[tuple]) -> Cell:
    return _amount(sum((row[4] for row in money), Decimal(0)), Currency.IDR)


def _amount(amount: Decimal, currency: str) -> Cell:
    return Cell(round(float(amount), 2), in_currency(amount, currency))


def _recovered(money: list[tuple]) -> Table:
    labels = dict(Currency.choices)
    return Table(
        name="money-currency",
        title=_("Uang diperoleh menurut mata uang"),
        definition=[MONEY, IN_RUPIAH, ORDINARY],
        row_title=_("Mata uang"),
        columns=[_("Pembayaran"), _("Kasus"), _("Jumlah"), _("Dalam rupiah")],
        rows=[
            Row(code, labels[code], [*counts((paid, cases)), _amount(own, code), _amount(rupiah, Currency.IDR)])
            for code, paid, cases, own, rupiah in money
        ],
        chart=None,
        leads=True,
    )  # fmt: skip


def _course(found: tuple) -> Table:
    labels = {
        "requested": _("Mediasi diajukan"),
        "held": _("Pertemuan diadakan"),
        "mediations": _("Di antaranya sidang mediasi"),
        "ended": _("Sidang mediasi yang berakhir"),
        "agreed": _("Sepakat atau sepakat sebagian"),
        "absent": _("Pihak diadukan tidak datang"),
    }
    return Table(
        name="mediations",
        title=_("Jalannya mediasi"),
        definition=[
            _("Klarifikasi dan mediasi menurut tanggal pengajuan atau pertemuan."),
            ORDINARY,
        ],
        row_title=_("Langkah"),
        columns=[_("Jumlah")],
        rows=[
            Row(code, label, [count(number)])
            for (code, label), number in zip(labels.items(), found, strict=True)
        ],
        chart=None,
    )


def _promised(found: tuple) -> Table:
    whole, kept, broken, owed, late = found
    rows = {
        "kept": (_("Ditepati"), kept),
        "broken": (_("Ingkar"), broken),
        "owed": (_("Masih berjalan"), owed),
        "late": (_("Di antaranya lewat tenggat"), late),
    }
    return Table(
        name="promises",
        title=_("Janji dari klarifikasi dan mediasi"),
        definition=[DUE, ORDINARY],
        row_title=_("Janji"),
        columns=[_("Jumlah"), _("Bagian")],
        rows=[Row(code, label, [count(n), percent(n, whole)]) for code, (label, n) in rows.items()],
        total=Row("", _("Seluruhnya"), [count(whole), percent(whole, whole)]),
        chart=None,
    )
