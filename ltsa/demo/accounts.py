"""Who can sign in to the demo. The people are invented; all share one password and have mail that goes nowhere."""

from dataclasses import dataclass

from ltsa.accounts.permissions import Role

from .places import DISTRICTS

PASSWORD = "satu-atap"  # noqa: S105  shown on the login page of a demo
MAIL_DOMAIN = "contoh.invalid"  # RFC 2606: never resolves


@dataclass(frozen=True)
class Account:
    """`place` says where: office (LTSA), mrc (the MRC corner), village, house (the organisation itself)."""

    username: str
    full_name: str
    role: str
    place: str = "house"

    @property
    def house(self) -> str:
        """Key of the organisation: the partner's, or the labour office's."""
        first, _, rest = self.username.removeprefix("supervisor.").partition(".")
        return f"{first}.{rest}" if rest and first not in LABOUR_OFFICE else rest or first


LABOUR_OFFICE = ("meja", "konselor", "supervisor", "kader", "admin", "ppdp")

NAMES = {
    "cirebon": (
        "Rini Contohsari",
        "Dewi Umpamawati",
        "Hendra Misalnadi",
        "Nuraeni Andaisih",
        "Agus Rekayana",
    ),
    "tulungagung": (
        "Endah Ibaratin",
        "Wulan Rekaningsih",
        "Sugeng Contohadi",
        "Tutik Umpamasih",
        "Bambang Kiasmadi",
    ),
    "blitar": (
        "Yuni Misalsari",
        "Retno Gambarwati",
        "Slamet Andaiyono",
        "Sulastri Kiasari",
        "Joko Umpamadi",
    ),
    "lampungtimur": (
        "Melda Rekasari",
        "Fitri Ibaratsih",
        "Rudi Contohwan",
        "Komariah Misalwati",
        "Irwan Andaisyah",
    ),
}


def _of_district(slug: str) -> list[Account]:
    desk, counsellor, supervisor, volunteer, admin = NAMES[slug]
    return [
        Account(f"meja.{slug}", desk, Role.DESK_OFFICER, "office"),
        Account(f"konselor.{slug}", counsellor, Role.COUNSELLOR, "mrc"),
        Account(f"supervisor.{slug}", supervisor, Role.SUPERVISOR, "office"),
        Account(f"kader.{slug}", volunteer, Role.VILLAGE_VOLUNTEER, "village"),
        Account(f"admin.{slug}", admin, Role.DISTRICT_ADMIN),
    ]


PARTNER_ACCOUNTS = [
    Account("sbmi.cirebon", "Castra Ibaratno", Role.COUNSELLOR),
    Account("wcc.cirebon", "Sa'adah Umpamaningrum", Role.COMPANION),
    Account("supervisor.wcc.cirebon", "Mariam Contohasih", Role.SUPERVISOR),
    Account("uptdppa.cirebon", "Lilis Gambarsari", Role.COMPANION),
    Account("ksbsi.tulungagung", "Wiwik Andaiwati", Role.COUNSELLOR),
    Account("kpi.tulungagung", "Ninik Rekawati", Role.COMPANION),
    Account("ksbsi.blitar", "Imam Misaluddin", Role.COUNSELLOR),
    Account("kpi.blitar", "Titin Ibaratwati", Role.COMPANION),
    Account("sbmi.lampungtimur", "Sukendar Kiasanto", Role.COUNSELLOR),
    Account("sebay.lampungtimur", "Reni Umpamasari", Role.COMPANION),
]

# Where a district has none of its own, the nation's officer stands in.
OFFICER_ACCOUNTS = [Account("ppdp.cirebon", "Kartika Ibaratwulan", Role.DATA_PROTECTION_OFFICER)]

NATION_ACCOUNTS = [
    Account("pemirsa", "Laksmi Contohdewi", Role.VIEWER),
    Account("ppdp", "Bayu Rekaputra", Role.DATA_PROTECTION_OFFICER),
    Account("sistem", "Galih Umpamaputra", Role.SYSTEM_ADMIN),
]

ACCOUNTS = [
    *(
        account
        for district in DISTRICTS
        for account in [
            *_of_district(district.slug),
            *(
                account
                for account in [*PARTNER_ACCOUNTS, *OFFICER_ACCOUNTS]
                if account.username.endswith(f".{district.slug}")
            ),
        ]
    ),
    *NATION_ACCOUNTS,
]
