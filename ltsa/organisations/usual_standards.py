"""What desks usually promise, so that a new district need not begin with an empty page; each office changes its own.

Examples in the form of the service standards of UU 25/2009, not a copy of any office's decree.
"""

from typing import NamedTuple


class Usual(NamedTuple):
    name: str
    limit: int
    unit: str
    cost: str
    product: str


REQUIREMENTS = "KTP-el\nKartu keluarga"

USUAL: dict[str, tuple[Usual, ...]] = {
    "KTK": (
        Usual("Rekomendasi paspor", 1, "working_days", "Gratis", "Surat rekomendasi"),
        Usual("Pendaftaran AK-1", 20, "minutes", "Gratis", "Kartu AK-1"),
        Usual("Verifikasi dokumen CPMI", 30, "minutes", "Gratis", "Lembar verifikasi"),
    ),
    "ADU": (Usual("Informasi dan konseling", 30, "minutes", "Gratis", "Penjelasan"),),
    "DKC": (Usual("Legalitas KTP dan KK", 20, "minutes", "Gratis", "Dokumen terverifikasi"),),
    "KES": (Usual("Pemeriksaan kesehatan", 60, "minutes", "Menurut tarif daerah", "Surat sehat"),),
    "IMI": (Usual("Permohonan paspor", 3, "working_days", "Menurut tarif negara", "Paspor"),),
    "POL": (Usual("SKCK", 45, "minutes", "Menurut tarif negara", "SKCK"),),
    "BNK": (Usual("Pembukaan rekening", 30, "minutes", "Gratis", "Buku rekening"),),
    "JSK": (
        Usual("Pendaftaran jaminan sosial", 30, "minutes", "Menurut program", "Kartu peserta"),
    ),
}
