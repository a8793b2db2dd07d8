"""Care and new union members in numbers (R7, R8): few people each, so every table is suppressed."""

from django.utils.translation import gettext_lazy as _

from ltsa.dashboard.cells import suppressed
from ltsa.dashboard.sockets import Row, Scope, Section, Table, figures
from ltsa.dashboard.suppression import add_up

from .care_counts import Tables, courses_closed, courses_opened, members_joined
from .codes import AgeBand, Phase

HIDDEN = _(
    "Angka 1–4 ditulis <5 agar tidak ada orang yang dapat dikenali; × menutup angka lain agar yang kecil tidak dapat "
    "dihitung; ≥ adalah jumlah paling sedikit bila ada bulan yang tertutup. Dihitung per bulan penuh."
)
SEXES = {"female": _("Perempuan"), "male": _("Laki-laki"), "other": _("Lainnya")}
CHANGES = {
    "better": _("Membaik"),
    "same": _("Sama"),
    "worse": _("Memburuk"),
    "untold": _("Tidak dijawab"),
}


@figures("care", _("Pendampingan psikososial"), order=50)
def care(scope: Scope) -> Section:
    """Opened and closed share no total, so neither uncovers the other."""
    return Section(
        tables=[
            _table(
                "care-opened",
                _("Pendampingan yang dimulai"),
                _("Menurut umur pada hari mulai."),
                _("Umur"),
                dict(AgeBand.choices),
                courses_opened(scope),
            ),
            _table(
                "care-closed",
                _("Pendampingan yang selesai, menurut perubahan keadaan"),
                _("Keadaan menurut klien sendiri, 1 sampai 5, saat selesai dibanding saat mulai."),
                _("Perubahan"),
                CHANGES,
                courses_closed(scope),
            ),
        ]
    )


@figures("union", _("Anggota serikat"), order=60)
def union(scope: Scope) -> Section:
    return Section(
        tables=[
            _table(
                "union-joined",
                _("Anggota baru serikat atau perkumpulan"),
                _("Yang menjadi anggota dalam bulan-bulan periode ini, menurut tahap migrasinya."),
                _("Tahap"),
                dict(Phase.choices),
                members_joined(scope),
            )
        ]
    )


def _table(name: str, title, told, row_title, labels: dict, found: Tables) -> Table:
    months = [
        [[numbers.get((row, sex), 0) for sex in SEXES] for row in labels]
        for numbers in found.values()
    ]
    sums = add_up(months, len(labels), len(SEXES))
    *lines, whole = [[suppressed(total) for total in line] for line in sums]
    return Table(
        name=name,
        title=title,
        definition=[told, HIDDEN],
        row_title=row_title,
        columns=[*SEXES.values(), _("Seluruhnya")],
        rows=[
            Row(row, label, cells)
            for (row, label), cells in zip(labels.items(), lines, strict=True)
        ],
        total=Row("", _("Seluruhnya"), whole),
        chart=None,
    )
