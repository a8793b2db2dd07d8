"""The houses of the demo: the partners that the press release of the programme names, and invented village posts.

Names of offices and partners are real, because the programme is public; addresses, numbers, opening hours and the
choice of villages are invented, and every row says so in its note.
"""

from dataclasses import dataclass

NOTE = "Data contoh: alamat, nomor, dan jam layanan bukan yang sebenarnya."
NOTE_VILLAGE = "Data contoh: desa ini dipilih untuk peragaan, bukan dari daftar resmi program."
NOTE_UNCONFIRMED = "Belum dikonfirmasi: sumber tidak menyebut mitra perempuan di kabupaten ini."

# PP 59/2021 art 31(1); which of them work is each district's own history.
ALL_DESKS = ("KTK", "ADU", "DKC", "KES", "IMI", "POL", "BNK", "JSK")


@dataclass(frozen=True)
class District:
    """A pilot district: `desks` of PP 59/2021 that work there, `villages` with a service point (first: the kader's)."""

    slug: str
    code: str
    name: str
    office: str
    desks: tuple[str, ...]
    villages: tuple[str, ...]
    phone: str


@dataclass(frozen=True)
class Partner:
    """A house beside the labour office; `slug` is the first part of its people's usernames."""

    slug: str
    district: str
    name: str
    kind: str
    services: tuple[str, ...]
    women_crisis_centre: bool = False
    confirmed: bool = True
    note: str = NOTE


DISTRICTS = (
    District(
        "cirebon",
        "32.09",
        "Cirebon",
        "Dinas Ketenagakerjaan Kabupaten Cirebon",
        ALL_DESKS,
        (
            "32.09.30.2007",
            "32.09.30.2009",
            "32.09.30.2011",
            "32.09.05.2006",
            "32.09.05.2007",
            "32.09.05.2004",
            "32.09.03.2009",
            "32.09.03.2007",
            "32.09.03.2010",
        ),
        "0231 000",
    ),
    District(
        "tulungagung",
        "35.04",
        "Tulungagung",
        "Dinas Tenaga Kerja dan Transmigrasi Kabupaten Tulungagung",
        ("KTK", "ADU", "DKC", "KES", "IMI", "POL", "JSK"),
        (
            "35.04.13.2004",
            "35.04.13.2008",
            "35.04.13.2010",
            "35.04.14.2009",
            "35.04.14.2008",
            "35.04.14.2016",
            "35.04.10.2009",
            "35.04.10.2015",
            "35.04.10.2011",
        ),
        "0355 000",
    ),
    District(
        "blitar",
        "35.05",
        "Blitar",
        "Dinas Tenaga Kerja Kabupaten Blitar",
        ("KTK", "ADU", "DKC", "IMI", "POL", "JSK"),
        (
            "35.05.04.2009",
            "35.05.04.2008",
            "35.05.04.2004",
            "35.05.15.2001",
            "35.05.15.2010",
            "35.05.15.2014",
            "35.05.19.2003",
            "35.05.19.2009",
            "35.05.19.2006",
        ),
        "0342 000",
    ),
    # The MRC began here before there was an LTSA; two desks stand for the years after.
    District(
        "lampungtimur",
        "18.07",
        "Lampung Timur",
        "Dinas Koperasi, UKM dan Tenaga Kerja Kabupaten Lampung Timur",
        ("KTK", "ADU"),
        (
            "18.07.07.2001",
            "18.07.07.2010",
            "18.07.07.2013",
            "18.07.02.2003",
            "18.07.02.2007",
            "18.07.02.2001",
            "18.07.06.2001",
            "18.07.06.2011",
            "18.07.06.2009",
        ),
        "0725 000",
    ),
)

OFFICE_SERVICES = ("information", "mediation", "social_security", "livelihood", "return")
UNION_SERVICES = ("union", "legal", "mediation", "information", "return")
WOMEN_SERVICES = ("psychosocial", "legal", "information")
CRISIS_SERVICES = ("psychosocial", "legal", "shelter", "police", "child")
UPTD_SERVICES = ("psychosocial", "health", "forensic", "shelter", "legal", "police", "child")
CLINIC_SERVICES = ("health", "forensic")

PARTNERS = (
    Partner(
        "sbmi", "cirebon", "Serikat Buruh Migran Indonesia (SBMI) Cirebon", "union", UNION_SERVICES
    ),
    Partner(
        "wcc",
        "cirebon",
        "WCC Mawar Balqis",
        "womens_organisation",
        CRISIS_SERVICES,
        women_crisis_centre=True,
    ),
    Partner(
        "uptdppa",
        "cirebon",
        "UPTD PPA Kabupaten Cirebon",
        "government",
        UPTD_SERVICES,
        women_crisis_centre=True,
    ),
    Partner(
        "ksbsi",
        "tulungagung",
        "Konfederasi Serikat Buruh Seluruh Indonesia (KSBSI) Tulungagung",
        "union",
        UNION_SERVICES,
    ),
    Partner(
        "kpi",
        "tulungagung",
        "Koalisi Perempuan Indonesia Tulungagung",
        "womens_organisation",
        WOMEN_SERVICES,
        confirmed=False,
        note=NOTE_UNCONFIRMED,
    ),
    Partner(
        "ksbsi",
        "blitar",
        "Konfederasi Serikat Buruh Seluruh Indonesia (KSBSI) Blitar",
        "union",
        UNION_SERVICES,
    ),
    Partner(
        "kpi",
        "blitar",
        "Koalisi Perempuan Indonesia Jawa Timur",
        "womens_organisation",
        WOMEN_SERVICES,
    ),
    Partner(
        "sbmi",
        "lampungtimur",
        "Serikat Buruh Migran Indonesia (SBMI) Lampung Timur",
        "union",
        UNION_SERVICES,
    ),
    Partner(
        "sebay",
        "lampungtimur",
        "Solidaritas Perempuan Sebay Lampung",
        "womens_organisation",
        CRISIS_SERVICES,
    ),
    # Nobody there has an account: what is asked of it goes by a guest link.
    Partner("puskesmas", "cirebon", "Puskesmas Contoh Cirebon", "government", CLINIC_SERVICES),
)

NATION = "Kementerian Pelindungan Pekerja Migran Indonesia"
