"""Time at the desks against what was promised, and the one question at the door (report R10)."""

from django.db import connection
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from ltsa.dashboard.cells import count, counts, decimal, percent
from ltsa.dashboard.sockets import Cell, Headline, Row, Scope, Section, Table, figures

from .codes import ExitScore

VISITS = _("Setiap nomor antrean yang diambil dalam periode ini; tanpa nama pun dihitung.")
IN_TIME = _(
    "Lama dari datang sampai selesai dibandingkan dengan standar hari itu. Standar dalam hari kerja "
    "tidak menghitung akhir pekan dan hari libur."
)
MEDIAN = _("Nilai tengah, dalam menit; hanya yang selesai dilayani.")
EXIT = _(
    "Satu pertanyaan setelah layanan, dijawab tanpa nama dan tanpa kaitan dengan orang atau percakapan. "
    "Menjawab itu pilihan."
)

# A whole visit belongs to the day on which it began; the scope's service point is an office, not a desk.
_BY_SERVICE = """
SELECT p.desk, d.name, count(*), count(*) FILTER (WHERE v.state = 'done'),
  count(*) FILTER (WHERE v.state = 'left'), count(v.in_time), count(*) FILTER (WHERE v.in_time),
  percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM v.called_at - v.came_at))
    FILTER (WHERE v.state = 'done') / 60,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM v.done_at - v.called_at))
    FILTER (WHERE v.state = 'done') / 60
FROM services_deskvisit v
JOIN organisations_servicestandard d ON d.id = v.standard_id
JOIN organisations_servicepoint p ON p.id = v.service_point_id
WHERE v.came_at >= %(since)s AND v.came_at < %(until)s
  AND (v.migrant_id IS NULL OR v.migrant_id <> ALL(%(hidden)s::uuid[]))
  AND (%(district)s IS NULL OR v.district_id = %(district)s)
  AND (%(organisation)s::uuid IS NULL OR v.organisation_id = %(organisation)s::uuid)
GROUP BY GROUPING SETS ((p.desk, d.name), ())
ORDER BY p.desk NULLS FIRST, d.name
"""
_ANSWERS = """
SELECT score, count(*) FROM services_exitanswer
WHERE "on" >= %(first_day)s AND "on" <= %(last_day)s
  AND (%(district)s IS NULL OR district_id = %(district)s)
  AND (%(organisation)s::uuid IS NULL OR organisation_id = %(organisation)s::uuid)
GROUP BY score
"""
COLUMNS = [
    _("Nomor"),
    _("Selesai"),
    _("Pergi"),
    _("Sesuai standar"),
    _("Menunggu"),
    _("Dilayani"),
]


@figures("desks", _("Waktu layanan"), order=40)
def desks(scope: Scope) -> Section:
    found = _rows(_BY_SERVICE, scope)
    whole = found[0][2:] if found else (0, 0, 0, 0, 0, None, None)
    answers = dict(_rows(_ANSWERS, scope))
    return Section(
        headlines=[
            Headline("visits", _("Nomor antrean"), VISITS, count(whole[0])),
            Headline("in-time", _("Sesuai standar"), IN_TIME, percent(whole[4], whole[3])),
            Headline("waiting", _("Waktu menunggu"), MEDIAN, _minutes(whole[5])),
        ],
        tables=[_by_service(found, whole), _by_answer(answers)],
    )


def _by_service(found: list, whole: tuple) -> Table:
    return Table(
        name="desks-service",
        title=_("Menurut layanan loket"),
        definition=[VISITS, IN_TIME, MEDIAN],
        row_title=_("Layanan"),
        columns=COLUMNS,
        rows=[
            Row(f"{desk}-{name}", f"{desk}: {name}", _cells(numbers))
            for desk, name, *numbers in found[1:]
        ],
        total=Row("", _("Seluruhnya"), _cells(whole)),
    )


def _cells(numbers) -> list[Cell]:
    came, done, left, measured, in_time, waited, served = numbers
    times = [_minutes(waited), _minutes(served)]
    return [*counts([came, done, left]), percent(in_time, measured), *times]


def _by_answer(answers: dict) -> Table:
    whole = sum(answers.values())
    return Table(
        name="desks-exit",
        title=_("Apakah layanan membantu?"),
        definition=[EXIT],
        row_title=_("Jawaban"),
        columns=[_("Jumlah"), _("Bagian")],
        rows=[
            Row(
                str(score),
                label,
                [count(answers.get(score, 0)), percent(answers.get(score), whole)],
            )
            for score, label in reversed(ExitScore.choices)
        ],
        total=Row("", _("Seluruhnya"), [count(whole), percent(whole, whole)]),
    )


def _minutes(number) -> Cell:
    if number is None:
        return Cell(None)
    value = round(float(number), 1)
    words = ngettext("%(number)s menit", "%(number)s menit", 1 if value == 1 else 2)
    return Cell(value, words % {"number": decimal(value)})


def _rows(sql: str, scope: Scope) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, scope.parameters | {"first_day": scope.period.start})
        return cursor.fetchall()
