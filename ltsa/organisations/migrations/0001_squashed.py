"""All tables of this app at once, for a new database; one that has the single steps keeps them (`replaces`)."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.db import migrations, models

from ltsa.new_tables import NewTables


HISTORY = (
    "REVOKE UPDATE, DELETE, TRUNCATE ON organisations_agencyevent, organisations_servicestandardevent, "
    "organisations_closureevent, organisations_offeredserviceevent FROM ltsa_web;"
)


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("organisations", "0001_initial"),
        ("organisations", "0002_agencies_and_standards"),
        ("organisations", "0003_reports_violence"),
        ("organisations", "0004_letter_codes"),
        ("organisations", "0005_what_is_offered"),
    ]

    dependencies = [
        ("areas", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        NewTables(
            [
                migrations.CreateModel(
                    name="AgencyEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "id",
                            models.UUIDField(default=uuid.uuid4, editable=False, serialize=False),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("p3mi", "P3MI"),
                                    ("training", "LPK (lembaga pelatihan kerja)"),
                                    ("partner", "Mitra usaha atau agensi di luar negeri"),
                                    ("employer", "Pemberi kerja"),
                                ],
                                max_length=8,
                                verbose_name="jenis",
                            ),
                        ),
                        ("name", models.CharField(max_length=160, verbose_name="nama perusahaan")),
                        ("search_name", models.CharField(editable=False, max_length=200)),
                        (
                            "licence",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="nomor SIP3MI"
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("active", "Izin berlaku"),
                                    ("revoked", "Izin dicabut"),
                                    ("unknown", "Belum diketahui"),
                                ],
                                default="unknown",
                                max_length=8,
                                verbose_name="status izin",
                            ),
                        ),
                        (
                            "branch",
                            models.CharField(blank=True, max_length=120, verbose_name="cabang"),
                        ),
                        ("address", models.TextField(blank=True, verbose_name="alamat")),
                        (
                            "phone",
                            models.CharField(blank=True, max_length=40, verbose_name="telepon"),
                        ),
                        (
                            "country",
                            models.CharField(blank=True, max_length=60, verbose_name="negara"),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, max_length=120, verbose_name="sumber"),
                        ),
                        (
                            "checked_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="terakhir diperiksa"
                            ),
                        ),
                        ("complaints", models.PositiveIntegerField(default=0, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Agreement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("number", models.CharField(max_length=80, verbose_name="nomor")),
                        ("starts_on", models.DateField(verbose_name="mulai")),
                        (
                            "ends_on",
                            models.DateField(blank=True, null=True, verbose_name="berakhir"),
                        ),
                    ],
                    options={
                        "ordering": ["-starts_on"],
                    },
                ),
                migrations.CreateModel(
                    name="Closure",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("starts_on", models.DateField(verbose_name="mulai")),
                        ("ends_on", models.DateField(verbose_name="sampai")),
                        ("reason", models.CharField(max_length=120, verbose_name="alasan")),
                        ("declared_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("cancelled_at", models.DateTimeField(null=True)),
                    ],
                    options={
                        "ordering": ["starts_on"],
                    },
                ),
                migrations.CreateModel(
                    name="ClosureEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("starts_on", models.DateField(verbose_name="mulai")),
                        ("ends_on", models.DateField(verbose_name="sampai")),
                        ("reason", models.CharField(max_length=120, verbose_name="alasan")),
                        ("declared_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("cancelled_at", models.DateTimeField(null=True)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Holiday",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="tanggal")),
                        ("name", models.CharField(max_length=120, verbose_name="nama hari libur")),
                    ],
                    options={
                        "ordering": ["on"],
                    },
                ),
                migrations.CreateModel(
                    name="Letterhead",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "lines",
                            models.TextField(
                                help_text="Satu baris per baris kop.", verbose_name="kop surat"
                            ),
                        ),
                        (
                            "signatory_name",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="nama penanda tangan"
                            ),
                        ),
                        (
                            "signatory_title",
                            models.CharField(blank=True, max_length=120, verbose_name="jabatan"),
                        ),
                        (
                            "signatory_number",
                            models.CharField(blank=True, max_length=30, verbose_name="NIP"),
                        ),
                        (
                            "letter_code",
                            models.CharField(blank=True, max_length=20, verbose_name="kode surat"),
                        ),
                        (
                            "office_code",
                            models.CharField(blank=True, max_length=20, verbose_name="kode kantor"),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                ),
                migrations.CreateModel(
                    name="OfferedService",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "code",
                            models.CharField(
                                choices=[
                                    ("psychosocial", "Dukungan psikososial"),
                                    ("health", "Kesehatan"),
                                    ("forensic", "Visum"),
                                    ("shelter", "Rumah perlindungan"),
                                    ("legal", "Bantuan hukum"),
                                    ("police", "Pendampingan ke polisi"),
                                    ("return", "Pemulangan"),
                                    ("civil_registry", "Administrasi kependudukan"),
                                    ("social_security", "Jaminan sosial"),
                                    ("livelihood", "Ekonomi dan reintegrasi"),
                                    ("union", "Serikat dan pendampingan kasus kerja"),
                                    ("child", "Layanan anak"),
                                    ("mediation", "Mediasi"),
                                    ("information", "Informasi dan konseling"),
                                ],
                                max_length=24,
                                verbose_name="layanan",
                            ),
                        ),
                        (
                            "sex",
                            models.CharField(
                                blank=True,
                                choices=[("female", "Perempuan saja"), ("male", "Laki-laki saja")],
                                max_length=8,
                                verbose_name="untuk siapa",
                            ),
                        ),
                        (
                            "age_from",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="umur dari"
                            ),
                        ),
                        (
                            "age_to",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="umur sampai"
                            ),
                        ),
                        (
                            "phases",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=8),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="masa migrasi",
                            ),
                        ),
                        (
                            "areas",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=13),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="kecamatan",
                            ),
                        ),
                        ("cost", models.CharField(blank=True, max_length=80, verbose_name="biaya")),
                        (
                            "note",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="syarat lain"
                            ),
                        ),
                        (
                            "is_24h",
                            models.BooleanField(default=False, verbose_name="melayani 24 jam"),
                        ),
                        (
                            "paused_since",
                            models.DateField(blank=True, null=True, verbose_name="penuh sejak"),
                        ),
                        (
                            "paused_until",
                            models.DateField(blank=True, null=True, verbose_name="penuh sampai"),
                        ),
                        (
                            "pause_reason",
                            models.CharField(blank=True, max_length=120, verbose_name="alasan"),
                        ),
                    ],
                    options={
                        "ordering": ["code"],
                    },
                ),
                migrations.CreateModel(
                    name="OfferedServiceEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "code",
                            models.CharField(
                                choices=[
                                    ("psychosocial", "Dukungan psikososial"),
                                    ("health", "Kesehatan"),
                                    ("forensic", "Visum"),
                                    ("shelter", "Rumah perlindungan"),
                                    ("legal", "Bantuan hukum"),
                                    ("police", "Pendampingan ke polisi"),
                                    ("return", "Pemulangan"),
                                    ("civil_registry", "Administrasi kependudukan"),
                                    ("social_security", "Jaminan sosial"),
                                    ("livelihood", "Ekonomi dan reintegrasi"),
                                    ("union", "Serikat dan pendampingan kasus kerja"),
                                    ("child", "Layanan anak"),
                                    ("mediation", "Mediasi"),
                                    ("information", "Informasi dan konseling"),
                                ],
                                max_length=24,
                                verbose_name="layanan",
                            ),
                        ),
                        (
                            "sex",
                            models.CharField(
                                blank=True,
                                choices=[("female", "Perempuan saja"), ("male", "Laki-laki saja")],
                                max_length=8,
                                verbose_name="untuk siapa",
                            ),
                        ),
                        (
                            "age_from",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="umur dari"
                            ),
                        ),
                        (
                            "age_to",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="umur sampai"
                            ),
                        ),
                        (
                            "phases",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=8),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="masa migrasi",
                            ),
                        ),
                        (
                            "areas",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=13),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="kecamatan",
                            ),
                        ),
                        ("cost", models.CharField(blank=True, max_length=80, verbose_name="biaya")),
                        (
                            "note",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="syarat lain"
                            ),
                        ),
                        (
                            "is_24h",
                            models.BooleanField(default=False, verbose_name="melayani 24 jam"),
                        ),
                        (
                            "paused_since",
                            models.DateField(blank=True, null=True, verbose_name="penuh sejak"),
                        ),
                        (
                            "paused_until",
                            models.DateField(blank=True, null=True, verbose_name="penuh sampai"),
                        ),
                        (
                            "pause_reason",
                            models.CharField(blank=True, max_length=120, verbose_name="alasan"),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="OpeningHours",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("weekday", models.PositiveSmallIntegerField(verbose_name="hari")),
                        ("opens", models.TimeField(verbose_name="buka")),
                        ("closes", models.TimeField(verbose_name="tutup")),
                    ],
                    options={
                        "ordering": ["weekday", "opens"],
                    },
                ),
                migrations.CreateModel(
                    name="Organisation",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("name", models.CharField(max_length=160, verbose_name="nama lembaga")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("government", "Pemerintah"),
                                    ("union", "Serikat pekerja"),
                                    ("womens_organisation", "Organisasi perempuan"),
                                    ("village", "Desa"),
                                    ("other", "Lainnya"),
                                ],
                                max_length=24,
                                verbose_name="jenis",
                            ),
                        ),
                        (
                            "is_women_crisis_centre",
                            models.BooleanField(
                                default=False, verbose_name="menangani kekerasan terhadap perempuan"
                            ),
                        ),
                        (
                            "reports_violence",
                            models.BooleanField(
                                blank=True,
                                null=True,
                                verbose_name="wajib lapor kekerasan seksual (UU 12/2022 pasal 41)",
                            ),
                        ),
                        (
                            "phone",
                            models.CharField(blank=True, max_length=40, verbose_name="telepon"),
                        ),
                        (
                            "phone_24h",
                            models.CharField(
                                blank=True, max_length=40, verbose_name="telepon 24 jam"
                            ),
                        ),
                        ("address", models.TextField(blank=True, verbose_name="alamat")),
                        (
                            "hours",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="jam layanan"
                            ),
                        ),
                        (
                            "email",
                            models.EmailField(
                                blank=True, max_length=254, verbose_name="surel lembaga"
                            ),
                        ),
                        (
                            "note",
                            models.CharField(blank=True, max_length=200, verbose_name="catatan"),
                        ),
                        (
                            "focal_person",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="petugas penghubung"
                            ),
                        ),
                        (
                            "languages",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("id", "Indonesia"),
                                        ("jv", "Jawa"),
                                        ("su", "Sunda"),
                                        ("ljp", "Lampung"),
                                        ("en", "Inggris"),
                                        ("zh", "Mandarin"),
                                        ("yue", "Kanton"),
                                        ("ar", "Arab"),
                                        ("ms", "Melayu"),
                                        ("inl", "Bahasa isyarat Indonesia"),
                                    ],
                                    max_length=3,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="bahasa",
                            ),
                        ),
                        (
                            "disability_access",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("ramp", "Masuk tanpa tangga"),
                                        ("toilet", "Toilet kursi roda"),
                                        ("sign_language", "Juru bahasa isyarat"),
                                        ("easy_read", "Bacaan mudah dan huruf besar"),
                                        ("home_visit", "Petugas dapat datang ke rumah"),
                                        ("companion", "Pendamping boleh ikut"),
                                    ],
                                    max_length=16,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="kemudahan bagi penyandang disabilitas",
                            ),
                        ),
                        (
                            "is_confirmed",
                            models.BooleanField(
                                default=True, verbose_name="kemitraan sudah dikonfirmasi"
                            ),
                        ),
                        (
                            "verified_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="terakhir diperiksa"
                            ),
                        ),
                        (
                            "ended_on",
                            models.DateField(blank=True, null=True, verbose_name="berakhir"),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "ordering": ["name"],
                    },
                ),
                migrations.CreateModel(
                    name="OrganisationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "id",
                            models.UUIDField(default=uuid.uuid4, editable=False, serialize=False),
                        ),
                        ("name", models.CharField(max_length=160, verbose_name="nama lembaga")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("government", "Pemerintah"),
                                    ("union", "Serikat pekerja"),
                                    ("womens_organisation", "Organisasi perempuan"),
                                    ("village", "Desa"),
                                    ("other", "Lainnya"),
                                ],
                                max_length=24,
                                verbose_name="jenis",
                            ),
                        ),
                        (
                            "is_women_crisis_centre",
                            models.BooleanField(
                                default=False, verbose_name="menangani kekerasan terhadap perempuan"
                            ),
                        ),
                        (
                            "reports_violence",
                            models.BooleanField(
                                blank=True,
                                null=True,
                                verbose_name="wajib lapor kekerasan seksual (UU 12/2022 pasal 41)",
                            ),
                        ),
                        (
                            "phone",
                            models.CharField(blank=True, max_length=40, verbose_name="telepon"),
                        ),
                        (
                            "phone_24h",
                            models.CharField(
                                blank=True, max_length=40, verbose_name="telepon 24 jam"
                            ),
                        ),
                        ("address", models.TextField(blank=True, verbose_name="alamat")),
                        (
                            "hours",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="jam layanan"
                            ),
                        ),
                        (
                            "email",
                            models.EmailField(
                                blank=True, max_length=254, verbose_name="surel lembaga"
                            ),
                        ),
                        (
                            "note",
                            models.CharField(blank=True, max_length=200, verbose_name="catatan"),
                        ),
                        (
                            "focal_person",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="petugas penghubung"
                            ),
                        ),
                        (
                            "languages",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("id", "Indonesia"),
                                        ("jv", "Jawa"),
                                        ("su", "Sunda"),
                                        ("ljp", "Lampung"),
                                        ("en", "Inggris"),
                                        ("zh", "Mandarin"),
                                        ("yue", "Kanton"),
                                        ("ar", "Arab"),
                                        ("ms", "Melayu"),
                                        ("inl", "Bahasa isyarat Indonesia"),
                                    ],
                                    max_length=3,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="bahasa",
                            ),
                        ),
                        (
                            "disability_access",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("ramp", "Masuk tanpa tangga"),
                                        ("toilet", "Toilet kursi roda"),
                                        ("sign_language", "Juru bahasa isyarat"),
                                        ("easy_read", "Bacaan mudah dan huruf besar"),
                                        ("home_visit", "Petugas dapat datang ke rumah"),
                                        ("companion", "Pendamping boleh ikut"),
                                    ],
                                    max_length=16,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="kemudahan bagi penyandang disabilitas",
                            ),
                        ),
                        (
                            "is_confirmed",
                            models.BooleanField(
                                default=True, verbose_name="kemitraan sudah dikonfirmasi"
                            ),
                        ),
                        (
                            "verified_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="terakhir diperiksa"
                            ),
                        ),
                        (
                            "ended_on",
                            models.DateField(blank=True, null=True, verbose_name="berakhir"),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ServicePoint",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("name", models.CharField(max_length=160, verbose_name="nama")),
                        (
                            "type",
                            models.CharField(
                                choices=[
                                    ("office", "Kantor LTSA"),
                                    ("desk", "Loket"),
                                    ("mrc", "Pojok MRC"),
                                    ("partner", "Kantor mitra"),
                                    ("village_post", "Titik Layanan Desa"),
                                ],
                                max_length=16,
                                verbose_name="jenis",
                            ),
                        ),
                        (
                            "desk",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("KTK", "Ketenagakerjaan"),
                                    ("ADU", "Pengaduan dan informasi"),
                                    ("DKC", "Kependudukan dan catatan sipil"),
                                    ("KES", "Kesehatan"),
                                    ("IMI", "Keimigrasian"),
                                    ("POL", "Kepolisian"),
                                    ("BNK", "Perbankan"),
                                    ("JSK", "Jaminan sosial"),
                                    ("MRC", "Pojok MRC"),
                                ],
                                max_length=3,
                                verbose_name="loket",
                            ),
                        ),
                        ("address", models.TextField(blank=True, verbose_name="alamat")),
                        (
                            "phone",
                            models.CharField(blank=True, max_length=40, verbose_name="telepon"),
                        ),
                        (
                            "hours",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="jam layanan"
                            ),
                        ),
                        (
                            "verified_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="terakhir diperiksa"
                            ),
                        ),
                        (
                            "opened_on",
                            models.DateField(blank=True, null=True, verbose_name="dibuka"),
                        ),
                        (
                            "closed_on",
                            models.DateField(blank=True, null=True, verbose_name="ditutup"),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "ordering": ["name"],
                    },
                ),
                migrations.CreateModel(
                    name="ServicePointEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "id",
                            models.UUIDField(default=uuid.uuid4, editable=False, serialize=False),
                        ),
                        ("name", models.CharField(max_length=160, verbose_name="nama")),
                        (
                            "type",
                            models.CharField(
                                choices=[
                                    ("office", "Kantor LTSA"),
                                    ("desk", "Loket"),
                                    ("mrc", "Pojok MRC"),
                                    ("partner", "Kantor mitra"),
                                    ("village_post", "Titik Layanan Desa"),
                                ],
                                max_length=16,
                                verbose_name="jenis",
                            ),
                        ),
                        (
                            "desk",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("KTK", "Ketenagakerjaan"),
                                    ("ADU", "Pengaduan dan informasi"),
                                    ("DKC", "Kependudukan dan catatan sipil"),
                                    ("KES", "Kesehatan"),
                                    ("IMI", "Keimigrasian"),
                                    ("POL", "Kepolisian"),
                                    ("BNK", "Perbankan"),
                                    ("JSK", "Jaminan sosial"),
                                    ("MRC", "Pojok MRC"),
                                ],
                                max_length=3,
                                verbose_name="loket",
                            ),
                        ),
                        ("address", models.TextField(blank=True, verbose_name="alamat")),
                        (
                            "phone",
                            models.CharField(blank=True, max_length=40, verbose_name="telepon"),
                        ),
                        (
                            "hours",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="jam layanan"
                            ),
                        ),
                        (
                            "verified_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="terakhir diperiksa"
                            ),
                        ),
                        (
                            "opened_on",
                            models.DateField(blank=True, null=True, verbose_name="dibuka"),
                        ),
                        (
                            "closed_on",
                            models.DateField(blank=True, null=True, verbose_name="ditutup"),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ServiceStandard",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="layanan")),
                        ("limit", models.PositiveSmallIntegerField(verbose_name="selesai dalam")),
                        (
                            "unit",
                            models.CharField(
                                choices=[("minutes", "menit"), ("working_days", "hari kerja")],
                                default="minutes",
                                max_length=12,
                                verbose_name="satuan",
                            ),
                        ),
                        ("cost", models.CharField(blank=True, max_length=80, verbose_name="biaya")),
                        ("requirements", models.TextField(blank=True, verbose_name="syarat")),
                        (
                            "product",
                            models.CharField(blank=True, max_length=120, verbose_name="hasil"),
                        ),
                        ("starts_on", models.DateField(verbose_name="berlaku sejak")),
                        (
                            "ends_on",
                            models.DateField(blank=True, null=True, verbose_name="berlaku sampai"),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "ordering": ["desk__name", "name"],
                    },
                ),
                migrations.CreateModel(
                    name="ServiceStandardEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "id",
                            models.UUIDField(default=uuid.uuid4, editable=False, serialize=False),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="layanan")),
                        ("limit", models.PositiveSmallIntegerField(verbose_name="selesai dalam")),
                        (
                            "unit",
                            models.CharField(
                                choices=[("minutes", "menit"), ("working_days", "hari kerja")],
                                default="minutes",
                                max_length=12,
                                verbose_name="satuan",
                            ),
                        ),
                        ("cost", models.CharField(blank=True, max_length=80, verbose_name="biaya")),
                        ("requirements", models.TextField(blank=True, verbose_name="syarat")),
                        (
                            "product",
                            models.CharField(blank=True, max_length=120, verbose_name="hasil"),
                        ),
                        ("starts_on", models.DateField(verbose_name="berlaku sejak")),
                        (
                            "ends_on",
                            models.DateField(blank=True, null=True, verbose_name="berlaku sampai"),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Agency",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("p3mi", "P3MI"),
                                    ("training", "LPK (lembaga pelatihan kerja)"),
                                    ("partner", "Mitra usaha atau agensi di luar negeri"),
                                    ("employer", "Pemberi kerja"),
                                ],
                                max_length=8,
                                verbose_name="jenis",
                            ),
                        ),
                        ("name", models.CharField(max_length=160, verbose_name="nama perusahaan")),
                        ("search_name", models.CharField(editable=False, max_length=200)),
                        (
                            "licence",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="nomor SIP3MI"
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("active", "Izin berlaku"),
                                    ("revoked", "Izin dicabut"),
                                    ("unknown", "Belum diketahui"),
                                ],
                                default="unknown",
                                max_length=8,
                                verbose_name="status izin",
                            ),
                        ),
                        (
                            "branch",
                            models.CharField(blank=True, max_length=120, verbose_name="cabang"),
                        ),
                        ("address", models.TextField(blank=True, verbose_name="alamat")),
                        (
                            "phone",
                            models.CharField(blank=True, max_length=40, verbose_name="telepon"),
                        ),
                        (
                            "country",
                            models.CharField(blank=True, max_length=60, verbose_name="negara"),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, max_length=120, verbose_name="sumber"),
                        ),
                        (
                            "checked_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="terakhir diperiksa"
                            ),
                        ),
                        ("complaints", models.PositiveIntegerField(default=0, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "ordering": ["name", "branch"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("kind", "search_name", "branch"), name="one_agency_a_branch"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("licence", ""), _negated=True),
                                fields=("licence", "branch"),
                                name="one_licence_a_branch",
                            ),
                        ],
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agency",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_agencyevent" ("address", "branch", "checked_on", "complaints", "country", "id", "kind", "licence", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "search_name", "source", "status", "version") VALUES (NEW."address", NEW."branch", NEW."checked_on", NEW."complaints", NEW."country", NEW."id", NEW."kind", NEW."licence", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phone", NEW."search_name", NEW."source", NEW."status", NEW."version"); RETURN NULL;',
                            hash="76a6f50cb890f089f749f80063427a2d5269dedb",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_284d5",
                            table="organisations_agency",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agency",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "organisations_agencyevent" ("address", "branch", "checked_on", "complaints", "country", "id", "kind", "licence", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "search_name", "source", "status", "version") VALUES (NEW."address", NEW."branch", NEW."checked_on", NEW."complaints", NEW."country", NEW."id", NEW."kind", NEW."licence", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phone", NEW."search_name", NEW."source", NEW."status", NEW."version"); RETURN NULL;',
                            hash="51a52a7f42d8da619f4a4b914d13d40d4599cdcc",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7dc3a",
                            table="organisations_agency",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddField(
                    model_name="agencyevent",
                    name="pgh_context",
                    field=models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                migrations.AddField(
                    model_name="agencyevent",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="organisations.agency",
                    ),
                ),
                migrations.AddField(
                    model_name="closureevent",
                    name="pgh_context",
                    field=models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                migrations.AddField(
                    model_name="closureevent",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="organisations.closure",
                    ),
                ),
                migrations.AddField(
                    model_name="holiday",
                    name="district",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="areas.area",
                        verbose_name="kabupaten",
                    ),
                ),
                migrations.AddField(
                    model_name="offeredserviceevent",
                    name="pgh_context",
                    field=models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                migrations.AddField(
                    model_name="offeredserviceevent",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="organisations.offeredservice",
                    ),
                ),
                migrations.AddField(
                    model_name="organisation",
                    name="district",
                    field=models.ForeignKey(
                        blank=True,
                        help_text="Kosong untuk lembaga tingkat nasional.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="areas.area",
                        verbose_name="kabupaten",
                    ),
                ),
                migrations.AddField(
                    model_name="openinghours",
                    name="organisation",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="opening_hours",
                        to="organisations.organisation",
                    ),
                ),
                migrations.AddField(
                    model_name="offeredserviceevent",
                    name="organisation",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="organisations.organisation",
                    ),
                ),
                migrations.AddField(
                    model_name="offeredservice",
                    name="organisation",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="offers",
                        to="organisations.organisation",
                    ),
                ),
                migrations.AddField(
                    model_name="letterhead",
                    name="organisation",
                    field=models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="letterhead",
                        to="organisations.organisation",
                    ),
                ),
                migrations.AddField(
                    model_name="closureevent",
                    name="organisation",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="organisations.organisation",
                    ),
                ),
                migrations.AddField(
                    model_name="closure",
                    name="organisation",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="closures",
                        to="organisations.organisation",
                    ),
                ),
                migrations.AddField(
                    model_name="agreement",
                    name="organisation",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="agreements",
                        to="organisations.organisation",
                    ),
                ),
                migrations.AddField(
                    model_name="organisationevent",
                    name="district",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Kosong untuk lembaga tingkat nasional.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="areas.area",
                        verbose_name="kabupaten",
                    ),
                ),
                migrations.AddField(
                    model_name="organisationevent",
                    name="pgh_context",
                    field=models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                migrations.AddField(
                    model_name="organisationevent",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="organisations.organisation",
                    ),
                ),
                migrations.AddField(
                    model_name="servicepoint",
                    name="area",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="areas.area",
                        verbose_name="wilayah",
                    ),
                ),
                migrations.AddField(
                    model_name="servicepoint",
                    name="organisation",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="service_points",
                        to="organisations.organisation",
                        verbose_name="lembaga",
                    ),
                ),
                migrations.AddField(
                    model_name="servicepointevent",
                    name="area",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="areas.area",
                        verbose_name="wilayah",
                    ),
                ),
                migrations.AddField(
                    model_name="servicepointevent",
                    name="organisation",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="organisations.organisation",
                        verbose_name="lembaga",
                    ),
                ),
                migrations.AddField(
                    model_name="servicepointevent",
                    name="pgh_context",
                    field=models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                migrations.AddField(
                    model_name="servicepointevent",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="organisations.servicepoint",
                    ),
                ),
                migrations.AddField(
                    model_name="servicestandard",
                    name="desk",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="standards",
                        to="organisations.servicepoint",
                        verbose_name="loket",
                    ),
                ),
                migrations.AddField(
                    model_name="servicestandardevent",
                    name="desk",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="organisations.servicepoint",
                        verbose_name="loket",
                    ),
                ),
                migrations.AddField(
                    model_name="servicestandardevent",
                    name="pgh_context",
                    field=models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                migrations.AddField(
                    model_name="servicestandardevent",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="organisations.servicestandard",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agencyevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f94316867d7b641a0e67a54d43f7d407475bdf04",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_6540d",
                            table="organisations_agencyevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="holiday",
                    constraint=models.UniqueConstraint(
                        fields=("district", "on"), name="one_holiday_a_day"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="organisation",
                    constraint=models.UniqueConstraint(
                        fields=("district", "name"), name="one_name_per_district"
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="organisation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_organisationevent" ("address", "disability_access", "district_id", "email", "ended_on", "focal_person", "hours", "id", "is_confirmed", "is_women_crisis_centre", "kind", "languages", "name", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "phone_24h", "reports_violence", "verified_on", "version") VALUES (NEW."address", NEW."disability_access", NEW."district_id", NEW."email", NEW."ended_on", NEW."focal_person", NEW."hours", NEW."id", NEW."is_confirmed", NEW."is_women_crisis_centre", NEW."kind", NEW."languages", NEW."name", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phone", NEW."phone_24h", NEW."reports_violence", NEW."verified_on", NEW."version"); RETURN NULL;',
                            hash="3481630855586e672cec4b412769dafee7a57eae",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_040c9",
                            table="organisations_organisation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="organisation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "organisations_organisationevent" ("address", "disability_access", "district_id", "email", "ended_on", "focal_person", "hours", "id", "is_confirmed", "is_women_crisis_centre", "kind", "languages", "name", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "phone_24h", "reports_violence", "verified_on", "version") VALUES (NEW."address", NEW."disability_access", NEW."district_id", NEW."email", NEW."ended_on", NEW."focal_person", NEW."hours", NEW."id", NEW."is_confirmed", NEW."is_women_crisis_centre", NEW."kind", NEW."languages", NEW."name", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phone", NEW."phone_24h", NEW."reports_violence", NEW."verified_on", NEW."version"); RETURN NULL;',
                            hash="6384334ae5c1801b9cedc9eac7cabe434063629b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0b99b",
                            table="organisations_organisation",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="openinghours",
                    constraint=models.UniqueConstraint(
                        fields=("organisation", "weekday", "opens"), name="opens_once_at_a_time"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="openinghours",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("closes__gt", models.F("opens"))),
                        name="closes_after_opening",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="openinghours",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("weekday__gte", 1), ("weekday__lte", 7)),
                        name="weekday_of_iso",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="offeredserviceevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="33608717e81d6f9d6b6ee44090af1867112afa41",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_466e7",
                            table="organisations_offeredserviceevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="offeredservice",
                    constraint=models.UniqueConstraint(
                        fields=("organisation", "code"), name="offered_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="offeredservice",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("age_from", None),
                            ("age_to", None),
                            ("age_to__gte", models.F("age_from")),
                            _connector="OR",
                        ),
                        name="offer_ages_in_order",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="offeredservice",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("paused_until", None),
                            models.Q(
                                ("paused_since__isnull", False),
                                ("paused_until__gte", models.F("paused_since")),
                            ),
                            _connector="OR",
                        ),
                        name="offer_pause_in_order",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="offeredservice",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_offeredserviceevent" ("age_from", "age_to", "areas", "code", "cost", "id", "is_24h", "note", "organisation_id", "pause_reason", "paused_since", "paused_until", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phases", "sex") VALUES (NEW."age_from", NEW."age_to", NEW."areas", NEW."code", NEW."cost", NEW."id", NEW."is_24h", NEW."note", NEW."organisation_id", NEW."pause_reason", NEW."paused_since", NEW."paused_until", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phases", NEW."sex"); RETURN NULL;',
                            hash="760ce5768abbf6e63ac3f072245010450bfd1457",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b3567",
                            table="organisations_offeredservice",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="offeredservice",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "organisations_offeredserviceevent" ("age_from", "age_to", "areas", "code", "cost", "id", "is_24h", "note", "organisation_id", "pause_reason", "paused_since", "paused_until", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phases", "sex") VALUES (NEW."age_from", NEW."age_to", NEW."areas", NEW."code", NEW."cost", NEW."id", NEW."is_24h", NEW."note", NEW."organisation_id", NEW."pause_reason", NEW."paused_since", NEW."paused_until", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phases", NEW."sex"); RETURN NULL;',
                            hash="16c420044482b5db55372ea43957f4b6f4207eef",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_43ae6",
                            table="organisations_offeredservice",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="closureevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="957d149bc6c01ab72aed482ed07b95db3a167858",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_40a50",
                            table="organisations_closureevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="closure",
                    index=models.Index(
                        fields=["organisation", "starts_on"], name="organisatio_organis_9b3a70_idx"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="closure",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                        name="closure_ends_after_start",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="closure",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_closureevent" ("cancelled_at", "declared_at", "ends_on", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "starts_on") VALUES (NEW."cancelled_at", NEW."declared_at", NEW."ends_on", NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."starts_on"); RETURN NULL;',
                            hash="4b5afdb50776fe73340ffb9b0c40303ecd6e9c4e",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_2a09d",
                            table="organisations_closure",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="closure",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "organisations_closureevent" ("cancelled_at", "declared_at", "ends_on", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "starts_on") VALUES (NEW."cancelled_at", NEW."declared_at", NEW."ends_on", NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."starts_on"); RETURN NULL;',
                            hash="7dabc48f1b64f5ff0b1fd8fb411340ff100bb097",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_cc3ef",
                            table="organisations_closure",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="agreement",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__isnull", True),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="agreement_ends_after_start",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="organisationevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="13eb6e28966182a08694bfb06589ddaadb2672fe",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_c38e9",
                            table="organisations_organisationevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="servicepoint",
                    constraint=models.UniqueConstraint(
                        fields=("organisation", "area", "name"), name="one_point_name_per_area"
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="servicepoint",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_servicepointevent" ("address", "area_id", "closed_on", "desk", "hours", "id", "name", "opened_on", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "type", "verified_on", "version") VALUES (NEW."address", NEW."area_id", NEW."closed_on", NEW."desk", NEW."hours", NEW."id", NEW."name", NEW."opened_on", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phone", NEW."type", NEW."verified_on", NEW."version"); RETURN NULL;',
                            hash="349fd1d861482d50c628601927d7347f5854be96",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a2017",
                            table="organisations_servicepoint",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="servicepoint",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "organisations_servicepointevent" ("address", "area_id", "closed_on", "desk", "hours", "id", "name", "opened_on", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "type", "verified_on", "version") VALUES (NEW."address", NEW."area_id", NEW."closed_on", NEW."desk", NEW."hours", NEW."id", NEW."name", NEW."opened_on", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phone", NEW."type", NEW."verified_on", NEW."version"); RETURN NULL;',
                            hash="a2dc2c28de696b3c08c2839d49058aaeb73bac1e",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_391d2",
                            table="organisations_servicepoint",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="servicepointevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="6f00f82edd5d80480391f86dab898f8f01cbf9a3",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_d21bb",
                            table="organisations_servicepointevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="servicestandard",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("limit__gt", 0)), name="standard_takes_time"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="servicestandard",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="standard_ends_after_start",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="servicestandard",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_servicestandardevent" ("cost", "desk_id", "ends_on", "id", "limit", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "product", "requirements", "starts_on", "unit", "version") VALUES (NEW."cost", NEW."desk_id", NEW."ends_on", NEW."id", NEW."limit", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."product", NEW."requirements", NEW."starts_on", NEW."unit", NEW."version"); RETURN NULL;',
                            hash="b5433552c97b3b32f997fed4c0b22e753801d6c2",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a683e",
                            table="organisations_servicestandard",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="servicestandard",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "organisations_servicestandardevent" ("cost", "desk_id", "ends_on", "id", "limit", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "product", "requirements", "starts_on", "unit", "version") VALUES (NEW."cost", NEW."desk_id", NEW."ends_on", NEW."id", NEW."limit", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."product", NEW."requirements", NEW."starts_on", NEW."unit", NEW."version"); RETURN NULL;',
                            hash="4d9af4826c13a6b38132ef1e29d903af8c8a38fe",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_1b09d",
                            table="organisations_servicestandard",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="servicestandardevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="77b0cff6187827e2d0e44a6345fff550b564edee",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_36d58",
                            table="organisations_servicestandardevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ]
        ),
        migrations.RunSQL(HISTORY, migrations.RunSQL.noop),
    ]
