"""Who was served, and how often: the two numbers that must never be mixed up (domain 8)."""

from django.utils.dateformat import format as format_date
from django.utils.translation import gettext_lazy as _

from ltsa.dashboard.cells import count, counts, rows_of
from ltsa.dashboard.sockets import (
    MEASURES,
    Concern,
    Headline,
    Row,
    Scope,
    Section,
    Table,
    concerns,
    figures,
)

from . import care_figures, desk_figures  # noqa: F401 (sections of their own)
from .codes import AgeBand, Channel, Phase, SessionKind, Sex
from .counts import by_month, gaps, meetings_and_participants, people_and_talks

MEASURES |= {
    "women_served": _("Perempuan pekerja migran dan keluarga yang dilayani"),
    "people_served": _("Pekerja migran yang dilayani"),
    "family_served": _("Anggota keluarga yang dilayani"),
    "union_members": _("Anggota baru serikat atau perkumpulan"),
}
PEOPLE = _("Orang unik")
TALKS = _("Konseling perorangan")
MEETINGS = _("Kegiatan kelompok")
CAME = _("Peserta kelompok")
UNIQUE = _(
    "Orang unik: klien tercatat yang mendapat konseling perorangan atau hadir dengan nama dalam kegiatan kelompok; "
    "dihitung sekali. Klien tanpa nama dihitung per catatan; yang tidak mau dicatat sama sekali tidak termasuk."
)
SERVICES = _(
    "Konseling perorangan: setiap percakapan dihitung, juga dengan yang tidak mau dicatat; yang dibatalkan tidak. "
    "Peserta kelompok: jumlah yang hadir dalam kegiatan, bukan orang unik."
)
# Dimension, choices, title, what stands at the head of its rows; whether meetings have that dimension themselves.
TABLES = [
    ("sex", Sex, _("Menurut jenis kelamin"), _("Jenis kelamin"), False),
    ("phase", Phase, _("Menurut tahap migrasi"), _("Tahap"), False),
    ("age", AgeBand, _("Menurut kelompok umur"), _("Umur"), False),
    ("kind", SessionKind, _("Menurut jenis konseling"), _("Jenis"), True),
    ("channel", Channel, _("Menurut cara"), _("Cara"), True),
]
EXTRA = {
    "phase": _("Satu orang dapat dihitung di dua tahap bila tahapnya berubah dalam periode ini."),
    "age": _("Umur pada hari terakhir periode."),
    "kind": _("Satu orang dapat dihitung di beberapa jenis."),
    "channel": _("Satu orang dapat dihitung di beberapa cara."),
}


@figures("people", _("Orang dan layanan"), order=10)
def served(scope: Scope) -> Section:
    people = people_and_talks(scope)
    came = meetings_and_participants(scope)
    windows = by_month(scope)
    nothing = (0, 0, 0, 0) if scope.period.before() else None
    return Section(
        headlines=_headlines(people[""][""], came[""][""], windows.get("before", nothing)),
        tables=[_table(*told, people, came) for told in TABLES] + [_months(scope, windows)],
    )


def _headlines(people: tuple, came: tuple, before: tuple | None) -> list[Headline]:
    numbers = [
        ("people", PEOPLE, UNIQUE, people[0], 0),
        ("talks", TALKS, SERVICES, people[1], 1),
        ("meetings", MEETINGS, SERVICES, came[0], 2),
        ("participants", CAME, SERVICES, came[1], 3),
    ]
    return [
        Headline(name, label, told, count(now), count(before[place]) if before else None)
        for name, label, told, now, place in numbers
    ]


def _table(dimension, choices, title, row_title, meets, people, came) -> Table:
    columns = [PEOPLE, TALKS, *([MEETINGS] if meets else []), CAME]
    numbers = {
        code: (
            *people[dimension].get(code, (0, 0)),
            *came[dimension].get(code, (0, 0))[0 if meets else 1 :],
        )
        for code in choices.values
    }
    whole = (*people[""][""], *came[""][""][0 if meets else 1 :])
    return Table(
        name=f"people-{dimension}",
        title=title,
        definition=[UNIQUE, SERVICES, *([EXTRA[dimension]] if dimension in EXTRA else [])],
        row_title=row_title,
        columns=columns,
        rows=rows_of(choices, numbers, len(columns)),
        total=Row("", _("Seluruhnya"), counts(whole)),
        leads=dimension == "phase",
    )


def _months(scope: Scope, windows: dict[str, tuple]) -> Table:
    months = scope.period.trend()
    return Table(
        name="people-month",
        title=_("Menurut bulan"),
        definition=[UNIQUE, SERVICES],
        row_title=_("Bulan"),
        columns=[PEOPLE, TALKS, MEETINGS, CAME],
        rows=[
            Row(
                key := month.start.isoformat(),
                format_date(month.start, "M Y"),
                counts(windows.get(key, (0, 0, 0, 0))),
            )
            for month in months
        ],
        over_time=True,
        leads=True,
    )


@concerns
def loose_ends(scope: Scope) -> list[Concern]:
    without_topic, overdue = gaps(scope)
    return [
        Concern(
            "follow-ups",
            _("Tindak lanjut yang terlewat"),
            overdue,
            _("Konseling yang tanggal tindak lanjutnya sudah lewat."),
        ),
        Concern(
            "no-topic",
            _("Konseling tanpa topik"),
            without_topic,
            _("Dalam periode ini."),
            tone="neutral",
        ),
    ]
