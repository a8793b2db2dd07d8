"""What happens in the invented cases, in shares; sensitive stories are never told, only that they are held."""

# Case types by phase (domain 3.3), as often as they come to a desk.
TYPES = {
    "before": {
        "REK03": 20,
        "REK01": 18,
        "REK02": 16,
        "REK04": 14,
        "REK05": 11,
        "REK09": 8,
        "KEL01": 3,
        "LAIN": 3,
        "REK07": 3,
        "TPO01": 3,
    },
    "during": {
        "KRJ01": 18,
        "HLK01": 14,
        "KRJ02": 12,
        "KRJ03": 12,
        "KRJ04": 6,
        "KRJ05": 6,
        "KES01": 6,
        "REK04": 5,
        "KRJ08": 5,
        "JSK01": 4,
        "KRJ07": 4,
        "IMG01": 3,
        "GBV01": 3,
        "GBV03": 2,
    },
    "after": {
        "PUR01": 24,
        "KRJ01": 14,
        "JSK01": 14,
        "KEL01": 8,
        "IMG02": 8,
        "KEL02": 7,
        "KEL03": 6,
        "REK04": 4,
        "GBV04": 5,
        "GBV03": 4,
        "KES02": 3,
    },
}
SENSITIVE_BENT = 5  # how much more often they are told to a women's organisation

ACCOUNTS = {
    "REK": [
        "Diminta membayar lagi setelah medis. Kuitansi hanya satu dari tiga pembayaran.",
        "Berkas dititipkan ke sponsor sejak empat bulan lalu dan belum dikembalikan.",
        "Dijanjikan berangkat tiga bulan, sudah tujuh bulan belum ada jadwal.",
    ],
    "KRJ": [
        "Gaji dua bulan terakhir belum dibayar. Ada slip gaji bulan sebelumnya.",
        "Pekerjaan berbeda dari perjanjian kerja. Ingin pindah majikan dengan cara yang sah.",
        "Kontrak diputus sebelum waktunya, tiket pulang diminta dibayar sendiri.",
    ],
    "HLK": ["Keluarga tidak mendapat kabar sejak beberapa minggu. Nomor lama tidak aktif."],
    "KES": ["Dirawat di rumah sakit di negara tujuan. Keluarga menanyakan biaya dan asuransi."],
    "IMG": ["Dipulangkan bersama rombongan. Barang dan dokumen masih di negara tujuan."],
    "JSK": ["Klaim belum cair. Surat keterangan dari majikan belum ada."],
    "KEL": [
        "Kiriman uang untuk anak tidak sampai. Keluarga minta dibantu bicara baik-baik.",
        "Ingin mengurus hak asuh setelah pulang.",
    ],
    "PUR": ["Baru pulang, ingin modal dan pelatihan usaha. Sudah punya kelompok di desa."],
    "LAIN": ["Perlu bantuan mengurus surat yang hilang."],
}
HELD = "Disampaikan langsung kepada pendamping. Rincian tidak ditulis di sini."

NEEDS = {
    "psychosocial": "Perlu teman bicara secara rutin, sebaiknya siang hari.",
    "legal": "Perlu penjelasan hukum dan pendampingan menyusun bukti.",
    "shelter": "Perlu tempat aman untuk beberapa hari.",
    "mediation": "Minta dibantu bicara dengan perusahaan penempatan.",
    "social_security": "Perlu bantuan melengkapi berkas klaim.",
    "livelihood": "Ingin ikut pelatihan usaha dan kelompok purna.",
    "union": "Minta didampingi menagih hak kerja.",
    "return": "Keluarga minta bantuan pemulangan.",
    "information": "Perlu penjelasan langkah berikutnya.",
    "health": "Perlu pemeriksaan kesehatan.",
    "child": "Ada anak yang perlu diperhatikan.",
}
ASKED = "Apakah klien bisa datang hari Selasa, atau lebih baik kami yang menghubungi?"
ANSWERED = "Klien bisa datang hari Selasa pagi."
REPORTED = "Layanan sudah diberikan sesuai permintaan."
FED_BACK = "Klien hadir tepat waktu. Pertemuan berikut sudah dijadwalkan."
DECLINED = {
    "full": "Jadwal konselor penuh sampai dua minggu ke depan.",
    "out_of_mandate": "Sebaiknya ke dinas, kami tidak menangani klaim.",
    "out_of_area": "Domisili klien di luar wilayah kami.",
    "data_missing": "Mohon lengkapi cara menghubungi klien.",
    "client_refuses": "Klien memilih tidak melanjutkan.",
}
DECLINE_SHARES = {
    "full": 36,
    "out_of_mandate": 22,
    "data_missing": 20,
    "out_of_area": 12,
    "client_refuses": 10,
}
RETURNED = "Klien tidak dapat dihubungi setelah tiga kali dicoba."

# What each kind of house asks of which other, in shares: {sender: {recipient: (share, services)}}.
ASKS = {
    "office": {
        "union": (40, ["legal", "union"]),
        "women": (45, ["psychosocial", "legal"]),
        "uptdppa": (15, ["health", "child"]),
    },
    "union": {
        "office": (62, ["mediation", "social_security", "return"]),
        "women": (38, ["psychosocial"]),
    },
    "women": {
        "office": (48, ["livelihood", "social_security"]),
        "union": (30, ["legal", "union"]),
        "uptdppa": (22, ["shelter", "health"]),
    },
    "uptdppa": {"women": (60, ["psychosocial"]), "office": (40, ["livelihood"])},
}
# Median hours to the first answer, by the recipient's kind.
ANSWER_MEDIAN = {"office": 52, "union": 30, "women": 14, "uptdppa": 38}
