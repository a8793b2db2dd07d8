"""Given and family names as registers hold them, the commonest first. Who is made of them is nobody."""

FIRST = (
    "Siti Sri Nur Dewi Endang Ani Eka Rini Yuliana Tuti Wahyuni Umi Sulastri Maryati Lilis Komariah Ningsih Fatimah "
    "Aminah Ratna Suharti Wagiyem Rukmini Nurhayati Khotimah Jumini Partini Rohmah Tri Dwi Indah Kartini Lestari Yati "
    "Rohani Maimunah Sumiati Suparti Suryani Juminah Zubaidah Halimah Hasanah Aisyah Solikhah Masruroh Munawaroh "
    "Kasmirah Tarsinah Warsinih Darwati Casminih Rasinih Kusniah Taminih Karsinah Wartini Sukinah Sarinah Tumini "
    "Poniyem Painem Ngatini Sutinah Mujiati Sunarti Winarsih Purwanti Hartini Sumarni Rusmini Karmila Melati Novita "
    "Fitri Anisa Rahma Putri Ayu Kurnia Desi Rina Yanti Yuni Evi Neneng Enok Euis Iis Imas Ika Nining Entin Cucu Titin "
    "Agus Budi Slamet Joko Ahmad Abdul Muhamad Sutrisno Supriyadi Wahyudi Hendra Dedi Asep Ujang Cecep Darsono Kasim "
    "Warsono Rudi Eko Bambang Suyatno Ngadiman Tarmidi Sanusi Karta Wasito Jaenudin Fauzi Zainal Rokhmat"
).split()
LAST = (
    "Rahayu Lestari Handayani Wulandari Aminah Astuti Rahmawati Fitriani Hidayati Wahyuni Susanti Yulianti Puspitasari "
    "Kusumawati Susilowati Setyowati Purwaningsih Mulyani Widiastuti Sulistyowati Anggraeni Maesaroh Nurjanah Khotimah "
    "Maryam Solihah Rohayati Hasanah Fatonah Juariah Mutmainah Sapitri Permatasari Pratiwi Safitri Oktaviani Maharani "
    "Utami Kartika Sari Dewi Ningsih Ningrum Yuliani Suryani Indriani Apriliani Agustina Febriani Kurniasih Sukaesih "
    "Suhartini Sumiyati Kuswati Karyati Warniti Sukarsih Wartinah Karminih Tasinih Rasmini Daminah Casriah Turinah "
    "Rumiyati Wiyati Kasanah Zulaikha Latifah Mubarokah Qomariah Syarifah Ulfa Zahra Azizah Chasanah Djuwariyah "
    "Soekarti Supriyatin Sulistiani Nurlaela Nurhasanah Nuraeni Nurhidayah Marlina Herlina Erlina Yunita Anita Juwita "
    "Setiawan Santoso Hidayat Wijaya Kurniawan Saputra Prasetyo Nugroho Susanto Riyanto Haryanto Supriyanto Widodo "
    "Rohman Rahman Hakim Maulana Firmansyah Ramadhan Suhendar Sudrajat Mulyadi Suryadi Junaedi Sutarno Wibowo Gunawan "
    "Hermawan Iskandar Yulianto Purnomo Sugiarto Suwarno Sunarya Permana Subagja Komarudin Nasrudin Samsudin Baharudin"
).split()
