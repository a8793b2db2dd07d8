from datetime import date

from django.db import migrations

VERSION, SINCE = "2026-11", date(2026, 11, 1)
RIGHTS = (
    "Saya boleh melihat, memperbaiki, dan meminta penghapusan data saya, dan boleh menarik persetujuan ini kapan saja, "
    "dengan cara apa pun, tanpa alasan. Layanan tetap sama bila saya menolak. Dasar: UU 27/2022 tentang Pelindungan "
    "Data Pribadi."
)
# (purpose, what is said aloud, what stands on paper)
TEXTS = [
    (
        "record",
        "Kami mencatat data Ibu/Bapak untuk memberi layanan dan membuat laporan angka tanpa nama. Ibu/Bapak boleh tidak "
        "menjawab, boleh minta melihat, memperbaiki, atau menghapus data, dan boleh menarik persetujuan kapan saja. "
        "Layanan tetap diberikan bila menolak dicatat dengan nama.",
        "Saya mengizinkan kantor ini mencatat data saya untuk memberi layanan dan membuat laporan angka tanpa nama. "
        "Data disimpan paling lama sampai tanggal yang tertulis, lalu nama saya dihapus.",
    ),
    (
        "referral",
        "Boleh kami kirim data yang dicentang kepada lembaga ini untuk layanan ini? Berlaku sampai tanggal yang tertulis. "
        "Data lain tidak dikirim. Boleh ditarik kapan saja.",
        "Saya mengizinkan kantor ini mengirim data yang dicentang kepada lembaga yang tertulis, untuk layanan yang saya "
        "minta, sampai tanggal yang tertulis. Data lain tidak dikirim.",
    ),
    (
        "statistics",
        "Boleh Ibu/Bapak ikut kami hitung dalam laporan angka? Nama, alamat, dan cerita tidak ikut. Layanan tetap sama "
        "bila tidak, dan jawaban ini boleh diubah kapan saja.",
        "Saya mengizinkan kantor ini menghitung saya dalam laporan angka, tanpa nama, alamat, dan cerita.",
    ),
    (
        "contact",
        "Boleh kami menghubungi Ibu/Bapak dengan cara dan pada jam yang tadi disebut? Kami tidak menyebut urusannya "
        "kepada orang lain. Kalau suatu saat tidak aman lagi, katakan saja, dan kami berhenti.",
        "Saya mengizinkan kantor ini menghubungi saya hanya dengan cara dan pada jam yang saya sebut. Urusan saya tidak "
        "disebut kepada orang lain.",
    ),
    (
        "follow_up",
        "Boleh kami menanyakan kabar Ibu/Bapak lagi nanti? Tidak harus dijawab, dan boleh berhenti kapan saja. Layanan "
        "tetap sama bila tidak.",
        "Saya mengizinkan kantor ini menanyakan kabar saya lagi, sampai tanggal yang tertulis. Saya tidak harus menjawab.",
    ),
    (
        "story",
        "Boleh kisah Ibu/Bapak kami ceritakan dalam laporan, tanpa nama, tanpa desa, dan tanpa hal yang membuat orang "
        "tahu itu Ibu/Bapak? Layanan tetap sama bila tidak. Boleh ditarik sebelum laporan terbit.",
        "Saya mengizinkan kantor ini menceritakan kisah saya dalam laporan, tanpa nama, tanpa desa, dan tanpa hal yang "
        "membuat orang mengenali saya. Setelah laporan terbit, kisah itu tidak dapat ditarik lagi.",
    ),
]


def load(apps, schema_editor):
    apps.get_model("services", "ConsentText").objects.bulk_create(
        apps.get_model("services", "ConsentText")(
            purpose=purpose, version=VERSION, script=script, text=f"{paper} {RIGHTS}", since=SINCE
        )
        for purpose, script, paper in TEXTS
    )


class Migration(migrations.Migration):
    dependencies = [("services", "0008_restricted_consents")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
