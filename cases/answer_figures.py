"""Who is silent: how the houses answer, why they decline, and where something is missing (features: none has it)."""

from django.utils.translation import gettext_lazy as _

from ltsa.dashboard.cells import count, hours, percent
from ltsa.dashboard.sockets import Cell, Headline, Row, Scope, Section, Table, figures
from ltsa.dashboard.suppression import THRESHOLD, is_small
from ltsa.organisations.models import ServiceCode

from .answer_counts import Course, answers, courses, gaps, others
from .codes import DeclineReason, Priority

ORDINARY = _(
    "Rujukan biasa yang dikirim dalam periode ini; rujukan dari kasus terbatas tidak ada di sini."
)
DUE = _(
    "Tingkat jawaban: yang diterima atau ditolak, dari semua yang sudah dijawab atau sudah lewat tenggatnya. "
    "Yang berakhir tanpa jawaban sebelum tenggatnya tidak dihitung."
)
TIMES = _(
    "Nilai tengah: separuh jawaban pertama datang lebih cepat. Sembilan dari sepuluh: hanya sepersepuluhnya lebih lambat."
)
SMALL = _("Angka 1–4 ditulis <5 agar tidak ada orang yang dapat dikenali.")
HELPED = _("Klien terbantu: dari klien yang ditanya sesudahnya, bila ada lima jawaban atau lebih.")
UNMET = _(
    "Tidak terpenuhi: ditolak karena penuh, di luar wilayah, atau di luar mandat, dan yang tidak pernah dijawab. "
    "Satu rujukan dengan dua layanan dihitung di keduanya."
)
OTHERS = _(
    "Nilai tengah dari lembaga lain di kabupaten ini, tanpa nama; hanya bila ada lima lembaga lain atau lebih."
)
FAR = _(
    "Dibuka dan diterima: dari semua yang dikirim. Layanan diberikan: dari yang diterima. "
    "Kontak pertama: nilai tengah dari diterima sampai layanan dimulai."
)
NOTHING = ("", "", 0, 0, None, None, 0, 0, 0, 0, 0)
RATE, MEDIAN, SLOW = (
    _("Tingkat jawaban"),
    _("Nilai tengah waktu jawab"),
    _("Sembilan dari sepuluh dijawab dalam"),
)

FAR_COLUMNS = [
    _("Dikirim"),
    _("Dibuka"),
    RATE,
    MEDIAN,
    _("Diterima"),
    _("Kontak pertama"),
    _("Layanan diberikan"),
]


@figures("answers", _("Jawaban rujukan"), order=35, forum=True)
def who_is_silent(scope: Scope) -> Section:
    found = answers(scope)
    total = (found[""] or [NOTHING])[0]
    compared = [_beside_others(scope, found)] if scope.organisation else []
    return Section(
        headlines=[
            Headline("answers-slow", SLOW, TIMES, hours(total[5])),
            Headline(
                "answers-expired",
                _("Tidak pernah dijawab"),
                _(
                    "Rujukan biasa dari periode ini yang berakhir tanpa jawaban sesudah lewat tenggatnya."
                ),
                count(total[7]),
            ),
        ],
        tables=[
            *compared,
            _by_house(found, total),
            *_courses(courses(scope)),
            _by_reason(found),
            _missing(scope),
        ],
    )


def _cells(row: tuple) -> list[Cell]:
    asked, answered, median, slow, offered_on, expired, said, helped = row[2:10]
    return [
        count(asked),
        percent(answered, asked),
        hours(median),
        hours(slow),
        count(offered_on),
        count(expired),
        percent(helped, said) if said >= THRESHOLD else Cell(None),
    ]


def _by_house(found: dict, total: tuple) -> Table:
    houses = sorted(found["partner"], key=lambda row: (_share(row), -row[2], row[1]))
    return Table(
        name="answers-partner",
        title=_("Siapa menjawab, dan seberapa cepat"),
        definition=[ORDINARY, DUE, TIMES, HELPED],
        row_title=_("Lembaga tujuan"),
        columns=[
            _("Ditunggu jawabannya"),
            RATE,
            MEDIAN,
            SLOW,
            _("Ditawarkan ke lembaga lain"),
            _("Tidak pernah dijawab"),
            _("Klien terbantu"),
        ],
        rows=[Row(row[0], row[1], _cells(row)) for row in houses],
        total=Row("", _("Seluruhnya"), _cells(total)),
        chart=1,
    )


def _share(row: tuple) -> float:
    """The most silent first; who has nothing to answer last."""
    return row[3] / row[2] if row[2] else 2


def _courses(found: dict[str, list[Course]]) -> list[Table]:
    """How far they came, by priority and by house (domain 5: acknowledged, accepted, median hours, completed)."""
    total = (found[""] or [Course("", "")])[0]
    by_code = {one.code: one for one in found["priority"]}
    urgencies = [
        (label, by_code.get(code, Course(code, ""))) for code, label in Priority.choices[::-1]
    ]
    houses = [(one.name, one) for one in sorted(found["partner"], key=lambda one: one.name)]
    return [
        _course(
            "answers-priority",
            _("Perjalanan rujukan, menurut prioritas"),
            _("Prioritas"),
            urgencies,
            total,
        ),
        _course(
            "answers-course",
            _("Perjalanan rujukan, menurut lembaga"),
            _("Lembaga tujuan"),
            houses,
            total,
        ),
    ]


def _course(name: str, title, row_title, rows: list[tuple], total: Course) -> Table:
    return Table(
        name=name,
        title=title,
        definition=[ORDINARY, DUE, TIMES, FAR],
        row_title=row_title,
        columns=FAR_COLUMNS,
        rows=[Row(one.code, label, _far(one)) for label, one in rows],
        total=Row("", _("Seluruhnya"), _far(total)),
    )


def _far(one: Course) -> list[Cell]:
    return [
        count(one.sent),
        percent(one.opened, one.sent),
        percent(one.answered, one.due),
        hours(one.to_answer),
        percent(one.accepted, one.sent),
        hours(one.to_contact),
        percent(one.served, one.accepted),
    ]


def _by_reason(found: dict) -> Table:
    declined = {row[0]: row[10] for row in found["reason"]}
    rows = [Row(code, label, [count(declined.get(code))]) for code, label in DeclineReason.choices]
    return Table(
        name="answers-declined",
        title=_("Mengapa rujukan ditolak"),
        definition=[ORDINARY],
        row_title=_("Alasan"),
        columns=[_("Ditolak")],
        rows=rows,
        total=Row("", _("Seluruhnya"), [count(sum(declined.values()))]),
    )


def _missing(scope: Scope) -> Table:
    """No totals: a small number must not be computed from its neighbours."""
    rows = [
        Row(
            f"{service}-{code}",
            f"{ServiceCode(service).label}, {name}",
            [_hidden(unmet), _hidden(wanted)],
        )
        for service, code, name, wanted, unmet in sorted(
            gaps(scope), key=lambda row: (-row[4], -row[3], row[0], row[1])
        )
        if unmet
    ]
    return Table(
        name="answers-missing",
        title=_("Layanan yang kurang, menurut kecamatan"),
        definition=[ORDINARY, UNMET, SMALL],
        row_title=_("Layanan dan kecamatan klien"),
        columns=[_("Tidak terpenuhi"), _("Diminta")],
        rows=rows,
        chart=None,
    )


def _hidden(number: int) -> Cell:
    return Cell(None, f"<{THRESHOLD}", hidden=True) if is_small(number) else count(number)


def _beside_others(scope: Scope, found: dict) -> Table:
    own = {row[0]: row for row in found["partner"]}.get(str(scope.organisation), NOTHING)
    houses, rate, median, slow = others(scope)
    if houses < THRESHOLD:
        rate = median = slow = None
    lines = [
        ("rate", RATE, percent(own[3], own[2]), Cell(None) if rate is None else percent(rate, 100)),
        ("median", MEDIAN, hours(own[4]), hours(median)),
        ("slow", SLOW, hours(own[5]), hours(slow)),
    ]
    return Table(
        name="answers-own",
        title=_("Lembaga Anda dan lembaga lain"),
        definition=[DUE, TIMES, OTHERS],
        row_title=_("Ukuran"),
        columns=[_("Lembaga Anda"), _("Lembaga lain, nilai tengah")],
        rows=[Row(code, label, [mine, theirs]) for code, label, mine, theirs in lines],
        chart=None,
    )
