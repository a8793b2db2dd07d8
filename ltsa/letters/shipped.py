"""The words that are shipped. A district changes them under /kelola/surat/; letters are always in Indonesian.

An empty line parts two paragraphs. Lines "label : value" stand below each other as a table, lines "1. " as a list; a
placeholder alone on its line may be a table, a line of capitals stands in the middle. A line whose placeholder stayed
empty is left out.
"""

INVITATION_SUBJECT = "Undangan {acara} ke-{undangan_ke}"
INVITATION = """Dengan hormat,

Sehubungan dengan pengaduan nomor {nomor_kasus} dari {pengadu} mengenai {pokok_masalah}, dan sesuai dengan Pasal 77 Undang-Undang Nomor 18 Tahun 2017 tentang Pelindungan Pekerja Migran Indonesia, kami mengundang Bapak/Ibu untuk menghadiri {acara} pada:

hari, tanggal : {hari_tanggal}
pukul : {pukul}
tempat : {tempat}
dokumen : {dokumen}

Pertemuan ini untuk mendengar keterangan para pihak dan mencari penyelesaian secara musyawarah. Bila Bapak/Ibu tidak dapat hadir sendiri, wakil yang datang membawa surat kuasa.

Untuk pertanyaan atau usul waktu lain, silakan hubungi {narahubung}.

Atas perhatian dan kehadiran Bapak/Ibu, kami ucapkan terima kasih."""

MINUTES_SUBJECT = "Berita Acara {acara}"
MINUTES = """Pada hari {hari_tanggal}, pukul {pukul}, bertempat di {tempat}, telah dilaksanakan {acara} atas pengaduan nomor {nomor_kasus}, sesuai dengan Pasal 77 Undang-Undang Nomor 18 Tahun 2017 tentang Pelindungan Pekerja Migran Indonesia dan Peraturan Pemerintah Nomor 59 Tahun 2021.

Yang hadir:

{hadir}

Pertemuan dipandu oleh {mediator}. Keterangan para pihak:

1. Pihak pertama, {pihak_pertama}: {keterangan_pertama}
2. Pihak kedua, {pihak_kedua}: {keterangan_kedua}

Hasil pertemuan: {hasil}

Berita acara ini dibacakan kepada para pihak, dibenarkan, lalu ditandatangani. Masing-masing pihak menerima satu salinan."""

SETTLEMENT_SUBJECT = "Kesepakatan Bersama"
SETTLEMENT = """Pada hari {hari_tanggal}, bertempat di {tempat}, kami yang bertanda tangan di bawah ini:

1. {pihak_pertama}, {keterangan_pihak_pertama}, selanjutnya disebut Pihak Pertama;
2. {pihak_kedua}, {keterangan_pihak_kedua}, selanjutnya disebut Pihak Kedua;

dengan dibantu mediator {mediator}, secara sukarela dan tanpa paksaan menyelesaikan pengaduan nomor {nomor_kasus} secara musyawarah sesuai dengan Pasal 77 Undang-Undang Nomor 18 Tahun 2017 tentang Pelindungan Pekerja Migran Indonesia, dan menyepakati:

{butir}

Ketentuan:

1. Setiap pembayaran atau penyerahan disertai tanda terima yang salinannya diserahkan kepada mediator.
2. Bila ada butir yang tidak dipenuhi sampai tanggalnya, pengaduan dibuka kembali dan dapat diteruskan kepada instansi yang berwenang, termasuk usul sanksi menurut peraturan.
3. Kesepakatan ini tidak menghapus hak yang tidak disebut di dalamnya, dan tidak menghalangi proses hukum pidana.

Kesepakatan ini dibuat rangkap tiga dengan kekuatan yang sama: satu untuk tiap pihak dan satu untuk mediator."""

REFERRAL_SUBJECT = "Rujukan nomor {nomor_rujukan}"
REFERRAL = """Dengan hormat,

Dalam rangka pelindungan pekerja migran Indonesia dan keluarganya (Undang-Undang Nomor 18 Tahun 2017 dan Peraturan Pemerintah Nomor 59 Tahun 2021), bersama ini kami merujuk:

klien : {klien}
layanan yang diminta : {layanan}
prioritas : {prioritas}
mohon dijawab sebelum : {tenggat}

{kebutuhan}

Yang sudah dilakukan: {sudah_dilakukan}.

Data yang disetujui klien untuk dibagikan: {data_dibagikan}.

{persetujuan} Mohon data ini dijaga sesuai dengan Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi, dan klien tidak diminta mengulang ceritanya.

Mohon kabar diterima atau tidaknya rujukan ini, dan hasil layanannya, disampaikan kepada {narahubung}.

Atas kerja sama Bapak/Ibu, kami ucapkan terima kasih."""

ATTORNEY_SUBJECT = "Surat Kuasa"
ATTORNEY = """Yang bertanda tangan di bawah ini:

nama : {pemberi_kuasa}
keterangan : {keterangan_pemberi}

selanjutnya disebut Pemberi Kuasa, dengan ini memberi kuasa kepada:

nama : {penerima_kuasa}
keterangan : {keterangan_penerima}

selanjutnya disebut Penerima Kuasa.

KHUSUS

untuk dan atas nama Pemberi Kuasa {urusan}, dalam pengaduan nomor {nomor_kasus}. Untuk itu Penerima Kuasa boleh menghadap pejabat dan lembaga yang terkait, meminta dan memberi keterangan, menghadiri klarifikasi dan mediasi, serta menerima dokumen.

Penerima Kuasa tidak boleh menyetujui perdamaian atau menerima uang tanpa persetujuan tertulis Pemberi Kuasa, dan tidak boleh memindahkan kuasa ini kepada orang lain.

Kuasa ini berlaku sampai {berlaku_sampai} dan dapat dicabut kapan saja oleh Pemberi Kuasa. Layanan kepada Pemberi Kuasa tidak dipungut biaya."""

RECEIPT_SUBJECT = "Tanda Terima"
RECEIPT = """Pada hari {hari_tanggal}, bertempat di {tempat}, untuk {keperluan} dalam pengaduan nomor {nomor_kasus}, {yang_menyerahkan} telah menyerahkan kepada {yang_menerima}:

{rincian}

Yang menerima telah memeriksa dan membenarkan jumlah serta keadaannya. Tanda terima ini dibuat rangkap dua, satu untuk tiap pihak."""
