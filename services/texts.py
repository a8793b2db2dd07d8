"""What is read aloud to a client before she decides (domain 4.2), in versions: a consent names the version she heard.

The same words stand in `ConsentText`, a row a version that is never changed: new words here are a new VERSION and a
new migration. Aloud they are said in Indonesian; a reader of the English screen is shown what they mean.
"""

from django.utils.translation import gettext_lazy as _

from .codes import Purpose

VERSION = "2026-11"

RECORD = _(
    "Kami mencatat data Ibu/Bapak untuk memberi layanan dan membuat laporan angka tanpa nama. Ibu/Bapak boleh tidak "
    "menjawab, boleh minta melihat, memperbaiki, atau menghapus data, dan boleh menarik persetujuan kapan saja. "
    "Layanan tetap diberikan bila menolak dicatat dengan nama."
)
REFERRAL = _(
    "Boleh kami kirim data yang dicentang kepada lembaga ini untuk layanan ini? Berlaku sampai tanggal yang tertulis. "
    "Data lain tidak dikirim. Boleh ditarik kapan saja."
)
STATISTICS = _(
    "Boleh Ibu/Bapak ikut kami hitung dalam laporan angka? Nama, alamat, dan cerita tidak ikut. Layanan tetap sama bila "
    "tidak, dan jawaban ini boleh diubah kapan saja."
)
CONTACT = _(
    "Boleh kami menghubungi Ibu/Bapak dengan cara dan pada jam yang tadi disebut? Kami tidak menyebut urusannya kepada "
    "orang lain. Kalau suatu saat tidak aman lagi, katakan saja, dan kami berhenti."
)
FOLLOW_UP = _(
    "Boleh kami menanyakan kabar Ibu/Bapak lagi nanti? Tidak harus dijawab, dan boleh berhenti kapan saja. Layanan tetap "
    "sama bila tidak."
)
STORY = _(
    "Boleh kisah Ibu/Bapak kami ceritakan dalam laporan, tanpa nama, tanpa desa, dan tanpa hal yang membuat orang tahu "
    "itu Ibu/Bapak? Layanan tetap sama bila tidak. Boleh ditarik sebelum laporan terbit."
)
LIMITS = _(
    "Yang Ibu ceritakan kami jaga. Ada batasnya: bila nyawa terancam, ada anak yang jadi korban, atau hukum mewajibkan "
    "laporan (kekerasan seksual: lembaga layanan wajib lapor polisi paling lambat 3x24 jam). Sebelum bercerita, mau "
    "lanjut, pikir dulu, atau bicara umum saja?"
)
UNION_OFFER = _("Bergabung dengan serikat itu pilihan. Layanan tetap sama bila tidak.")

# What is said for each purpose; in version 2026-11 the words of ConsentText.script.
SCRIPTS = {
    Purpose.RECORD: RECORD,
    Purpose.REFERRAL: REFERRAL,
    Purpose.STATISTICS: STATISTICS,
    Purpose.CONTACT: CONTACT,
    Purpose.FOLLOW_UP: FOLLOW_UP,
    Purpose.STORY: STORY,
}
