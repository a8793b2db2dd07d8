"""Invented people. Their second names say so: contoh (example), umpama, misal, andai (suppose), reka, karang (made up).

Telephone numbers lie in a block of zeros, and a NIK ends in 99xx: nobody is the 9,900th child born on one day in one
sub-district. So no number can belong to anybody.
"""

from datetime import date

from .stage import Chance

WOMEN = """Siti Sri Dewi Nur Endang Sulastri Suharti Wati Rini Yuni Tutik Kartini Lestari Aminah Fatimah Khotimah
Nurul Rohmah Warsini Castini Carini Daryati Jumiati Mursiti Ratna Sumiati Tarmini Wulan Yatmi Zubaidah Indah Murni
Painem Poniti Rokayah Sundari Titin Umi Wiwik Eka""".split()
MEN = """Agus Slamet Budi Darto Eko Hendra Imam Joko Karno Mulyono Nanang Parman Rudi Sarto Tarno Udin Warto Yanto
Zaenal Castra""".split()
WOMEN_SECOND = """Contohsari Contohwati Contohrini Umpamasari Umpamawati Umpamasih Misalsari Misalwati Misalningsih
Andaisari Andaiwati Andaisih Rekasari Rekawati Rekaningsih Karangsari Karangwati Ibaratsih Ibaratwati Kiasari
Kiaswati Gambarsari Gambarwati Dongengsih""".split()
MEN_SECOND = """Contohadi Contohwan Umpamadi Umpamanto Misaladi Misalnadi Andaiyono Andaisyah Rekayana Rekawan
Karangadi Ibaratno Kiasmadi Gambaryanto""".split()


def full_name(sex: str, chance: Chance) -> str:
    first, second = (MEN, MEN_SECOND) if sex == "male" else (WOMEN, WOMEN_SECOND)
    names = [chance.choice(first), chance.choice(second)]
    if chance.happens(0.2):
        names.insert(1, chance.choice(first))
    return " ".join(dict.fromkeys(names))


def phone(number: int) -> str:
    """The number-th telephone number, below 10,000, in E.164."""
    return f"+628120000{number:04}"


def nik(village: str, born: date, sex: str, chance: Chance) -> str:
    """Sixteen digits that agree with the village's sub-district, the birth date and the sex."""
    day = born.day + (0 if sex == "male" else 40)
    place = village.replace(".", "")[:6]
    return f"{place}{day:02}{born:%m%y}99{chance.randrange(1, 100):02}"


def passport(number: int) -> str:
    """A letter that no passport office uses."""
    return f"Z{number:07}"
