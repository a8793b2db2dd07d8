"""Invented companies for the register. Their names say so, and a licence number that begins with CONTOH is none."""

from datetime import timedelta

from ltsa.demo.cast import id_of
from ltsa.demo.rows import insert
from ltsa.demo.stage import Chance, Stage, loads
from ltsa.organisations.models import Agency
from ltsa.organisations.querysets import company_key

SOURCE = "Data contoh, bukan daftar KP2MI"
P3MI = """Contoh Karya Umpama|Misal Jaya Abadi|Andai Bahari Sentosa|Reka Tenaga Mandiri|Umpama Insan Cemerlang
Ibarat Maju Bersama|Kias Samudra Raya|Gambar Duta Persada|Dongeng Putra Nusantara|Contoh Mitra Pertiwi
Misal Cahaya Timur|Andai Graha Utama|Reka Bina Sejahtera|Umpama Sari Lestari|Ibarat Bakti Mulia""".replace(
    "\n", "|"
).split("|")
BRANCHES = {"Contoh Karya Umpama": ("Cirebon", "Tulungagung"), "Misal Jaya Abadi": ("Blitar",)}
OTHERS = [
    ("training", "LPK Contoh Terampil", ""),
    ("training", "LPK Umpama Bahasa", ""),
    ("training", "LPK Misal Perawat", ""),
    ("partner", "Contoh Manpower Agency", "Taiwan"),
    ("partner", "Umpama Employment Centre", "Hong Kong"),
    ("employer", "Kilang Misal Elektronik", "Malaysia"),
    ("employer", "Panti Wreda Andai Harapan", "Jepang"),
]
STATUSES = {"active": 70, "revoked": 12, "unknown": 18}


@loads(Agency)
def load_agencies(stage: Stage) -> dict[str, int]:
    chance = Chance("agencies")
    rows = []
    for number, name in enumerate(P3MI, start=1):
        status = "active" if number < 3 else chance.pick(STATUSES)
        rows += [
            _agency("p3mi", f"PT {name}", stage, chance, status=status, branch=branch)
            for branch in ("", *BRANCHES.get(name, ()))
        ]
        for row in rows[-1 - len(BRANCHES.get(name, ())) :]:
            row.licence = f"CONTOH/{number:03}/SIP3MI" if status != "unknown" else ""
    rows += [
        _agency(kind, name, stage, chance, status="unknown", country=country)
        for kind, name, country in OTHERS
    ]
    insert(rows)
    return {"perusahaan di daftar P3MI": len(rows)}


def _agency(kind: str, name: str, stage: Stage, chance: Chance, **told) -> Agency:
    checked = stage.today - timedelta(days=chance.randrange(5, 160))
    place = told.get("branch") or told.get("country") or "Jakarta"
    return Agency(
        id=id_of("agency", kind, name, told.get("branch", "")),
        kind=kind,
        name=name,
        search_name=company_key(name),
        address=f"Jalan Contoh Tenaga No. {chance.randrange(1, 90)}, {place}",
        source=SOURCE,
        checked_on=None if told["status"] == "unknown" else checked,
        **told,
    )
