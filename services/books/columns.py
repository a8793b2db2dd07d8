"""What a book may hold: our fields, and the headers that offices write over them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Column:
    """`headers`: other words for it, as `plain` leaves them; the first that a book holds is guessed."""

    name: str
    label: str | Promise
    headers: tuple[str, ...]
    required: bool = False
    hint: str | Promise = ""


COLUMNS = [
    Column(
        "full_name",
        _("Nama lengkap"),
        ("nama", "namaklien", "namalengkapklien", "namapmi", "namacpmi", "namapengunjung"),
        True,
        _("Kosong atau “anonim” bila tidak mau menyebut nama."),
    ),
    Column("nickname", _("Nama panggilan"), ("panggilan", "alias")),
    Column(
        "sex",
        _("Jenis kelamin"),
        ("jk", "lp", "pl", "kelamin", "sex", "gender", "jeniskelaminlp", "jeniskelaminpl"),
        True,
        _("P atau L."),
    ),
    Column(
        "birth_date",
        _("Tanggal lahir"),
        ("tgllahir", "lahir", "dob", "tanggallahirklien", "ttl"),
        hint=_("Contoh: 17/08/1999. Boleh kosong bila umur diisi."),
    ),
    Column(
        "age",
        _("Umur"),
        ("usia", "kelompokumur", "umurtahun", "usiatahun"),
        hint=_("Contoh: 27, atau 25-35."),
    ),
    Column("subdistrict", _("Kecamatan"), ("kec", "namakecamatan")),
    Column(
        "village",
        _("Desa"),
        ("desakelurahan", "kelurahan", "desakel", "namadesa", "alamat", "alamatdesa", "domisili"),
        True,
        _("Nama desa, atau kode wilayah bila di luar kabupaten."),
    ),
    Column(
        "client_type",
        _("Jenis klien"),
        ("statusklien", "statuspmi", "kategori", "status", "kategoriklien"),
        True,
        _("Calon PMI, PMI aktif, PMI purna, atau Keluarga PMI."),
    ),
    Column(
        "phase",
        _("Tahap migrasi"),
        ("tahap", "fase", "masa"),
        hint=_("Sebelum, Selama, atau Setelah bekerja. Wajib untuk keluarga PMI."),
    ),
    Column(
        "consent",
        _("Persetujuan data"),
        ("persetujuan", "setuju", "setujudicatat"),
        hint=_("Ya atau Tanpa nama."),
    ),
    Column("nik", _("NIK"), ("nomornik", "nonik", "noktp", "ktp", "nomorktp", "nikktp")),
    Column("passport", _("Nomor paspor"), ("paspor", "nopaspor", "passport")),
    Column(
        "phone",
        _("Nomor HP"),
        ("hp", "nohp", "telepon", "telp", "notelp", "notelepon", "nomortelepon", "nowa", "nohpwa"),
    ),
    Column(
        "destination",
        _("Negara tujuan"),
        ("negara", "tujuan", "negarapenempatan", "negaratujuanterakhir"),
    ),
    Column(
        "date",
        _("Tanggal layanan"),
        ("tanggal", "tgl", "tgllayanan", "tanggalkunjungan", "tglkunjungan", "tanggalkonseling"),
        True,
        _("Contoh: 09/08/2026."),
    ),
    Column(
        "time", _("Jam"), ("pukul", "waktu", "jamlayanan"), hint=_("Contoh: 14.30. Boleh kosong.")
    ),
    Column(
        "kind",
        _("Jenis konseling"),
        ("jenislayanan", "layanan", "keperluan", "jenis"),
        True,
        _("Informasi, Migrasi aman, Pekerjaan, Psikososial, Hukum, Reintegrasi, …"),
    ),
    Column(
        "channel",
        _("Cara"),
        ("media", "saluran", "caralayanan", "viamedia", "melalui"),
        hint=_("Kosong berarti tatap muka."),
    ),
    Column("outcome", _("Hasil"), ("hasillayanan",), hint=_("Kosong berarti cukup.")),
    Column(
        "follow_up_on",
        _("Tindak lanjut pada"),
        ("tindaklanjut", "tanggaltindaklanjut", "tgltindaklanjut"),
    ),
    Column(
        "topics", _("Topik"), ("topikkonseling", "materi"), hint=_("Pisahkan dengan titik koma.")
    ),
    Column("minutes", _("Lama (menit)"), ("durasi", "lama", "menit", "durasimenit")),
    Column(
        "paper_number",
        _("Nomor di buku"),
        ("no", "nomor", "noregister", "nomorregister", "nourut", "noreg"),
    ),
    Column("summary", _("Ringkasan"), ("keterangan", "catatan", "uraian", "permasalahan")),
]
BY_NAME = {column.name: column for column in COLUMNS}
REQUIRED = [column.name for column in COLUMNS if column.required]
# A field that no column of the book holds may be the same on every line: {"kind": "all:information"}.
SAME = "all:"
_NOT_WORD = re.compile(r"[^a-z0-9]+")


def plain(text: str) -> str:
    """A header or a word of a list without case, spaces and signs: "Jenis Kelamin (L/P)" -> "jeniskelaminlp"."""
    return _NOT_WORD.sub("", text.lower())


def unlike(headers: Iterable[str], *, empty: str) -> list[str]:
    """The headers, each different from every other: without a name "Kolom 3", the second "Nama" is "Nama (2)"."""
    taken: dict[str, int] = {}
    found = []
    for place, header in enumerate(headers, start=1):
        name = " ".join(header.split())[:80] or f"{empty} {place}"
        taken[name] = taken.get(name, 0) + 1
        found.append(name if taken[name] == 1 else f"{name} ({taken[name]})")
    return found


def guess(headers: list[str], remembered: dict[str, str]) -> dict[str, str]:
    """{field: header}: as this office answered last time, else by the header's words; no header twice."""
    free = {plain(header): header for header in reversed(headers)}
    known = {*headers, ""}
    found = {
        name: header
        for name, header in remembered.items()
        if header in known or header.startswith(SAME)
    }
    for header in found.values():
        free.pop(plain(header), None)
    for column in COLUMNS:
        if column.name in found:
            continue
        words = (plain(str(column.label)), plain(column.name), *column.headers)
        word = next((word for word in words if word in free), None)
        if word:
            found[column.name] = free.pop(word)
    return found
