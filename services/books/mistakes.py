"""What can be wrong with a line, in words for whoever mends it; rows keep the code alone."""

from django.utils.translation import gettext_lazy as _

from .columns import BY_NAME

MISTAKES = {
    "missing": _("Belum diisi."),
    "choice": _("Kata ini tidak ada di lembar daftar kode."),
    "date": _("Tanggal tidak dikenali. Contoh: 17/08/2026."),
    "future": _("Tanggal ini belum terjadi. Periksa tahunnya."),
    "old": _("Tanggal lahir terlalu lama. Periksa tahunnya."),
    "past": _("Tanggal tindak lanjut sudah lewat. Tulis hari yang akan datang, atau hasil Cukup."),
    "follow_up": _("Hasilnya perlu tindak lanjut: isi tanggal tindak lanjut, atau tulis Cukup."),
    "time": _("Jam tidak dikenali. Contoh: 14.30."),
    "age": _("Umur tidak dikenali. Contoh: 27."),
    "born": _("Isi tanggal lahir atau umur."),
    "name": _("Nama tidak berisi huruf."),
    "long": _("Isinya terlalu panjang."),
    "rounded": _(
        "Angka ini sudah dibulatkan oleh Excel. Ubah kolomnya menjadi Teks, ketik ulang, atau kosongkan."
    ),
    "phone": _("Nomor telepon tidak dikenali. Contoh: 0812 3456 7890."),
    "minutes": _("Lama pertemuan antara 1 dan 720 menit."),
    "score": _("Nilai kuis harus angka."),
    "village": _(
        "Desa tidak ditemukan. Tulis nama desa dan kecamatannya; di luar kabupaten: kode wilayahnya."
    ),
    "village_twice": _("Ada beberapa desa bernama ini. Isi kecamatannya."),
    "formula": _("Sel ini berisi rumus. Salin lalu tempel sebagai nilai."),
    "phase": _("Isi tahap migrasi; untuk keluarga PMI tidak dapat ditebak."),
    "gone": _("Klien yang dipilih tidak dapat dilihat lagi. Periksa buku ini sekali lagi."),
}


def in_words(errors: list[dict]) -> list[str]:
    """["Tanggal lahir: Tanggal tidak dikenali. …"] of a row's errors."""
    return [
        f"{BY_NAME[one['field']].label}: {MISTAKES[one['message']]}"
        if one["field"] in BY_NAME
        else str(MISTAKES[one["message"]])
        for one in errors
    ]
