"""The complaints of each P3MI in numbers: ordinary cases alone, so nothing has to be hidden."""

from decimal import Decimal

from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from ltsa.dashboard.cells import count, counts
from ltsa.dashboard.sockets import Cell, Row, Scope, Table

from .agency_counts import complaints_by_agency
from .codes import Currency
from .money import in_currency

COLUMNS = [
    _("Pengaduan"),
    _("Masih terbuka"),
    _("Selesai atau ditutup"),
    _("Uang kembali (rupiah)"),
]


def by_agency(scope: Scope) -> Table:
    found = complaints_by_agency(scope)
    sums = [sum(row[place] for row in found) for place in range(2, 6)]
    return Table(
        name="cases-agency",
        title=_("Kasus per P3MI"),
        definition=[
            _(
                "Kasus biasa yang dibuka dalam periode ini, sudah diverifikasi dan ditangani, bukan duplikat."
            ),
            _(
                "Uang kembali: yang sudah diterima klien dari kasus itu sampai %(day)s, dengan kurs hari terima."
            )
            % {"day": date_format(localdate(), "j F Y")},
        ],
        row_title=_("P3MI"),
        columns=COLUMNS,
        rows=[Row(row[0], row[1], [*counts(row[2:5]), _rupiah(row[5])]) for row in found],
        total=Row("", _("Seluruhnya"), [*map(count, sums[:3]), _rupiah(sums[3])]),
    )


def _rupiah(amount) -> Cell:
    whole = Decimal(amount).quantize(Decimal(1))
    return Cell(int(whole), in_currency(whole, Currency.IDR))
