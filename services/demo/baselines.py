"""Totals that the programme published, each with its source and day; they are no clients and are never added to any."""

from datetime import date

from ltsa.dashboard.models import Baseline
from ltsa.demo.stage import Stage, loads

PRESS = "Siaran pers Kemnaker tentang LTSA-MRC dan United Nations Migration Network Hub"
PRESS_DAY = date(2022, 12, 31)
PRESS_NOTE = "Siaran pers tidak bertanggal; akhir 2022 diperkirakan dari pejabat yang disebut dan dari “dua tahun” sejak 2020."
UN_HUB = "migrationnetwork.un.org, Delivering One National-Community Level Gender Responsive One-Roof Services"
ILO = "ILO, 30 Januari 2024 (WCMS_909742)"

# (measure, value, precision, as of, source, note); all four districts together.
TOTALS = [
    (
        "women_served",
        1500,
        Baseline.Precision.MORE_THAN,
        PRESS_DAY,
        PRESS,
        f"Perempuan calon PMI, PMI, purna PMI, dan keluarganya. {PRESS_NOTE}",
    ),
    ("union_members", 200, Baseline.Precision.ABOUT, PRESS_DAY, PRESS, PRESS_NOTE),
    (
        "villages",
        36,
        Baseline.Precision.EXACT,
        PRESS_DAY,
        UN_HUB,
        "Di 12 kecamatan. SBMI menyebut 42 desa pada Desember 2021.",
    ),
    (
        "people_served",
        5268,
        Baseline.Precision.EXACT,
        date(2024, 1, 30),
        ILO,
        "85 persen perempuan; keluarga dihitung terpisah.",
    ),
    ("family_served", 125, Baseline.Precision.EXACT, date(2024, 1, 30), ILO, ""),
]


@loads(Baseline)
def load_baselines(stage: Stage) -> dict[str, int]:
    Baseline.objects.bulk_create(
        Baseline(
            measure=measure, value=value, precision=precision, as_of=day, source=source, note=note
        )
        for measure, value, precision, day, source, note in TOTALS
    )
    return {"capaian terdahulu": len(TOTALS)}
