"""A whole list of agencies at once: looked through first, then written in one transaction or not at all."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.audit.actions import record
from ltsa.sheets import Row, Sheet

from ..models import Agency
from ..querysets import company_key

MAX_ROWS = 2_000
MAX_COLUMNS = 40
# Headers as lists of the ministry and of offices have them, without signs and spaces.
HEADERS = {
    "name": "nama namap3mi namaperusahaan perusahaan p3mi namapptkis name",
    "kind": "jenis tipe kind",
    "licence": "nomorsip3mi nosip3mi sip3mi nomorizin noizin izin nosiup nomorsiup licence",
    "status": "status statusizin keterangan",
    "branch": "cabang kantorcabang kota branch",
    "address": "alamat address",
    "phone": "telepon telp notelp notelepon hp phone",
    "country": "negara country",
}
KINDS = {
    Agency.Kind.P3MI: "p3mi pptkis pjtki",
    Agency.Kind.TRAINING: "lpk blk lpklembagapelatihankerja training",
    Agency.Kind.PARTNER: "mitrausaha agensi agency mitrausahaatauagensidiluarnegeri partner",
    Agency.Kind.EMPLOYER: "pemberikerja majikan employer",
}
STATUSES = {
    Agency.Status.ACTIVE: "aktif berlaku izinberlaku terdaftar active",
    Agency.Status.REVOKED: "dicabut izindicabut cabut skorsing dibekukan tidakaktif revoked",
    Agency.Status.UNKNOWN: "belumdiketahui tidakdiketahui unknown",
}
COLUMN_OF, KIND_OF, STATUS_OF = (
    {word: value for value, words in table.items() for word in words.split()}
    for table in (HEADERS, KINDS, STATUSES)
)
_FIELDS = {column.name: column for column in Agency._meta.concrete_fields}
LONGEST = 500  # of a text without a limit of its own
_LOCK = 5_970_318  # any number of our own: two imports at once wait for each other


@dataclass
class Entry:
    """A row of the list: `error` says why it is left out; `agency` is what it changes, None for a new one."""

    number: int
    told: dict[str, str]
    error: str = ""
    agency: Agency | None = None
    changed: list[str] = field(default_factory=list)


def look_through(sheet: Sheet) -> list[Entry]:
    """What each row of the list would do; writes nothing. Raises ValidationError without a column of names."""
    columns = {
        COLUMN_OF[word]: place
        for place, title in reversed(list(enumerate(sheet.headers)))
        if (word := _word(title)) in COLUMN_OF
    }
    if "name" not in columns:
        raise ValidationError(
            {"file": _("Tidak ada kolom nama perusahaan. Beri judul “Nama” pada kolomnya.")}
        )
    return compared(_entry(row, columns) for row in sheet.rows)


def compared(entries: Iterable[Entry]) -> list[Entry]:
    """The entries with what is in the register already, and with what contradicts it or an earlier row."""
    entries = list(entries)
    by_name: dict[tuple, Agency] = {}
    by_licence: dict[tuple, Agency] = {}
    for agency in Agency.objects.all():
        by_name[_name_key(agency)] = agency
        if agency.licence:
            by_licence[_licence_key(agency)] = agency
    seen: dict[tuple, int] = {}
    for entry in entries:
        if entry.error:
            continue
        new = Agency(search_name=company_key(entry.told["name"]), **entry.told)
        keys = [_name_key(new), *([_licence_key(new)] if new.licence else [])]
        earlier = next((seen[key] for key in keys if key in seen), None)
        named, licensed = by_name.get(keys[0]), by_licence.get(keys[-1])
        entry.agency = licensed or named
        if earlier:
            entry.error = _("Sama dengan baris %(number)d.") % {"number": earlier}
        elif licensed and named and licensed.pk != named.pk:
            entry.error = _("Nomor izin ini milik perusahaan lain di daftar.")
        else:
            seen |= dict.fromkeys(keys, entry.number)
            entry.changed = _differences(entry)
    return entries


@transaction.atomic
def import_agencies(told: list[tuple[int, dict]], *, source: str, by) -> list[Entry]:
    """Write what was looked through; compared anew, because the register may have changed meanwhile."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    entries = compared(Entry(number, fields) for number, fields in told)
    kept = [entry for entry in entries if not entry.error]
    stamp = {"source": source, "checked_on": timezone.localdate()}
    new = [
        Agency(search_name=company_key(entry.told["name"]), **entry.told, **stamp)
        for entry in kept
        if entry.agency is None
    ]
    known = [_renewed(entry, stamp) for entry in kept if entry.agency is not None]
    Agency.objects.bulk_create(new)
    Agency.objects.bulk_update(known, [*HEADERS, "search_name", "version", *stamp])
    for agency in new:
        record("create", agency, fields=["import"], by=by)
    for agency in known:
        record("change", agency, fields=["import"], by=by)
    return entries


def _renewed(entry: Entry, stamp: dict) -> Agency:
    agency = entry.agency
    assert agency is not None  # noqa: S101  for the type checker
    for name, value in ({name: entry.told[name] for name in entry.changed} | stamp).items():
        setattr(agency, name, value)
    agency.search_name = company_key(agency.name)
    agency.version += 1
    return agency


def _differences(entry: Entry) -> list[str]:
    """What the list says otherwise than the register; an empty cell says nothing, nor does an unknown status."""
    if entry.agency is None:
        return []
    return [
        name
        for name, value in entry.told.items()
        if value
        and value != getattr(entry.agency, name)
        and not (name == "status" and value == Agency.Status.UNKNOWN)
    ]


def _entry(row: Row, columns: dict[str, int]) -> Entry:
    told = {name: row.cells[columns[name]] if name in columns else "" for name in HEADERS}
    entry = Entry(row.number, told)
    kind, status = _word(told["kind"]), _word(told["status"])
    told["kind"] = KIND_OF.get(kind, "") if kind else Agency.Kind.P3MI.value
    told["status"] = str(STATUS_OF.get(status, Agency.Status.UNKNOWN))
    too_long = [
        str(_FIELDS[name].verbose_name)
        for name, value in told.items()
        if len(value) > (_FIELDS[name].max_length or LONGEST)
    ]
    if row.formulas & set(columns.values()):
        entry.error = _("Ada rumus di baris ini. Tulis isinya, bukan rumusnya.")
    elif row.merged:
        entry.error = _("Ada sel gabungan di baris ini. Pisahkan dulu.")
    elif not told["name"]:
        entry.error = _("Nama perusahaan kosong.")
    elif not told["kind"]:
        entry.error = _("Jenis tidak dikenal. Tulis P3MI, LPK, mitra usaha, atau pemberi kerja.")
    elif too_long:
        entry.error = _("Terlalu panjang: %(fields)s.") % {"fields": ", ".join(too_long)}
    return entry


def _word(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.casefold())


def _name_key(agency: Agency) -> tuple:
    return ("name", agency.kind, agency.search_name, agency.branch.casefold())


def _licence_key(agency: Agency) -> tuple:
    return ("licence", agency.licence, agency.branch.casefold())
