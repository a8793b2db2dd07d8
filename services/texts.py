"""What is read aloud to a client before she decides (domain 4.2), in versions: a consent names the version she heard."""

from django.utils.translation import gettext_lazy as _

RECORD = _(
    "Kami mencatat data Ibu/Bapak untuk memberi layanan dan membuat laporan angka tanpa nama. Ibu/Bapak boleh tidak "
    "menjawab, boleh minta melihat, memperbaiki, atau menghapus data, dan boleh menarik persetujuan kapan saja. "
    "Layanan tetap diberikan bila menolak dicatat dengan nama."
)
REFERRAL = _(
    "Boleh kami kirim data yang dicentang kepada lembaga ini untuk layanan ini? Berlaku sampai tanggal yang tertulis. "
    "Data lain tidak dikirim. Boleh ditarik kapan saja."
)
LIMITS = _(
    "Yang Ibu ceritakan kami jaga. Ada batasnya: bila nyawa terancam, ada anak yang jadi korban, atau hukum mewajibkan "
    "laporan (kekerasan seksual: lembaga layanan wajib lapor polisi paling lambat 3x24 jam). Sebelum bercerita, mau "
    "lanjut, pikir dulu, atau bicara umum saja?"
)
UNION_OFFER = _("Bergabung dengan serikat itu pilihan. Layanan tetap sama bila tidak.")
