"""The letters there are: what each needs to know, and the text that is shipped.

For the apps:

    from ltsa.letters.actions import make_letter, void_letter
    from ltsa.letters.serving import pdf_response

    letter = make_letter(
        "invitation", subject=case.pk, organisation=case.organisation, restricted=case.restricted, by=user,
        data={"nomor_kasus": case.code, "hari_tanggal": date(2026, 12, 7), ...},
    )
    void_letter(letter, reason="Salah tanggal", by=user)
    return pdf_response(letter, by=request.user)

`subject`: the UUID of the case or referral that the letter belongs to; who may see that may read the letter, so ask
`visible_to` of the case first, then `Letter.objects.about(case.pk)`. The event on the timeline is the caller's.

`data` holds the keys below; a key that is not optional and is missing raises ValidationError with its label. A value is
words, a date ("7 Desember 2026"; `hari_tanggal` "Senin, 7 Desember 2026"), a number, or (Decimal, "HKD") for money. A table
is a list of dicts with the keys of its columns. Optional everywhere: `tembusan` (list of words). In letters, not deeds:
`kepada` (list of lines, required), `lampiran` (words).

    invitation         nomor_kasus, acara ("klarifikasi", "mediasi"), undangan_ke (1), hari_tanggal, pukul, tempat, pengadu
                       (her name, or her code), pokok_masalah, narahubung, [dokumen]; kepada
    minutes            nomor_kasus, acara, hari_tanggal, pukul, tempat, pihak_pertama, pihak_kedua, mediator,
                       hadir [{nama, sebagai}], keterangan_pertama, keterangan_kedua, hasil
    settlement         nomor_kasus, hari_tanggal, tempat, pihak_pertama, [keterangan_pihak_pertama], pihak_kedua,
                       [keterangan_pihak_kedua], mediator, butir [{isi, jumlah, tenggat}]
    referral_letter    nomor_rujukan, klien (her name, or her code), layanan, prioritas, tenggat, kebutuhan, persetujuan,
                       narahubung, [sudah_dilakukan], [data_dibagikan]; kepada
    power_of_attorney  nomor_kasus, pemberi_kuasa, [keterangan_pemberi], penerima_kuasa, keterangan_penerima, urusan,
                       berlaku_sampai
    receipt            nomor_kasus, hari_tanggal, tempat, yang_menyerahkan, yang_menerima, keperluan,
                       rincian [{uraian, jumlah, keterangan}]

Of a restricted case give codes only: the paper says "Rahasia", and is signed with the officer's code, not with a name. An
invitation has no place for the address of whoever complains.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from . import shipped


@dataclass(frozen=True)
class Column:
    """`wide` takes what room is left; `number` stands at the right edge."""

    key: str
    label: str  # printed, so in Indonesian
    wide: bool = False
    number: bool = False


@dataclass(frozen=True)
class Placeholder:
    """What a text names in braces. With `columns` it is a table, on a line of its own."""

    key: str
    label: object
    example: object
    optional: bool = False
    columns: tuple[Column, ...] = ()


@dataclass(frozen=True)
class Signer:
    """Who signs under a deed: the role as printed, and the placeholder that holds the name."""

    role: str
    key: str
    stamp: bool = False  # place for the duty stamp


@dataclass(frozen=True)
class Kind:
    """A letter has an addressee and the office's signature; a deed has a title and is signed by its parties."""

    code: str
    label: object
    about: object
    subject: str
    body: str
    placeholders: tuple[Placeholder, ...]
    signers: tuple[Signer, ...] = ()

    @property
    def is_deed(self) -> bool:
        return bool(self.signers)

    @property
    def named(self) -> dict[str, Placeholder]:
        return {one.key: one for one in self.placeholders}


P = Placeholder
CASE = P("nomor_kasus", _("nomor kasus"), "LTSA-3209-2026-0042")
DAY = P("hari_tanggal", _("hari dan tanggal"), date(2026, 12, 7))
HOUR = P("pukul", _("jam"), "09.00 WIB")
PLACE = P("tempat", _("tempat"), "Ruang Mediasi LTSA, Jalan Contoh Raya No. 1")
FIRST = P("pihak_pertama", _("nama pihak pertama"), "Suharti Contohsari")
SECOND = P("pihak_kedua", _("nama pihak kedua"), "Budi Umpama")
MEDIATOR = P("mediator", _("nama mediator"), "Rahmat Contohnya")
CONTACT = P("narahubung", _("siapa yang dihubungi"), "Loket Pengaduan, telepon 021-555-0100")

_ALL = (
    Kind(
        "invitation",
        _("Undangan"),
        _("Mengundang para pihak untuk klarifikasi atau mediasi."),
        shipped.INVITATION_SUBJECT,
        shipped.INVITATION,
        (
            CASE,
            P("acara", _("acara"), "klarifikasi"),
            P("undangan_ke", _("undangan ke berapa"), 1),
            DAY,
            HOUR,
            PLACE,
            P("pengadu", _("nama atau kode yang mengadu"), "Suharti Contohsari"),
            P("pokok_masalah", _("pokok masalah"), "upah yang belum dibayar"),
            P("dokumen", _("dokumen yang dibawa"), "perjanjian penempatan dan bukti pembayaran", optional=True),
            CONTACT,
        ),
    ),
    Kind(
        "minutes",
        _("Berita acara"),
        _("Mencatat jalannya klarifikasi atau mediasi."),
        shipped.MINUTES_SUBJECT,
        shipped.MINUTES,
        (
            CASE,
            P("acara", _("acara"), "mediasi"),
            DAY,
            HOUR,
            PLACE,
            FIRST,
            SECOND,
            MEDIATOR,
            P(
                "hadir",
                _("daftar hadir (tabel)"),
                [
                    {"nama": "Suharti Contohsari", "sebagai": "Pihak pertama"},
                    {"nama": "Budi Umpama", "sebagai": "Pihak kedua, mewakili PT Contoh Karya"},
                ],
                columns=(Column("nama", "Nama", wide=True), Column("sebagai", "Sebagai", wide=True)),
            ),
            P("keterangan_pertama", _("keterangan pihak pertama"), "Upah tiga bulan belum dibayar."),
            P("keterangan_kedua", _("keterangan pihak kedua"), "Mengakui keterlambatan dan siap membayar."),
            P("hasil", _("hasil"), "Para pihak sepakat; isinya ditulis dalam kesepakatan bersama."),
        ),
        (Signer("Pihak Pertama", "pihak_pertama"), Signer("Pihak Kedua", "pihak_kedua"), Signer("Mediator", "mediator")),
    ),
    Kind(
        "settlement",
        _("Kesepakatan bersama"),
        _("Apa yang disepakati, berapa, dan paling lambat kapan."),
        shipped.SETTLEMENT_SUBJECT,
        shipped.SETTLEMENT,
        (
            CASE,
            DAY,
            PLACE,
            FIRST,
            P("keterangan_pihak_pertama", _("keterangan pihak pertama"), "pekerja migran Indonesia", optional=True),
            SECOND,
            P("keterangan_pihak_kedua", _("keterangan pihak kedua"), "mewakili PT Contoh Karya", optional=True),
            MEDIATOR,
            P(
                "butir",
                _("butir kesepakatan (tabel)"),
                [
                    {"isi": "Upah bulan Juni dan Juli", "jumlah": (Decimal("9200"), "HKD"), "tenggat": date(2026, 12, 21)},
                    {"isi": "Biaya yang ditagih berlebih", "jumlah": (Decimal("3500000"), "IDR"), "tenggat": date(2027, 1, 11)},
                    {"isi": "Paspor dikembalikan", "jumlah": "-", "tenggat": date(2026, 12, 10)},
                ],
                columns=(
                    Column("isi", "Yang disepakati", wide=True),
                    Column("jumlah", "Jumlah", number=True),
                    Column("tenggat", "Paling lambat"),
                ),
            ),
        ),
        (
            Signer("Pihak Pertama", "pihak_pertama"),
            Signer("Pihak Kedua", "pihak_kedua", stamp=True),
            Signer("Mediator", "mediator"),
        ),
    ),
    Kind(
        "referral_letter",
        _("Surat rujukan"),
        _("Mengantar klien ke lembaga lain, dengan data yang ia setujui."),
        shipped.REFERRAL_SUBJECT,
        shipped.REFERRAL,
        (
            P("nomor_rujukan", _("nomor rujukan"), "R-7F3KQ2M"),
            P("klien", _("nama atau kode klien"), "K-7F3KQ2M"),
            P("layanan", _("layanan yang diminta"), "bantuan hukum"),
            P("prioritas", _("prioritas"), "Mendesak"),
            P("tenggat", _("tenggat jawaban"), date(2026, 12, 10)),
            P("kebutuhan", _("ringkasan kebutuhan"), "Memerlukan pendampingan untuk menagih upah."),
            P("persetujuan", _("dasar pengiriman"), "Klien telah menyetujui rujukan ini. Persetujuan dapat ditarik kapan saja."),
            P("sudah_dilakukan", _("yang sudah dilakukan"), "konseling dan pemeriksaan dokumen", optional=True),
            P("data_dibagikan", _("data yang disetujui klien"), "nama, nomor telepon, kebutuhan", optional=True),
            CONTACT,
        ),
    ),
    Kind(
        "power_of_attorney",
        _("Surat kuasa"),
        _("Klien memberi kuasa kepada pendamping untuk satu urusan."),
        shipped.ATTORNEY_SUBJECT,
        shipped.ATTORNEY,
        (
            CASE,
            P("pemberi_kuasa", _("nama pemberi kuasa"), "Suharti Contohsari"),
            P("keterangan_pemberi", _("keterangan pemberi kuasa"), "pekerja migran Indonesia", optional=True),
            P("penerima_kuasa", _("nama penerima kuasa"), "Wulan Umpamawati"),
            P("keterangan_penerima", _("jabatan dan lembaga penerima kuasa"), "Pendamping, Serikat Contoh"),
            P("urusan", _("untuk urusan apa"), "mengurus tuntutan upah yang belum dibayar"),
            P("berlaku_sampai", _("berlaku sampai"), date(2027, 6, 30)),
        ),
        (Signer("Penerima Kuasa", "penerima_kuasa"), Signer("Pemberi Kuasa", "pemberi_kuasa", stamp=True)),
    ),
    Kind(
        "receipt",
        _("Tanda terima"),
        _("Dokumen atau uang yang berpindah tangan."),
        shipped.RECEIPT_SUBJECT,
        shipped.RECEIPT,
        (
            CASE,
            DAY,
            PLACE,
            P("yang_menyerahkan", _("nama yang menyerahkan"), "Budi Umpama"),
            P("yang_menerima", _("nama yang menerima"), "Suharti Contohsari"),
            P("keperluan", _("untuk keperluan apa"), "pelaksanaan kesepakatan bersama"),
            P(
                "rincian",
                _("rincian (tabel)"),
                [
                    {"uraian": "Pembayaran pertama", "jumlah": (Decimal("4600"), "HKD"), "keterangan": "Transfer bank"},
                    {"uraian": "Paspor", "jumlah": "1", "keterangan": "Asli"},
                ],
                columns=(
                    Column("uraian", "Uraian", wide=True),
                    Column("jumlah", "Jumlah", number=True),
                    Column("keterangan", "Keterangan", wide=True),
                ),
            ),
        ),
        (Signer("Yang Menyerahkan", "yang_menyerahkan"), Signer("Yang Menerima", "yang_menerima")),
    ),
)  # fmt: skip
KINDS = {kind.code: kind for kind in _ALL}
CHOICES = [(kind.code, kind.label) for kind in _ALL]
