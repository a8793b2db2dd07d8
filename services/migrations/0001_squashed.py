"""All tables of this app at once, for a new database; one that has the single steps keeps them (`replaces`)."""

from importlib import import_module

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.contrib.postgres.operations import BtreeGinExtension
import django.db.models.deletion
import django.utils.timezone
import ltsa.encrypted
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.conf import settings
from django.db import migrations, models

from ltsa.new_tables import NewTables


texts = import_module("services.migrations.0009_consent_texts")
desks = import_module("services.migrations.0011_desk_list_and_names")
# History that the web role may only add to, and words that it may only read.
KEPT = """
REVOKE UPDATE, DELETE, TRUNCATE ON services_migrantevent, services_consentevent,
  services_counsellingsessionevent, timeline_event, services_appointmentevent, services_deskvisitevent,
  services_documentcheckevent, services_journeyevent, services_psychosocialcourseevent,
  services_unionmembershipevent, services_consentproof FROM ltsa_web;
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON services_consenttext FROM ltsa_web;
"""


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("services", "0001_initial"),
        ("services", "0002_append_only"),
        ("services", "0003_counselling_desk"),
        ("services", "0004_append_only_counselling_desk"),
        ("services", "0005_visit_in_time"),
        ("services", "0006_relationship_version"),
        ("services", "0007_book_lines"),
        ("services", "0008_restricted_consents"),
        ("services", "0009_consent_texts"),
        ("services", "0010_refusals_by_word"),
        ("services", "0011_desk_list_and_names"),
        ("services", "0012_locks"),
    ]

    dependencies = [
        ("timeline", "0001_initial"),
        ("areas", "0001_initial"),
        ("organisations", "0001_squashed"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        BtreeGinExtension(),
        NewTables(
            [
                migrations.CreateModel(
                    name="BookImport",
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
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "Menunggu diperiksa"),
                                    ("checking", "Sedang diperiksa"),
                                    ("checked", "Selesai diperiksa"),
                                    ("saving", "Sedang disimpan"),
                                    ("saved", "Tersimpan"),
                                    ("undoing", "Sedang dibatalkan"),
                                    ("undone", "Dibatalkan"),
                                    ("failed", "Gagal"),
                                ],
                                default="waiting",
                                max_length=10,
                            ),
                        ),
                        ("columns", models.JSONField(default=dict)),
                        ("headers", models.JSONField(default=list)),
                        ("total", models.PositiveIntegerField(default=0)),
                        ("todo", models.PositiveIntegerField(default=0)),
                        ("done", models.PositiveIntegerField(default=0)),
                        ("failure", models.CharField(blank=True, max_length=200)),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("worked_at", models.DateTimeField(null=True)),
                        ("saved_at", models.DateTimeField(null=True)),
                        ("emptied_at", models.DateTimeField(null=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "district",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="areas.area",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "service_point",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.servicepoint",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-created_at"],
                    },
                ),
                migrations.CreateModel(
                    name="ColumnMapping",
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
                        ("columns", models.JSONField(default=dict)),
                        (
                            "organisation",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Consent",
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
                            "purpose",
                            models.CharField(
                                choices=[
                                    ("record", "Dicatat dengan nama"),
                                    ("referral", "Data dikirim ke lembaga lain"),
                                    ("statistics", "Dihitung dalam angka tanpa nama"),
                                    ("contact", "Dihubungi dengan cara yang dicatat"),
                                    ("follow_up", "Ditanya lagi kabarnya nanti"),
                                    ("story", "Kisah tanpa nama dalam laporan"),
                                ],
                                default="referral",
                                max_length=10,
                                verbose_name="tujuan",
                            ),
                        ),
                        (
                            "decision",
                            models.CharField(
                                choices=[("given", "Ya"), ("refused", "Tidak"), ("later", "Nanti")],
                                default="given",
                                max_length=8,
                                verbose_name="jawaban",
                            ),
                        ),
                        (
                            "groups",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("identity", "Nama, tanggal lahir, dan desa"),
                                        ("contact", "Nomor telepon dan cara aman menghubungi"),
                                        ("journey", "Tahap migrasi dan negara tujuan"),
                                        ("needs", "Ringkasan kebutuhan"),
                                        ("account", "Kronologi kasus"),
                                    ],
                                    max_length=12,
                                ),
                                default=list,
                                size=None,
                            ),
                        ),
                        (
                            "method",
                            models.CharField(
                                choices=[
                                    ("signature", "Tanda tangan"),
                                    ("thumbprint", "Cap jempol"),
                                    ("voice", "Rekaman suara"),
                                    ("witness", "Lisan dengan saksi"),
                                    ("tick", "Lisan, dicentang petugas"),
                                ],
                                max_length=12,
                                verbose_name="cara persetujuan",
                            ),
                        ),
                        ("text_version", models.CharField(max_length=20)),
                        ("given_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("expires_on", models.DateField(verbose_name="berlaku sampai")),
                        (
                            "language",
                            models.CharField(
                                blank=True, max_length=40, verbose_name="bahasa yang dibacakan"
                            ),
                        ),
                        (
                            "given_by",
                            models.CharField(
                                choices=[
                                    ("self", "Klien sendiri"),
                                    ("guardian", "Orang tua atau wali"),
                                    ("exception", "Tanpa wali: wali diduga pelaku"),
                                ],
                                default="self",
                                max_length=10,
                                verbose_name="diberikan oleh",
                            ),
                        ),
                        (
                            "guardian",
                            ltsa.encrypted.EncryptedTextField(
                                blank=True, verbose_name="nama orang tua atau wali"
                            ),
                        ),
                        (
                            "witness",
                            ltsa.encrypted.EncryptedTextField(
                                blank=True, verbose_name="nama saksi"
                            ),
                        ),
                        ("restricted", models.BooleanField(default=False, editable=False)),
                        ("withdrawn_at", models.DateTimeField(null=True)),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "recipient",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "withdrawn_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-given_at"],
                    },
                ),
                migrations.CreateModel(
                    name="ConsentProof",
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
                        ("content", ltsa.encrypted.EncryptedTextField()),
                        ("media_type", models.CharField(max_length=40)),
                        ("size", models.PositiveIntegerField()),
                        ("digest", models.CharField(max_length=64)),
                        (
                            "consent",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="proof",
                                to="services.consent",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="ConsentText",
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
                            "purpose",
                            models.CharField(
                                choices=[
                                    ("record", "Dicatat dengan nama"),
                                    ("referral", "Data dikirim ke lembaga lain"),
                                    ("statistics", "Dihitung dalam angka tanpa nama"),
                                    ("contact", "Dihubungi dengan cara yang dicatat"),
                                    ("follow_up", "Ditanya lagi kabarnya nanti"),
                                    ("story", "Kisah tanpa nama dalam laporan"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("version", models.CharField(max_length=20)),
                        ("text", models.TextField()),
                        ("script", models.TextField()),
                        ("since", models.DateField()),
                    ],
                    options={
                        "ordering": ["purpose", "-since"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("purpose", "version"), name="one_text_a_version"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CounsellingSession",
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
                            "code",
                            models.CharField(
                                editable=False, max_length=24, unique=True, verbose_name="nomor"
                            ),
                        ),
                        (
                            "mode",
                            models.CharField(
                                choices=[("individual", "Perorangan"), ("group", "Kelompok")],
                                max_length=12,
                                verbose_name="bentuk",
                            ),
                        ),
                        (
                            "channel",
                            models.CharField(
                                choices=[
                                    ("face_to_face", "Tatap muka"),
                                    ("phone", "Telepon"),
                                    ("chat", "WhatsApp / pesan"),
                                    ("video", "Panggilan video"),
                                    ("home_visit", "Kunjungan rumah"),
                                    ("village_post", "Posko desa"),
                                ],
                                max_length=16,
                                verbose_name="cara",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("information", "Informasi"),
                                    ("safe_migration", "Migrasi aman"),
                                    ("employment", "Pekerjaan"),
                                    ("psychosocial", "Psikososial"),
                                    ("legal", "Hukum"),
                                    ("reintegration", "Reintegrasi"),
                                    ("srhr", "Kesehatan reproduksi"),
                                ],
                                max_length=16,
                                verbose_name="jenis konseling",
                            ),
                        ),
                        (
                            "topics",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("rights", "Hak dan kewajiban"),
                                        (
                                            "vacancies",
                                            "Lowongan, jenis pekerjaan, pemberi kerja, dan kondisi kerja",
                                        ),
                                        ("social_security", "Jaminan sosial dan klaim"),
                                        ("safe_procedure", "Tata cara migrasi aman"),
                                        ("costs", "Biaya penempatan"),
                                        (
                                            "vulnerability",
                                            "Kerentanan: perdagangan orang, narkotika, kesehatan",
                                        ),
                                        ("destination_law", "Hukum dan budaya negara tujuan"),
                                        ("contracts", "Perjanjian penempatan dan perjanjian kerja"),
                                        ("agencies", "Daftar P3MI dan mitra usaha"),
                                        ("countries", "Negara tujuan dan negara terlarang"),
                                        ("complaints", "Cara mengadu"),
                                    ],
                                    max_length=20,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="topik",
                            ),
                        ),
                        ("started_at", models.DateTimeField(verbose_name="waktu")),
                        (
                            "minutes",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="lama (menit)"
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("enough", "Cukup"),
                                    ("follow_up", "Perlu tindak lanjut"),
                                    ("open_case", "Buka kasus"),
                                    ("refer", "Rujuk"),
                                ],
                                max_length=12,
                                verbose_name="hasil",
                            ),
                        ),
                        (
                            "summary",
                            ltsa.encrypted.EncryptedTextField(blank=True, verbose_name="ringkasan"),
                        ),
                        (
                            "follow_up_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="tindak lanjut pada"
                            ),
                        ),
                        (
                            "phase",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("before", "Sebelum bekerja"),
                                    ("during", "Selama bekerja"),
                                    ("after", "Setelah bekerja"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("unrecorded", models.BooleanField(default=False)),
                        ("visit", models.UUIDField(editable=False, null=True)),
                        (
                            "entry",
                            models.CharField(
                                choices=[
                                    ("live", "Dicatat langsung"),
                                    ("paper", "Disalin dari buku"),
                                    ("import", "Diimpor dari Excel"),
                                ],
                                default="live",
                                max_length=8,
                            ),
                        ),
                        (
                            "paper_number",
                            models.CharField(
                                blank=True, max_length=40, verbose_name="nomor di buku"
                            ),
                        ),
                        (
                            "identity_check",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("known_voice", "Suara atau wajah sudah dikenal"),
                                    ("code_word", "Kata sandi yang disepakati"),
                                    ("called_back", "Ditelepon balik ke nomor yang tercatat"),
                                    ("questions", "Menjawab pertanyaan yang hanya ia tahu"),
                                    ("not_checked", "Belum dipastikan"),
                                ],
                                max_length=12,
                                verbose_name="identitas dipastikan dengan",
                            ),
                        ),
                        (
                            "consent_read",
                            models.BooleanField(
                                null=True, verbose_name="persetujuan sudah dibacakan"
                            ),
                        ),
                        ("voided_at", models.DateTimeField(editable=False, null=True)),
                        (
                            "void_reason",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="alasan dibatalkan"
                            ),
                        ),
                        (
                            "place",
                            models.CharField(blank=True, max_length=120, verbose_name="tempat"),
                        ),
                        (
                            "facilitator",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="fasilitator lain"
                            ),
                        ),
                        (
                            "quiz_of",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="nilai tertinggi kuis"
                            ),
                        ),
                        (
                            "quiz_before",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=5,
                                null=True,
                                verbose_name="rata-rata kuis awal",
                            ),
                        ),
                        (
                            "quiz_after",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=5,
                                null=True,
                                verbose_name="rata-rata kuis akhir",
                            ),
                        ),
                        (
                            "title",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="judul kegiatan"
                            ),
                        ),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "district",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="areas.area",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "service_point",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.servicepoint",
                                verbose_name="titik layanan",
                            ),
                        ),
                        (
                            "voided_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-started_at", "-id"],
                    },
                ),
                migrations.CreateModel(
                    name="Appointment",
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
                        ("at", models.DateTimeField(verbose_name="waktu")),
                        (
                            "channel",
                            models.CharField(
                                choices=[
                                    ("face_to_face", "Tatap muka"),
                                    ("phone", "Telepon"),
                                    ("chat", "WhatsApp / pesan"),
                                    ("video", "Panggilan video"),
                                    ("home_visit", "Kunjungan rumah"),
                                    ("village_post", "Posko desa"),
                                ],
                                max_length=16,
                                verbose_name="cara",
                            ),
                        ),
                        (
                            "where",
                            ltsa.encrypted.EncryptedTextField(
                                blank=True, verbose_name="tempat, tautan, atau nomor"
                            ),
                        ),
                        (
                            "safe_to_remind",
                            models.BooleanField(default=False, verbose_name="aman diingatkan"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("planned", "Dijanjikan"),
                                    ("kept", "Terlaksana"),
                                    ("missed", "Tidak datang"),
                                    ("cancelled", "Dibatalkan"),
                                ],
                                default="planned",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "service_point",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.servicepoint",
                            ),
                        ),
                        (
                            "session",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="appointment",
                                to="services.counsellingsession",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["at", "id"],
                    },
                ),
                migrations.CreateModel(
                    name="DeskVisit",
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
                        ("on", models.DateField(verbose_name="tanggal")),
                        ("number", models.PositiveSmallIntegerField(verbose_name="nomor antrean")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "Menunggu"),
                                    ("serving", "Dilayani"),
                                    ("done", "Selesai"),
                                    ("left", "Pergi sebelum dilayani"),
                                ],
                                default="waiting",
                                max_length=8,
                            ),
                        ),
                        (
                            "priority",
                            models.BooleanField(default=False, verbose_name="didahulukan"),
                        ),
                        ("came_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("called_at", models.DateTimeField(null=True)),
                        ("done_at", models.DateTimeField(null=True)),
                        ("in_time", models.BooleanField(null=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "created_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "district",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="areas.area",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "served_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "service_point",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.servicepoint",
                            ),
                        ),
                        (
                            "standard",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.servicestandard",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["on", "number"],
                    },
                ),
                migrations.CreateModel(
                    name="DocumentCheck",
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
                                    ("marital", "Surat keterangan status perkawinan"),
                                    (
                                        "permission",
                                        "Izin suami, istri, orang tua, atau wali, diketahui kepala desa",
                                    ),
                                    ("competence", "Sertifikat kompetensi kerja"),
                                    ("health", "Surat sehat fisik dan psikologi"),
                                    ("passport", "Paspor"),
                                    ("visa", "Visa kerja"),
                                    ("placement", "Perjanjian penempatan"),
                                    ("contract", "Perjanjian kerja"),
                                ],
                                max_length=12,
                                verbose_name="dokumen",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("missing", "Belum ada"),
                                    ("in_progress", "Diproses"),
                                    ("present", "Ada"),
                                    ("invalid", "Tidak sah"),
                                    ("expired", "Kedaluwarsa"),
                                    ("not_applicable", "Tidak berlaku"),
                                ],
                                max_length=14,
                                verbose_name="keadaan",
                            ),
                        ),
                        (
                            "flags",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        (
                                            "tourist_visa",
                                            "Ditawari visa turis, ziarah, atau umrah untuk bekerja",
                                        ),
                                        ("held_by_others", "Dokumen dipegang orang lain"),
                                        ("name_differs", "Nama di dokumen berbeda"),
                                        ("blank_signed", "Menandatangani kertas kosong"),
                                    ],
                                    max_length=16,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        (
                            "valid_until",
                            models.DateField(blank=True, null=True, verbose_name="berlaku sampai"),
                        ),
                        ("checked_on", models.DateField()),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "checked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Journey",
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
                            "destination",
                            models.CharField(max_length=60, verbose_name="negara tujuan"),
                        ),
                        (
                            "sector",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("domestic", "Pekerja rumah tangga"),
                                    ("care", "Perawat lansia atau anak"),
                                    ("factory", "Pabrik"),
                                    ("plantation", "Perkebunan"),
                                    ("construction", "Konstruksi"),
                                    ("fishery", "Anak buah kapal atau perikanan"),
                                    ("hospitality", "Hotel dan rumah makan"),
                                    ("spa", "Spa"),
                                    ("health", "Tenaga kesehatan"),
                                    ("internship", "Magang"),
                                    ("other", "Lainnya"),
                                ],
                                max_length=12,
                                verbose_name="pekerjaan",
                            ),
                        ),
                        (
                            "scheme",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("g_to_g", "Antarpemerintah (G to G)"),
                                    ("p_to_p", "Lewat P3MI (P to P)"),
                                    ("ukps", "Untuk kepentingan perusahaan sendiri (UKPS)"),
                                    ("independent", "Perseorangan"),
                                    ("non_procedural", "Nonprosedural"),
                                    ("unknown", "Tidak tahu"),
                                ],
                                max_length=16,
                                verbose_name="jalur",
                            ),
                        ),
                        (
                            "employer",
                            ltsa.encrypted.EncryptedTextField(
                                blank=True, verbose_name="pemberi kerja"
                            ),
                        ),
                        (
                            "sponsor",
                            ltsa.encrypted.EncryptedTextField(
                                blank=True, verbose_name="sponsor atau perantara"
                            ),
                        ),
                        (
                            "planned_for",
                            models.DateField(
                                blank=True, null=True, verbose_name="rencana berangkat"
                            ),
                        ),
                        (
                            "left_on",
                            models.DateField(blank=True, null=True, verbose_name="berangkat"),
                        ),
                        (
                            "returned_on",
                            models.DateField(blank=True, null=True, verbose_name="pulang"),
                        ),
                        (
                            "cancelled",
                            models.BooleanField(default=False, verbose_name="tidak jadi berangkat"),
                        ),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.agency",
                                verbose_name="P3MI",
                            ),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-created_at", "-id"],
                    },
                ),
                migrations.CreateModel(
                    name="Migrant",
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
                            "code",
                            models.CharField(
                                editable=False,
                                max_length=20,
                                unique=True,
                                verbose_name="kode klien",
                            ),
                        ),
                        (
                            "full_name",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="nama lengkap"
                            ),
                        ),
                        (
                            "nickname",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="nama panggilan"
                            ),
                        ),
                        (
                            "passport_name",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="nama di paspor"
                            ),
                        ),
                        (
                            "search_name",
                            models.CharField(blank=True, editable=False, max_length=200),
                        ),
                        (
                            "anonymous",
                            models.BooleanField(default=False, verbose_name="tanpa nama"),
                        ),
                        (
                            "sex",
                            models.CharField(
                                choices=[
                                    ("female", "Perempuan"),
                                    ("male", "Laki-laki"),
                                    ("other", "Lainnya"),
                                    ("undisclosed", "Tidak menjawab"),
                                ],
                                max_length=12,
                                verbose_name="jenis kelamin",
                            ),
                        ),
                        (
                            "birth_date",
                            models.DateField(blank=True, null=True, verbose_name="tanggal lahir"),
                        ),
                        (
                            "age_band",
                            models.CharField(
                                choices=[
                                    ("<18", "di bawah 18"),
                                    ("18-24", "18-24"),
                                    ("25-35", "25-35"),
                                    ("36-45", "36-45"),
                                    ("46+", "46 ke atas"),
                                ],
                                max_length=6,
                                verbose_name="kelompok umur",
                            ),
                        ),
                        (
                            "client_type",
                            models.CharField(
                                choices=[
                                    ("prospective", "Calon PMI"),
                                    ("in_service", "PMI aktif"),
                                    ("returned", "PMI purna"),
                                    ("family", "Keluarga PMI"),
                                ],
                                max_length=12,
                                verbose_name="jenis klien",
                            ),
                        ),
                        (
                            "phase",
                            models.CharField(
                                choices=[
                                    ("before", "Sebelum bekerja"),
                                    ("during", "Selama bekerja"),
                                    ("after", "Setelah bekerja"),
                                ],
                                max_length=8,
                                verbose_name="tahap migrasi",
                            ),
                        ),
                        (
                            "consent",
                            models.CharField(
                                choices=[
                                    ("named", "Setuju dicatat dengan nama"),
                                    ("anonymous", "Setuju dicatat tanpa nama"),
                                ],
                                max_length=10,
                                verbose_name="persetujuan data",
                            ),
                        ),
                        ("nik", ltsa.encrypted.EncryptedTextField(blank=True, verbose_name="NIK")),
                        ("nik_hash", models.CharField(blank=True, editable=False, max_length=64)),
                        (
                            "passport",
                            ltsa.encrypted.EncryptedTextField(
                                blank=True, verbose_name="nomor paspor"
                            ),
                        ),
                        (
                            "passport_hash",
                            models.CharField(blank=True, editable=False, max_length=64),
                        ),
                        (
                            "family_card",
                            ltsa.encrypted.EncryptedTextField(blank=True, verbose_name="nomor KK"),
                        ),
                        (
                            "family_card_hash",
                            models.CharField(blank=True, editable=False, max_length=64),
                        ),
                        (
                            "phone",
                            ltsa.encrypted.EncryptedTextField(blank=True, verbose_name="nomor HP"),
                        ),
                        ("phone_hash", models.CharField(blank=True, editable=False, max_length=64)),
                        (
                            "phone_tail_hash",
                            models.CharField(blank=True, editable=False, max_length=64),
                        ),
                        (
                            "phone_safe",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("yes", "Ya, aman dihubungi"),
                                    ("no", "Tidak aman"),
                                    ("ask", "Hanya pada waktu tertentu"),
                                ],
                                max_length=4,
                                verbose_name="aman dihubungi?",
                            ),
                        ),
                        (
                            "phone_owner",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("self", "Sendiri"),
                                    ("family", "Keluarga"),
                                    ("neighbour", "Tetangga"),
                                    ("employer", "Majikan"),
                                    ("shared", "Dipakai bersama"),
                                ],
                                max_length=10,
                                verbose_name="HP milik",
                            ),
                        ),
                        (
                            "contact_way",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("call", "Telepon"),
                                    ("message", "Pesan WhatsApp atau SMS"),
                                    ("visit", "Didatangi"),
                                    ("through_someone", "Lewat orang yang ia percaya"),
                                ],
                                max_length=16,
                                verbose_name="cara menghubungi",
                            ),
                        ),
                        (
                            "contact_hours",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="jam yang aman"
                            ),
                        ),
                        (
                            "code_word",
                            ltsa.encrypted.EncryptedTextField(
                                blank=True, verbose_name="kata sandi"
                            ),
                        ),
                        (
                            "contact_asked_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="terakhir ditanya"
                            ),
                        ),
                        (
                            "education",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("none", "Tidak sekolah"),
                                    ("primary", "SD atau sederajat"),
                                    ("junior", "SMP atau sederajat"),
                                    ("senior", "SMA atau sederajat"),
                                    ("higher", "Diploma atau sarjana"),
                                ],
                                max_length=8,
                                verbose_name="pendidikan",
                            ),
                        ),
                        (
                            "marital_status",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("single", "Belum kawin"),
                                    ("married", "Kawin"),
                                    ("divorced", "Cerai hidup"),
                                    ("widowed", "Cerai mati"),
                                ],
                                max_length=8,
                                verbose_name="status kawin",
                            ),
                        ),
                        (
                            "children",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="jumlah anak"
                            ),
                        ),
                        (
                            "languages",
                            models.CharField(
                                blank=True, max_length=80, verbose_name="bahasa sehari-hari"
                            ),
                        ),
                        (
                            "heard_from",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("friend", "Keluarga atau teman"),
                                    ("village", "Kader atau perangkat desa"),
                                    ("meeting", "Penyuluhan"),
                                    ("union", "Serikat"),
                                    ("office", "Dinas atau kantor lain"),
                                    ("media", "Media sosial atau berita"),
                                    ("other", "Lainnya"),
                                ],
                                max_length=8,
                                verbose_name="tahu layanan ini dari",
                            ),
                        ),
                        (
                            "abilities",
                            ltsa.encrypted.EncryptedJSONField(
                                blank=True, null=True, verbose_name="kesulitan sehari-hari"
                            ),
                        ),
                        (
                            "disability",
                            models.BooleanField(
                                editable=False, null=True, verbose_name="penyandang disabilitas"
                            ),
                        ),
                        (
                            "destination",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="negara tujuan"
                            ),
                        ),
                        ("of_desk", models.BooleanField(default=False, editable=False)),
                        ("shielded", models.BooleanField(default=False, editable=False)),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "created_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "district",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="areas.area",
                            ),
                        ),
                        (
                            "merged_into",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="merged",
                                to="services.migrant",
                            ),
                        ),
                        (
                            "registered_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "service_point",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.servicepoint",
                            ),
                        ),
                        (
                            "village",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="areas.area",
                                verbose_name="desa",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-created_at", "-id"],
                    },
                ),
                migrations.CreateModel(
                    name="Merge",
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
                            "reason",
                            models.CharField(blank=True, max_length=200, verbose_name="alasan"),
                        ),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("undone_at", models.DateTimeField(null=True)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "undone_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "duplicate",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="merges",
                                to="services.migrant",
                            ),
                        ),
                        (
                            "into",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="services.migrant",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-at"],
                    },
                ),
                migrations.CreateModel(
                    name="JourneyEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "id",
                            models.UUIDField(default=uuid.uuid4, editable=False, serialize=False),
                        ),
                        (
                            "destination",
                            models.CharField(max_length=60, verbose_name="negara tujuan"),
                        ),
                        (
                            "sector",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("domestic", "Pekerja rumah tangga"),
                                    ("care", "Perawat lansia atau anak"),
                                    ("factory", "Pabrik"),
                                    ("plantation", "Perkebunan"),
                                    ("construction", "Konstruksi"),
                                    ("fishery", "Anak buah kapal atau perikanan"),
                                    ("hospitality", "Hotel dan rumah makan"),
                                    ("spa", "Spa"),
                                    ("health", "Tenaga kesehatan"),
                                    ("internship", "Magang"),
                                    ("other", "Lainnya"),
                                ],
                                max_length=12,
                                verbose_name="pekerjaan",
                            ),
                        ),
                        (
                            "scheme",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("g_to_g", "Antarpemerintah (G to G)"),
                                    ("p_to_p", "Lewat P3MI (P to P)"),
                                    ("ukps", "Untuk kepentingan perusahaan sendiri (UKPS)"),
                                    ("independent", "Perseorangan"),
                                    ("non_procedural", "Nonprosedural"),
                                    ("unknown", "Tidak tahu"),
                                ],
                                max_length=16,
                                verbose_name="jalur",
                            ),
                        ),
                        (
                            "employer",
                            ltsa.encrypted.EncryptedTextField(
                                blank=True, verbose_name="pemberi kerja"
                            ),
                        ),
                        (
                            "sponsor",
                            ltsa.encrypted.EncryptedTextField(
                                blank=True, verbose_name="sponsor atau perantara"
                            ),
                        ),
                        (
                            "planned_for",
                            models.DateField(
                                blank=True, null=True, verbose_name="rencana berangkat"
                            ),
                        ),
                        (
                            "left_on",
                            models.DateField(blank=True, null=True, verbose_name="berangkat"),
                        ),
                        (
                            "returned_on",
                            models.DateField(blank=True, null=True, verbose_name="pulang"),
                        ),
                        (
                            "cancelled",
                            models.BooleanField(default=False, verbose_name="tidak jadi berangkat"),
                        ),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.agency",
                                verbose_name="P3MI",
                            ),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="services.journey",
                            ),
                        ),
                        (
                            "migrant",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="services.migrant",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="journey",
                    name="migrant",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="journeys",
                        to="services.migrant",
                    ),
                ),
                migrations.CreateModel(
                    name="DocumentCheckEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "code",
                            models.CharField(
                                choices=[
                                    ("marital", "Surat keterangan status perkawinan"),
                                    (
                                        "permission",
                                        "Izin suami, istri, orang tua, atau wali, diketahui kepala desa",
                                    ),
                                    ("competence", "Sertifikat kompetensi kerja"),
                                    ("health", "Surat sehat fisik dan psikologi"),
                                    ("passport", "Paspor"),
                                    ("visa", "Visa kerja"),
                                    ("placement", "Perjanjian penempatan"),
                                    ("contract", "Perjanjian kerja"),
                                ],
                                max_length=12,
                                verbose_name="dokumen",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("missing", "Belum ada"),
                                    ("in_progress", "Diproses"),
                                    ("present", "Ada"),
                                    ("invalid", "Tidak sah"),
                                    ("expired", "Kedaluwarsa"),
                                    ("not_applicable", "Tidak berlaku"),
                                ],
                                max_length=14,
                                verbose_name="keadaan",
                            ),
                        ),
                        (
                            "flags",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        (
                                            "tourist_visa",
                                            "Ditawari visa turis, ziarah, atau umrah untuk bekerja",
                                        ),
                                        ("held_by_others", "Dokumen dipegang orang lain"),
                                        ("name_differs", "Nama di dokumen berbeda"),
                                        ("blank_signed", "Menandatangani kertas kosong"),
                                    ],
                                    max_length=16,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        (
                            "valid_until",
                            models.DateField(blank=True, null=True, verbose_name="berlaku sampai"),
                        ),
                        ("checked_on", models.DateField()),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "checked_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="services.documentcheck",
                            ),
                        ),
                        (
                            "migrant",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="services.migrant",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="documentcheck",
                    name="migrant",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="documents",
                        to="services.migrant",
                    ),
                ),
                migrations.CreateModel(
                    name="DeskVisitEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "id",
                            models.UUIDField(default=uuid.uuid4, editable=False, serialize=False),
                        ),
                        ("on", models.DateField(verbose_name="tanggal")),
                        ("number", models.PositiveSmallIntegerField(verbose_name="nomor antrean")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "Menunggu"),
                                    ("serving", "Dilayani"),
                                    ("done", "Selesai"),
                                    ("left", "Pergi sebelum dilayani"),
                                ],
                                default="waiting",
                                max_length=8,
                            ),
                        ),
                        (
                            "priority",
                            models.BooleanField(default=False, verbose_name="didahulukan"),
                        ),
                        ("came_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("called_at", models.DateTimeField(null=True)),
                        ("done_at", models.DateTimeField(null=True)),
                        ("in_time", models.BooleanField(null=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "created_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "district",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="areas.area",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="services.deskvisit",
                            ),
                        ),
                        (
                            "served_by",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "service_point",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.servicepoint",
                            ),
                        ),
                        (
                            "standard",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.servicestandard",
                            ),
                        ),
                        (
                            "migrant",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="services.migrant",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="deskvisit",
                    name="migrant",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="visits",
                        to="services.migrant",
                    ),
                ),
                migrations.AddField(
                    model_name="counsellingsession",
                    name="migrant",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sessions",
                        to="services.migrant",
                    ),
                ),
                migrations.CreateModel(
                    name="ContractCheck",
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
                        ("answers", models.JSONField(default=dict)),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "migrant",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="contract_checks",
                                to="services.migrant",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-at"],
                    },
                ),
                migrations.CreateModel(
                    name="ConsentEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "id",
                            models.UUIDField(default=uuid.uuid4, editable=False, serialize=False),
                        ),
                        (
                            "purpose",
                            models.CharField(
                                choices=[
                                    ("record", "Dicatat dengan nama"),
                                    ("referral", "Data dikirim ke lembaga lain"),
                                    ("statistics", "Dihitung dalam angka tanpa nama"),
                                    ("contact", "Dihubungi dengan cara yang dicatat"),
                                    ("follow_up", "Ditanya lagi kabarnya nanti"),
                                    ("story", "Kisah tanpa nama dalam laporan"),
                                ],
                                default="referral",
                                max_length=10,
                                verbose_name="tujuan",
                            ),
                        ),
                        (
                            "decision",
                            models.CharField(
                                choices=[("given", "Ya"), ("refused", "Tidak"), ("later", "Nanti")],
                                default="given",
                                max_length=8,
                                verbose_name="jawaban",
                            ),
                        ),
                        (
                            "groups",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("identity", "Nama, tanggal lahir, dan desa"),
                                        ("contact", "Nomor telepon dan cara aman menghubungi"),
                                        ("journey", "Tahap migrasi dan negara tujuan"),
                                        ("needs", "Ringkasan kebutuhan"),
                                        ("account", "Kronologi kasus"),
                                    ],
                                    max_length=12,
                                ),
                                default=list,
                                size=None,
                            ),
                        ),
                        (
                            "method",
                            models.CharField(
                                choices=[
                                    ("signature", "Tanda tangan"),
                                    ("thumbprint", "Cap jempol"),
                                    ("voice", "Rekaman suara"),
                                    ("witness", "Lisan dengan saksi"),
                                    ("tick", "Lisan, dicentang petugas"),
                                ],
                                max_length=12,
                                verbose_name="cara persetujuan",
                            ),
                        ),
                        ("text_version", models.CharField(max_length=20)),
                        ("given_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("expires_on", models.DateField(verbose_name="berlaku sampai")),
                        (
                            "language",
                            models.CharField(
                                blank=True, max_length=40, verbose_name="bahasa yang dibacakan"
                            ),
                        ),
                        (
                            "given_by",
                            models.CharField(
                                choices=[
                                    ("self", "Klien sendiri"),
                                    ("guardian", "Orang tua atau wali"),
                                    ("exception", "Tanpa wali: wali diduga pelaku"),
                                ],
                                default="self",
                                max_length=10,
                                verbose_name="diberikan oleh",
                            ),
                        ),
                        (
                            "guardian",
                            ltsa.encrypted.EncryptedTextField(
                                blank=True, verbose_name="nama orang tua atau wali"
                            ),
                        ),
                        (
                            "witness",
                            ltsa.encrypted.EncryptedTextField(
                                blank=True, verbose_name="nama saksi"
                            ),
                        ),
                        ("restricted", models.BooleanField(default=False, editable=False)),
                        ("withdrawn_at", models.DateTimeField(null=True)),
                        (
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="services.consent",
                            ),
                        ),
                        (
                            "recipient",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "withdrawn_by",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "migrant",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="services.migrant",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="consent",
                    name="migrant",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consents",
                        to="services.migrant",
                    ),
                ),
                migrations.CreateModel(
                    name="BookRow",
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
                        ("number", models.PositiveIntegerField(verbose_name="baris")),
                        ("values", ltsa.encrypted.EncryptedJSONField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("unchecked", "Belum diperiksa"),
                                    ("ready", "Siap"),
                                    ("wrong", "Perlu diperbaiki"),
                                    ("double", "Mungkin sudah terdaftar"),
                                    ("skipped", "Dilewati"),
                                    ("saved", "Tersimpan"),
                                    ("kept", "Sudah dipakai, tidak dibatalkan"),
                                    ("undone", "Dibatalkan"),
                                ],
                                default="unchecked",
                                max_length=10,
                            ),
                        ),
                        ("errors", models.JSONField(default=list)),
                        ("nik_hash", models.CharField(blank=True, max_length=64)),
                        ("name_hash", models.CharField(blank=True, max_length=64)),
                        (
                            "found_by",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("nik", "NIK sama"),
                                    ("name", "Nama dan desa sama"),
                                    ("again", "Layanan yang sama sudah pernah diimpor"),
                                ],
                                max_length=8,
                            ),
                        ),
                        (
                            "choice",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("existing", "Pakai yang sudah ada"),
                                    ("new", "Buat baru"),
                                    ("skip", "Lewati"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("made_client", models.BooleanField(default=False)),
                        (
                            "book",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="rows",
                                to="services.bookimport",
                            ),
                        ),
                        (
                            "same_as",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="services.bookrow",
                            ),
                        ),
                        (
                            "session",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="services.counsellingsession",
                            ),
                        ),
                        (
                            "double_of",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="services.migrant",
                            ),
                        ),
                        (
                            "migrant",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="services.migrant",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["number"],
                    },
                ),
                migrations.CreateModel(
                    name="Attendance",
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
                            "name",
                            ltsa.encrypted.EncryptedTextField(blank=True, verbose_name="nama"),
                        ),
                        (
                            "phone",
                            ltsa.encrypted.EncryptedTextField(blank=True, verbose_name="nomor HP"),
                        ),
                        (
                            "sex",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("female", "Perempuan"),
                                    ("male", "Laki-laki"),
                                    ("other", "Lainnya"),
                                    ("undisclosed", "Tidak menjawab"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "phase",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("before", "Sebelum bekerja"),
                                    ("during", "Selama bekerja"),
                                    ("after", "Setelah bekerja"),
                                ],
                                max_length=8,
                            ),
                        ),
                        (
                            "age_band",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("<18", "di bawah 18"),
                                    ("18-24", "18-24"),
                                    ("25-35", "25-35"),
                                    ("36-45", "36-45"),
                                    ("46+", "46 ke atas"),
                                ],
                                max_length=6,
                            ),
                        ),
                        ("disability", models.BooleanField(default=False)),
                        (
                            "wants_follow_up",
                            models.BooleanField(default=False, verbose_name="ingin dihubungi"),
                        ),
                        ("followed_up_at", models.DateTimeField(null=True)),
                        ("quiz_before", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("quiz_after", models.PositiveSmallIntegerField(blank=True, null=True)),
                        (
                            "village",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="areas.area",
                            ),
                        ),
                        (
                            "session",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="attendances",
                                to="services.counsellingsession",
                            ),
                        ),
                        (
                            "migrant",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="attendances",
                                to="services.migrant",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="AppointmentEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "id",
                            models.UUIDField(default=uuid.uuid4, editable=False, serialize=False),
                        ),
                        ("at", models.DateTimeField(verbose_name="waktu")),
                        (
                            "channel",
                            models.CharField(
                                choices=[
                                    ("face_to_face", "Tatap muka"),
                                    ("phone", "Telepon"),
                                    ("chat", "WhatsApp / pesan"),
                                    ("video", "Panggilan video"),
                                    ("home_visit", "Kunjungan rumah"),
                                    ("village_post", "Posko desa"),
                                ],
                                max_length=16,
                                verbose_name="cara",
                            ),
                        ),
                        (
                            "where",
                            ltsa.encrypted.EncryptedTextField(
                                blank=True, verbose_name="tempat, tautan, atau nomor"
                            ),
                        ),
                        (
                            "safe_to_remind",
                            models.BooleanField(default=False, verbose_name="aman diingatkan"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("planned", "Dijanjikan"),
                                    ("kept", "Terlaksana"),
                                    ("missed", "Tidak datang"),
                                    ("cancelled", "Dibatalkan"),
                                ],
                                default="planned",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="services.appointment",
                            ),
                        ),
                        (
                            "service_point",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.servicepoint",
                            ),
                        ),
                        (
                            "session",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="services.counsellingsession",
                            ),
                        ),
                        (
                            "migrant",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="services.migrant",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="appointment",
                    name="migrant",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appointments",
                        to="services.migrant",
                    ),
                ),
                migrations.CreateModel(
                    name="AccessGrant",
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
                            "reason",
                            models.CharField(
                                choices=[
                                    ("referral", "rujukan diterima"),
                                    ("team", "tim kasus"),
                                    ("conflict", "konflik kepentingan"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "groups",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("identity", "Nama, tanggal lahir, dan desa"),
                                        ("contact", "Nomor telepon dan cara aman menghubungi"),
                                        ("journey", "Tahap migrasi dan negara tujuan"),
                                        ("needs", "Ringkasan kebutuhan"),
                                        ("account", "Kronologi kasus"),
                                    ],
                                    max_length=12,
                                ),
                                default=list,
                                size=None,
                            ),
                        ),
                        ("subject", models.UUIDField()),
                        ("since", models.DateTimeField(default=django.utils.timezone.now)),
                        ("until", models.DateTimeField(null=True)),
                        ("deny", models.BooleanField(default=False)),
                        (
                            "agency",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.agency",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "village",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="areas.area",
                            ),
                        ),
                        (
                            "migrant",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="grants",
                                to="services.migrant",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="MigrantEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "id",
                            models.UUIDField(default=uuid.uuid4, editable=False, serialize=False),
                        ),
                        (
                            "code",
                            models.CharField(
                                editable=False, max_length=20, verbose_name="kode klien"
                            ),
                        ),
                        (
                            "full_name",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="nama lengkap"
                            ),
                        ),
                        (
                            "nickname",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="nama panggilan"
                            ),
                        ),
                        (
                            "passport_name",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="nama di paspor"
                            ),
                        ),
                        (
                            "search_name",
                            models.CharField(blank=True, editable=False, max_length=200),
                        ),
                        (
                            "anonymous",
                            models.BooleanField(default=False, verbose_name="tanpa nama"),
                        ),
                        (
                            "sex",
                            models.CharField(
                                choices=[
                                    ("female", "Perempuan"),
                                    ("male", "Laki-laki"),
                                    ("other", "Lainnya"),
                                    ("undisclosed", "Tidak menjawab"),
                                ],
                                max_length=12,
                                verbose_name="jenis kelamin",
                            ),
                        ),
                        (
                            "birth_date",
                            models.DateField(blank=True, null=True, verbose_name="tanggal lahir"),
                        ),
                        (
                            "age_band",
                            models.CharField(
                                choices=[
                                    ("<18", "di bawah 18"),
                                    ("18-24", "18-24"),
                                    ("25-35", "25-35"),
                                    ("36-45", "36-45"),
                                    ("46+", "46 ke atas"),
                                ],
                                max_length=6,
                                verbose_name="kelompok umur",
                            ),
                        ),
                        (
                            "client_type",
                            models.CharField(
                                choices=[
                                    ("prospective", "Calon PMI"),
                                    ("in_service", "PMI aktif"),
                                    ("returned", "PMI purna"),
                                    ("family", "Keluarga PMI"),
                                ],
                                max_length=12,
                                verbose_name="jenis klien",
                            ),
                        ),
                        (
                            "phase",
                            models.CharField(
                                choices=[
                                    ("before", "Sebelum bekerja"),
                                    ("during", "Selama bekerja"),
                                    ("after", "Setelah bekerja"),
                                ],
                                max_length=8,
                                verbose_name="tahap migrasi",
                            ),
                        ),
                        (
                            "consent",
                            models.CharField(
                                choices=[
                                    ("named", "Setuju dicatat dengan nama"),
                                    ("anonymous", "Setuju dicatat tanpa nama"),
                                ],
                                max_length=10,
                                verbose_name="persetujuan data",
                            ),
                        ),
                        ("nik", ltsa.encrypted.EncryptedTextField(blank=True, verbose_name="NIK")),
                        ("nik_hash", models.CharField(blank=True, editable=False, max_length=64)),
                        (
                            "passport",
                            ltsa.encrypted.EncryptedTextField(
                                blank=True, verbose_name="nomor paspor"
                            ),
                        ),
                        (
                            "passport_hash",
                            models.CharField(blank=True, editable=False, max_length=64),
                        ),
                        (
                            "family_card",
                            ltsa.encrypted.EncryptedTextField(blank=True, verbose_name="nomor KK"),
                        ),
                        (
                            "family_card_hash",
                            models.CharField(blank=True, editable=False, max_length=64),
                        ),
                        (
                            "phone",
                            ltsa.encrypted.EncryptedTextField(blank=True, verbose_name="nomor HP"),
                        ),
                        ("phone_hash", models.CharField(blank=True, editable=False, max_length=64)),
                        (
                            "phone_tail_hash",
                            models.CharField(blank=True, editable=False, max_length=64),
                        ),
                        (
                            "phone_safe",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("yes", "Ya, aman dihubungi"),
                                    ("no", "Tidak aman"),
                                    ("ask", "Hanya pada waktu tertentu"),
                                ],
                                max_length=4,
                                verbose_name="aman dihubungi?",
                            ),
                        ),
                        (
                            "phone_owner",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("self", "Sendiri"),
                                    ("family", "Keluarga"),
                                    ("neighbour", "Tetangga"),
                                    ("employer", "Majikan"),
                                    ("shared", "Dipakai bersama"),
                                ],
                                max_length=10,
                                verbose_name="HP milik",
                            ),
                        ),
                        (
                            "contact_way",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("call", "Telepon"),
                                    ("message", "Pesan WhatsApp atau SMS"),
                                    ("visit", "Didatangi"),
                                    ("through_someone", "Lewat orang yang ia percaya"),
                                ],
                                max_length=16,
                                verbose_name="cara menghubungi",
                            ),
                        ),
                        (
                            "contact_hours",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="jam yang aman"
                            ),
                        ),
                        (
                            "code_word",
                            ltsa.encrypted.EncryptedTextField(
                                blank=True, verbose_name="kata sandi"
                            ),
                        ),
                        (
                            "contact_asked_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="terakhir ditanya"
                            ),
                        ),
                        (
                            "education",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("none", "Tidak sekolah"),
                                    ("primary", "SD atau sederajat"),
                                    ("junior", "SMP atau sederajat"),
                                    ("senior", "SMA atau sederajat"),
                                    ("higher", "Diploma atau sarjana"),
                                ],
                                max_length=8,
                                verbose_name="pendidikan",
                            ),
                        ),
                        (
                            "marital_status",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("single", "Belum kawin"),
                                    ("married", "Kawin"),
                                    ("divorced", "Cerai hidup"),
                                    ("widowed", "Cerai mati"),
                                ],
                                max_length=8,
                                verbose_name="status kawin",
                            ),
                        ),
                        (
                            "children",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="jumlah anak"
                            ),
                        ),
                        (
                            "languages",
                            models.CharField(
                                blank=True, max_length=80, verbose_name="bahasa sehari-hari"
                            ),
                        ),
                        (
                            "heard_from",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("friend", "Keluarga atau teman"),
                                    ("village", "Kader atau perangkat desa"),
                                    ("meeting", "Penyuluhan"),
                                    ("union", "Serikat"),
                                    ("office", "Dinas atau kantor lain"),
                                    ("media", "Media sosial atau berita"),
                                    ("other", "Lainnya"),
                                ],
                                max_length=8,
                                verbose_name="tahu layanan ini dari",
                            ),
                        ),
                        (
                            "abilities",
                            ltsa.encrypted.EncryptedJSONField(
                                blank=True, null=True, verbose_name="kesulitan sehari-hari"
                            ),
                        ),
                        (
                            "disability",
                            models.BooleanField(
                                editable=False, null=True, verbose_name="penyandang disabilitas"
                            ),
                        ),
                        (
                            "destination",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="negara tujuan"
                            ),
                        ),
                        ("of_desk", models.BooleanField(default=False, editable=False)),
                        ("shielded", models.BooleanField(default=False, editable=False)),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "created_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "district",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="areas.area",
                            ),
                        ),
                        (
                            "merged_into",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="services.migrant",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="services.migrant",
                            ),
                        ),
                        (
                            "registered_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "service_point",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.servicepoint",
                            ),
                        ),
                        (
                            "village",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="areas.area",
                                verbose_name="desa",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PsychosocialCourse",
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
                            "goals",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("calm", "Lebih tenang dan bisa tidur"),
                                        ("safety", "Merasa aman"),
                                        ("grief", "Melewati kehilangan"),
                                        ("family", "Hubungan dengan keluarga membaik"),
                                        ("return", "Menyesuaikan diri setelah pulang"),
                                        ("decision", "Mengambil keputusan sendiri"),
                                        ("support", "Punya tempat bercerita"),
                                        ("work", "Kembali bekerja atau berkegiatan"),
                                    ],
                                    max_length=10,
                                ),
                                default=list,
                                size=None,
                                verbose_name="tujuan",
                            ),
                        ),
                        (
                            "wellbeing_before",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (1, "1 - sangat berat"),
                                    (2, "2 - berat"),
                                    (3, "3 - sedang"),
                                    (4, "4 - baik"),
                                    (5, "5 - sangat baik"),
                                ],
                                null=True,
                                verbose_name="keadaan saat mulai",
                            ),
                        ),
                        (
                            "wellbeing_after",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (1, "1 - sangat berat"),
                                    (2, "2 - berat"),
                                    (3, "3 - sedang"),
                                    (4, "4 - baik"),
                                    (5, "5 - sangat baik"),
                                ],
                                null=True,
                                verbose_name="keadaan saat selesai",
                            ),
                        ),
                        ("opened_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("closed_at", models.DateTimeField(null=True)),
                        (
                            "ending",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("goals_met", "Tujuan tercapai"),
                                    ("client_ended", "Klien ingin berhenti"),
                                    ("handed_on", "Dilanjutkan lembaga lain"),
                                    ("moved", "Klien pindah atau berangkat"),
                                    ("unreachable", "Tidak dapat dihubungi"),
                                ],
                                max_length=12,
                                verbose_name="alasan selesai",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "counsellor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "district",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="areas.area",
                            ),
                        ),
                        (
                            "migrant",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="courses",
                                to="services.migrant",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-opened_at", "-id"],
                    },
                ),
                migrations.CreateModel(
                    name="CounsellingSessionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "id",
                            models.UUIDField(default=uuid.uuid4, editable=False, serialize=False),
                        ),
                        (
                            "code",
                            models.CharField(editable=False, max_length=24, verbose_name="nomor"),
                        ),
                        (
                            "mode",
                            models.CharField(
                                choices=[("individual", "Perorangan"), ("group", "Kelompok")],
                                max_length=12,
                                verbose_name="bentuk",
                            ),
                        ),
                        (
                            "channel",
                            models.CharField(
                                choices=[
                                    ("face_to_face", "Tatap muka"),
                                    ("phone", "Telepon"),
                                    ("chat", "WhatsApp / pesan"),
                                    ("video", "Panggilan video"),
                                    ("home_visit", "Kunjungan rumah"),
                                    ("village_post", "Posko desa"),
                                ],
                                max_length=16,
                                verbose_name="cara",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("information", "Informasi"),
                                    ("safe_migration", "Migrasi aman"),
                                    ("employment", "Pekerjaan"),
                                    ("psychosocial", "Psikososial"),
                                    ("legal", "Hukum"),
                                    ("reintegration", "Reintegrasi"),
                                    ("srhr", "Kesehatan reproduksi"),
                                ],
                                max_length=16,
                                verbose_name="jenis konseling",
                            ),
                        ),
                        (
                            "topics",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("rights", "Hak dan kewajiban"),
                                        (
                                            "vacancies",
                                            "Lowongan, jenis pekerjaan, pemberi kerja, dan kondisi kerja",
                                        ),
                                        ("social_security", "Jaminan sosial dan klaim"),
                                        ("safe_procedure", "Tata cara migrasi aman"),
                                        ("costs", "Biaya penempatan"),
                                        (
                                            "vulnerability",
                                            "Kerentanan: perdagangan orang, narkotika, kesehatan",
                                        ),
                                        ("destination_law", "Hukum dan budaya negara tujuan"),
                                        ("contracts", "Perjanjian penempatan dan perjanjian kerja"),
                                        ("agencies", "Daftar P3MI dan mitra usaha"),
                                        ("countries", "Negara tujuan dan negara terlarang"),
                                        ("complaints", "Cara mengadu"),
                                    ],
                                    max_length=20,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="topik",
                            ),
                        ),
                        ("started_at", models.DateTimeField(verbose_name="waktu")),
                        (
                            "minutes",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="lama (menit)"
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("enough", "Cukup"),
                                    ("follow_up", "Perlu tindak lanjut"),
                                    ("open_case", "Buka kasus"),
                                    ("refer", "Rujuk"),
                                ],
                                max_length=12,
                                verbose_name="hasil",
                            ),
                        ),
                        (
                            "summary",
                            ltsa.encrypted.EncryptedTextField(blank=True, verbose_name="ringkasan"),
                        ),
                        (
                            "follow_up_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="tindak lanjut pada"
                            ),
                        ),
                        (
                            "phase",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("before", "Sebelum bekerja"),
                                    ("during", "Selama bekerja"),
                                    ("after", "Setelah bekerja"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("unrecorded", models.BooleanField(default=False)),
                        ("visit", models.UUIDField(editable=False, null=True)),
                        (
                            "entry",
                            models.CharField(
                                choices=[
                                    ("live", "Dicatat langsung"),
                                    ("paper", "Disalin dari buku"),
                                    ("import", "Diimpor dari Excel"),
                                ],
                                default="live",
                                max_length=8,
                            ),
                        ),
                        (
                            "paper_number",
                            models.CharField(
                                blank=True, max_length=40, verbose_name="nomor di buku"
                            ),
                        ),
                        (
                            "identity_check",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("known_voice", "Suara atau wajah sudah dikenal"),
                                    ("code_word", "Kata sandi yang disepakati"),
                                    ("called_back", "Ditelepon balik ke nomor yang tercatat"),
                                    ("questions", "Menjawab pertanyaan yang hanya ia tahu"),
                                    ("not_checked", "Belum dipastikan"),
                                ],
                                max_length=12,
                                verbose_name="identitas dipastikan dengan",
                            ),
                        ),
                        (
                            "consent_read",
                            models.BooleanField(
                                null=True, verbose_name="persetujuan sudah dibacakan"
                            ),
                        ),
                        ("voided_at", models.DateTimeField(editable=False, null=True)),
                        (
                            "void_reason",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="alasan dibatalkan"
                            ),
                        ),
                        (
                            "place",
                            models.CharField(blank=True, max_length=120, verbose_name="tempat"),
                        ),
                        (
                            "facilitator",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="fasilitator lain"
                            ),
                        ),
                        (
                            "quiz_of",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="nilai tertinggi kuis"
                            ),
                        ),
                        (
                            "quiz_before",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=5,
                                null=True,
                                verbose_name="rata-rata kuis awal",
                            ),
                        ),
                        (
                            "quiz_after",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=5,
                                null=True,
                                verbose_name="rata-rata kuis akhir",
                            ),
                        ),
                        (
                            "title",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="judul kegiatan"
                            ),
                        ),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "district",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="areas.area",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="services.counsellingsession",
                            ),
                        ),
                        (
                            "service_point",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.servicepoint",
                                verbose_name="titik layanan",
                            ),
                        ),
                        (
                            "voided_by",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "migrant",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="services.migrant",
                            ),
                        ),
                        (
                            "course",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="services.psychosocialcourse",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="counsellingsession",
                    name="course",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sessions",
                        to="services.psychosocialcourse",
                    ),
                ),
                migrations.CreateModel(
                    name="PsychosocialCourseEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "id",
                            models.UUIDField(default=uuid.uuid4, editable=False, serialize=False),
                        ),
                        (
                            "goals",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("calm", "Lebih tenang dan bisa tidur"),
                                        ("safety", "Merasa aman"),
                                        ("grief", "Melewati kehilangan"),
                                        ("family", "Hubungan dengan keluarga membaik"),
                                        ("return", "Menyesuaikan diri setelah pulang"),
                                        ("decision", "Mengambil keputusan sendiri"),
                                        ("support", "Punya tempat bercerita"),
                                        ("work", "Kembali bekerja atau berkegiatan"),
                                    ],
                                    max_length=10,
                                ),
                                default=list,
                                size=None,
                                verbose_name="tujuan",
                            ),
                        ),
                        (
                            "wellbeing_before",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (1, "1 - sangat berat"),
                                    (2, "2 - berat"),
                                    (3, "3 - sedang"),
                                    (4, "4 - baik"),
                                    (5, "5 - sangat baik"),
                                ],
                                null=True,
                                verbose_name="keadaan saat mulai",
                            ),
                        ),
                        (
                            "wellbeing_after",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (1, "1 - sangat berat"),
                                    (2, "2 - berat"),
                                    (3, "3 - sedang"),
                                    (4, "4 - baik"),
                                    (5, "5 - sangat baik"),
                                ],
                                null=True,
                                verbose_name="keadaan saat selesai",
                            ),
                        ),
                        ("opened_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("closed_at", models.DateTimeField(null=True)),
                        (
                            "ending",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("goals_met", "Tujuan tercapai"),
                                    ("client_ended", "Klien ingin berhenti"),
                                    ("handed_on", "Dilanjutkan lembaga lain"),
                                    ("moved", "Klien pindah atau berangkat"),
                                    ("unreachable", "Tidak dapat dihubungi"),
                                ],
                                max_length=12,
                                verbose_name="alasan selesai",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "counsellor",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "district",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="areas.area",
                            ),
                        ),
                        (
                            "migrant",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="services.migrant",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="services.psychosocialcourse",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Relationship",
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
                            "relation",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("spouse", "Suami atau istri"),
                                    ("parent", "Orang tua"),
                                    ("child", "Anak"),
                                    ("sibling", "Saudara kandung"),
                                    ("other", "Keluarga lain"),
                                ],
                                max_length=8,
                                verbose_name="hubungan",
                            ),
                        ),
                        (
                            "letter_of_authority",
                            models.BooleanField(default=False, verbose_name="surat kuasa ada"),
                        ),
                        (
                            "letter_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="tanggal surat kuasa"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "migrant",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="relatives",
                                to="services.migrant",
                            ),
                        ),
                        (
                            "relative",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="represents",
                                to="services.migrant",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="UnionMembership",
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
                            "association",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="perkumpulan lain"
                            ),
                        ),
                        (
                            "level",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("village", "Desa"),
                                    ("subdistrict", "Kecamatan"),
                                    ("district", "Kabupaten"),
                                    ("national", "Nasional"),
                                ],
                                max_length=12,
                                verbose_name="tingkat",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("offered", "Ditawarkan"),
                                    ("interested", "Berminat"),
                                    ("registered", "Didaftarkan"),
                                    ("member", "Anggota aktif"),
                                    ("left", "Keluar"),
                                    ("declined", "Tidak berminat"),
                                ],
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "card_number",
                            ltsa.encrypted.EncryptedTextField(
                                blank=True, verbose_name="nomor kartu anggota"
                            ),
                        ),
                        ("agreed_at", models.DateTimeField(null=True)),
                        ("joined_on", models.DateField(null=True)),
                        ("left_on", models.DateField(null=True)),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "district",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="areas.area",
                            ),
                        ),
                        (
                            "migrant",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="memberships",
                                to="services.migrant",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "union",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.organisation",
                                verbose_name="serikat",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-created_at", "-id"],
                    },
                ),
                migrations.CreateModel(
                    name="UnionMembershipEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "id",
                            models.UUIDField(default=uuid.uuid4, editable=False, serialize=False),
                        ),
                        (
                            "association",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="perkumpulan lain"
                            ),
                        ),
                        (
                            "level",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("village", "Desa"),
                                    ("subdistrict", "Kecamatan"),
                                    ("district", "Kabupaten"),
                                    ("national", "Nasional"),
                                ],
                                max_length=12,
                                verbose_name="tingkat",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("offered", "Ditawarkan"),
                                    ("interested", "Berminat"),
                                    ("registered", "Didaftarkan"),
                                    ("member", "Anggota aktif"),
                                    ("left", "Keluar"),
                                    ("declined", "Tidak berminat"),
                                ],
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "card_number",
                            ltsa.encrypted.EncryptedTextField(
                                blank=True, verbose_name="nomor kartu anggota"
                            ),
                        ),
                        ("agreed_at", models.DateTimeField(null=True)),
                        ("joined_on", models.DateField(null=True)),
                        ("left_on", models.DateField(null=True)),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "district",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="areas.area",
                            ),
                        ),
                        (
                            "migrant",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="services.migrant",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="services.unionmembership",
                            ),
                        ),
                        (
                            "union",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.organisation",
                                verbose_name="serikat",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="AttendanceCount",
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
                            "sex",
                            models.CharField(
                                choices=[
                                    ("female", "Perempuan"),
                                    ("male", "Laki-laki"),
                                    ("other", "Lainnya"),
                                    ("undisclosed", "Tidak menjawab"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "phase",
                            models.CharField(
                                choices=[
                                    ("before", "Sebelum bekerja"),
                                    ("during", "Selama bekerja"),
                                    ("after", "Setelah bekerja"),
                                ],
                                max_length=8,
                            ),
                        ),
                        (
                            "age_band",
                            models.CharField(
                                choices=[
                                    ("<18", "di bawah 18"),
                                    ("18-24", "18-24"),
                                    ("25-35", "25-35"),
                                    ("36-45", "36-45"),
                                    ("46+", "46 ke atas"),
                                ],
                                max_length=6,
                            ),
                        ),
                        ("count", models.PositiveSmallIntegerField()),
                        ("disability", models.PositiveSmallIntegerField(default=0)),
                        (
                            "session",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="counts",
                                to="services.counsellingsession",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("session", "sex", "phase", "age_band"),
                                name="one_cell_a_group",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("count__gt", 0), ("disability__lte", models.F("count"))
                                ),
                                name="disability_within_count",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ExitAnswer",
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
                        ("on", models.DateField()),
                        (
                            "score",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "Tidak membantu"),
                                    (2, "Kurang membantu"),
                                    (3, "Membantu"),
                                    (4, "Sangat membantu"),
                                ]
                            ),
                        ),
                        (
                            "district",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="areas.area",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "service_point",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.servicepoint",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                fields=["district", "on"], name="services_ex_distric_d2de36_idx"
                            )
                        ],
                    },
                ),
                migrations.AddIndex(
                    model_name="migrant",
                    index=models.Index(
                        fields=["district", "-created_at", "-id"],
                        name="services_mi_distric_519bfa_idx",
                    ),
                ),
                migrations.AddIndex(
                    model_name="migrant",
                    index=models.Index(
                        condition=models.Q(("merged_into__isnull", True), ("of_desk", True)),
                        fields=["district", "-created_at", "-id"],
                        name="desk_list",
                    ),
                ),
                migrations.AddIndex(
                    model_name="migrant",
                    index=models.Index(
                        fields=["registered_by", "-created_at", "-id"],
                        name="services_mi_registe_6b3980_idx",
                    ),
                ),
                migrations.AddIndex(
                    model_name="migrant",
                    index=models.Index(
                        condition=models.Q(("nik_hash", ""), _negated=True),
                        fields=["nik_hash"],
                        name="by_nik",
                    ),
                ),
                migrations.AddIndex(
                    model_name="migrant",
                    index=models.Index(
                        condition=models.Q(("passport_hash", ""), _negated=True),
                        fields=["passport_hash"],
                        name="by_passport",
                    ),
                ),
                migrations.AddIndex(
                    model_name="migrant",
                    index=models.Index(
                        condition=models.Q(("phone_hash", ""), _negated=True),
                        fields=["phone_hash"],
                        name="by_phone",
                    ),
                ),
                migrations.AddIndex(
                    model_name="migrant",
                    index=models.Index(
                        condition=models.Q(("phone_tail_hash", ""), _negated=True),
                        fields=["phone_tail_hash"],
                        name="by_phone_tail",
                    ),
                ),
                migrations.AddIndex(
                    model_name="migrant",
                    index=models.Index(
                        condition=models.Q(("family_card_hash", ""), _negated=True),
                        fields=["family_card_hash"],
                        name="by_family_card",
                    ),
                ),
                migrations.AddIndex(
                    model_name="migrant",
                    index=django.contrib.postgres.indexes.GinIndex(
                        fields=["district", "registered_by", "search_name"],
                        name="by_name",
                        opclasses=["varchar_ops", "uuid_ops", "gin_trgm_ops"],
                    ),
                ),
                migrations.AddConstraint(
                    model_name="migrant",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("anonymous", True),
                                ("full_name", ""),
                                ("nik", ""),
                                ("passport", ""),
                            ),
                            models.Q(
                                ("anonymous", False), models.Q(("full_name", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="named_or_anonymous",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="migrant",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("anonymous", False), ("consent", "anonymous"), _connector="OR"
                        ),
                        name="anonymous_by_consent",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="migrant",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("merged_into", models.F("id")), _negated=True),
                        name="not_merged_into_herself",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="migrant",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "services_migrantevent" ("abilities", "age_band", "anonymous", "birth_date", "children", "client_type", "code", "code_word", "consent", "contact_asked_on", "contact_hours", "contact_way", "created_at", "created_by_id", "destination", "disability", "district_id", "education", "family_card", "family_card_hash", "full_name", "heard_from", "id", "languages", "marital_status", "merged_into_id", "nickname", "nik", "nik_hash", "of_desk", "passport", "passport_hash", "passport_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "phone", "phone_hash", "phone_owner", "phone_safe", "phone_tail_hash", "registered_by_id", "search_name", "service_point_id", "sex", "shielded", "version", "village_id") VALUES (NEW."abilities", NEW."age_band", NEW."anonymous", NEW."birth_date", NEW."children", NEW."client_type", NEW."code", NEW."code_word", NEW."consent", NEW."contact_asked_on", NEW."contact_hours", NEW."contact_way", NEW."created_at", NEW."created_by_id", NEW."destination", NEW."disability", NEW."district_id", NEW."education", NEW."family_card", NEW."family_card_hash", NEW."full_name", NEW."heard_from", NEW."id", NEW."languages", NEW."marital_status", NEW."merged_into_id", NEW."nickname", NEW."nik", NEW."nik_hash", NEW."of_desk", NEW."passport", NEW."passport_hash", NEW."passport_name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phase", NEW."phone", NEW."phone_hash", NEW."phone_owner", NEW."phone_safe", NEW."phone_tail_hash", NEW."registered_by_id", NEW."search_name", NEW."service_point_id", NEW."sex", NEW."shielded", NEW."version", NEW."village_id"); RETURN NULL;',
                            hash="be29037d55efed74fcf68b9b70e546b9c35301fe",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_16f3a",
                            table="services_migrant",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="migrant",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "services_migrantevent" ("abilities", "age_band", "anonymous", "birth_date", "children", "client_type", "code", "code_word", "consent", "contact_asked_on", "contact_hours", "contact_way", "created_at", "created_by_id", "destination", "disability", "district_id", "education", "family_card", "family_card_hash", "full_name", "heard_from", "id", "languages", "marital_status", "merged_into_id", "nickname", "nik", "nik_hash", "of_desk", "passport", "passport_hash", "passport_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "phone", "phone_hash", "phone_owner", "phone_safe", "phone_tail_hash", "registered_by_id", "search_name", "service_point_id", "sex", "shielded", "version", "village_id") VALUES (NEW."abilities", NEW."age_band", NEW."anonymous", NEW."birth_date", NEW."children", NEW."client_type", NEW."code", NEW."code_word", NEW."consent", NEW."contact_asked_on", NEW."contact_hours", NEW."contact_way", NEW."created_at", NEW."created_by_id", NEW."destination", NEW."disability", NEW."district_id", NEW."education", NEW."family_card", NEW."family_card_hash", NEW."full_name", NEW."heard_from", NEW."id", NEW."languages", NEW."marital_status", NEW."merged_into_id", NEW."nickname", NEW."nik", NEW."nik_hash", NEW."of_desk", NEW."passport", NEW."passport_hash", NEW."passport_name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phase", NEW."phone", NEW."phone_hash", NEW."phone_owner", NEW."phone_safe", NEW."phone_tail_hash", NEW."registered_by_id", NEW."search_name", NEW."service_point_id", NEW."sex", NEW."shielded", NEW."version", NEW."village_id"); RETURN NULL;',
                            hash="2a3ab831f79acb60d5a8f1398568009fc1905b6b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_364eb",
                            table="services_migrant",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="merge",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("undone_at__isnull", True)),
                        fields=("duplicate",),
                        name="merged_once",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="merge",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("undone_at", None), ("undone_by", None)),
                            models.Q(("undone_at__isnull", False), ("undone_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="undone_with_who",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="journeyevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f9565eae3453838159dbc15464a7ab1f7b10c722",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_5fe6c",
                            table="services_journeyevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="journey",
                    index=models.Index(
                        fields=["migrant", "-created_at"], name="services_jo_migrant_228aa1_idx"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="journey",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("returned_on", None),
                            ("left_on", None),
                            ("returned_on__gte", models.F("left_on")),
                            _connector="OR",
                        ),
                        name="returned_after_leaving",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="journey",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("cancelled", False),
                            models.Q(("left_on", None), ("returned_on", None)),
                            _connector="OR",
                        ),
                        name="cancelled_before_leaving",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="journey",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "services_journeyevent" ("agency_id", "cancelled", "created_at", "created_by_id", "destination", "employer", "id", "left_on", "migrant_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_for", "returned_on", "scheme", "sector", "sponsor", "version") VALUES (NEW."agency_id", NEW."cancelled", NEW."created_at", NEW."created_by_id", NEW."destination", NEW."employer", NEW."id", NEW."left_on", NEW."migrant_id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."planned_for", NEW."returned_on", NEW."scheme", NEW."sector", NEW."sponsor", NEW."version"); RETURN NULL;',
                            hash="0486a0493b01733d5dd1b55dfac7aee46146a009",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ccf39",
                            table="services_journey",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="journey",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "services_journeyevent" ("agency_id", "cancelled", "created_at", "created_by_id", "destination", "employer", "id", "left_on", "migrant_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_for", "returned_on", "scheme", "sector", "sponsor", "version") VALUES (NEW."agency_id", NEW."cancelled", NEW."created_at", NEW."created_by_id", NEW."destination", NEW."employer", NEW."id", NEW."left_on", NEW."migrant_id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."planned_for", NEW."returned_on", NEW."scheme", NEW."sector", NEW."sponsor", NEW."version"); RETURN NULL;',
                            hash="835cb199a59749537fb5252660e22fbc4de0b75d",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ed03e",
                            table="services_journey",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="documentcheckevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="9638bc43a15b447948e89441bc359209d888176d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_8cebd",
                            table="services_documentcheckevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="documentcheck",
                    constraint=models.UniqueConstraint(
                        fields=("migrant", "code"), name="one_state_a_document"
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="documentcheck",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "services_documentcheckevent" ("checked_by_id", "checked_on", "code", "flags", "id", "migrant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "valid_until", "version") VALUES (NEW."checked_by_id", NEW."checked_on", NEW."code", NEW."flags", NEW."id", NEW."migrant_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."state", NEW."valid_until", NEW."version"); RETURN NULL;',
                            hash="f09add317b6458fd9cd7e065caa79e06f12275e9",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e1d85",
                            table="services_documentcheck",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="documentcheck",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "services_documentcheckevent" ("checked_by_id", "checked_on", "code", "flags", "id", "migrant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "valid_until", "version") VALUES (NEW."checked_by_id", NEW."checked_on", NEW."code", NEW."flags", NEW."id", NEW."migrant_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."state", NEW."valid_until", NEW."version"); RETURN NULL;',
                            hash="c16ea7afbdeb22b14a1c80bdfd4bd713d3babf3b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_24205",
                            table="services_documentcheck",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="deskvisitevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f9d757d7b5288be88c615c6cd01a4a3a45157d68",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_3fb79",
                            table="services_deskvisitevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="deskvisit",
                    index=models.Index(
                        fields=["district", "on"], name="services_de_distric_1fa9be_idx"
                    ),
                ),
                migrations.AddIndex(
                    model_name="deskvisit",
                    index=models.Index(
                        fields=["migrant", "-came_at"], name="services_de_migrant_110182_idx"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="deskvisit",
                    constraint=models.UniqueConstraint(
                        fields=("organisation", "on", "number"), name="one_number_a_day"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="deskvisit",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("called_at", None),
                            ("called_at__gte", models.F("came_at")),
                            _connector="OR",
                        ),
                        name="called_after_coming",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="deskvisit",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("called_at__isnull", False),
                                ("done_at__isnull", False),
                                ("state", "done"),
                            ),
                            models.Q(("state", "done"), _negated=True),
                            _connector="OR",
                        ),
                        name="done_after_being_called",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="deskvisit",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "services_deskvisitevent" ("called_at", "came_at", "created_by_id", "district_id", "done_at", "id", "in_time", "migrant_id", "number", "on", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "priority", "served_by_id", "service_point_id", "standard_id", "state", "version") VALUES (NEW."called_at", NEW."came_at", NEW."created_by_id", NEW."district_id", NEW."done_at", NEW."id", NEW."in_time", NEW."migrant_id", NEW."number", NEW."on", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."priority", NEW."served_by_id", NEW."service_point_id", NEW."standard_id", NEW."state", NEW."version"); RETURN NULL;',
                            hash="d63828027d6ffd924b30c381996c2571b2bd6b11",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e279d",
                            table="services_deskvisit",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="deskvisit",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "services_deskvisitevent" ("called_at", "came_at", "created_by_id", "district_id", "done_at", "id", "in_time", "migrant_id", "number", "on", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "priority", "served_by_id", "service_point_id", "standard_id", "state", "version") VALUES (NEW."called_at", NEW."came_at", NEW."created_by_id", NEW."district_id", NEW."done_at", NEW."id", NEW."in_time", NEW."migrant_id", NEW."number", NEW."on", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."priority", NEW."served_by_id", NEW."service_point_id", NEW."standard_id", NEW."state", NEW."version"); RETURN NULL;',
                            hash="e8ade130876fdaaee0a98ae4ac1328458eaecf78",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b8f3b",
                            table="services_deskvisit",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="contractcheck",
                    index=models.Index(
                        fields=["migrant", "-at"], name="services_co_migrant_30e06d_idx"
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="consentevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="936de39e8022cf9165074c0f09851997cd07f5ee",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_301cb",
                            table="services_consentevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="consent",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("withdrawn_at__isnull", True),
                            ("withdrawn_at__gte", models.F("given_at")),
                            _connector="OR",
                        ),
                        name="withdrawn_after_given",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="consent",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("purpose", "referral"), _negated=True),
                            ("recipient__isnull", False),
                            _connector="OR",
                        ),
                        name="referral_consent_has_recipient",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="consent",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decision", "given"), ("purpose", "referral"), _negated=True),
                            models.Q(("method", "tick"), _negated=True),
                            _connector="OR",
                        ),
                        name="a_tick_is_not_enough_to_share",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="consent",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("given_by", "guardian"), _negated=True),
                            models.Q(("guardian", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="guardian_has_a_name",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="consent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "services_consentevent" ("decision", "expires_on", "given_at", "given_by", "groups", "guardian", "id", "language", "method", "migrant_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "recipient_id", "recorded_by_id", "restricted", "text_version", "withdrawn_at", "withdrawn_by_id", "witness") VALUES (NEW."decision", NEW."expires_on", NEW."given_at", NEW."given_by", NEW."groups", NEW."guardian", NEW."id", NEW."language", NEW."method", NEW."migrant_id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."purpose", NEW."recipient_id", NEW."recorded_by_id", NEW."restricted", NEW."text_version", NEW."withdrawn_at", NEW."withdrawn_by_id", NEW."witness"); RETURN NULL;',
                            hash="e3b379747d505ac72516ac98cc4a8fe259f1321f",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_bae5e",
                            table="services_consent",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="consent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "services_consentevent" ("decision", "expires_on", "given_at", "given_by", "groups", "guardian", "id", "language", "method", "migrant_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "recipient_id", "recorded_by_id", "restricted", "text_version", "withdrawn_at", "withdrawn_by_id", "witness") VALUES (NEW."decision", NEW."expires_on", NEW."given_at", NEW."given_by", NEW."groups", NEW."guardian", NEW."id", NEW."language", NEW."method", NEW."migrant_id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."purpose", NEW."recipient_id", NEW."recorded_by_id", NEW."restricted", NEW."text_version", NEW."withdrawn_at", NEW."withdrawn_by_id", NEW."witness"); RETURN NULL;',
                            hash="268db30b31a128b000202e6bcc8c9ccca94e01b7",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4ff7d",
                            table="services_consent",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="bookrow",
                    index=models.Index(
                        fields=["book", "state", "number"], name="services_bo_book_id_4e6c47_idx"
                    ),
                ),
                migrations.AddIndex(
                    model_name="bookrow",
                    index=models.Index(
                        condition=models.Q(("nik_hash", ""), _negated=True),
                        fields=["book", "nik_hash"],
                        name="book_by_nik",
                    ),
                ),
                migrations.AddIndex(
                    model_name="bookrow",
                    index=models.Index(
                        condition=models.Q(("name_hash", ""), _negated=True),
                        fields=["book", "name_hash"],
                        name="book_by_name",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="bookrow",
                    constraint=models.UniqueConstraint(
                        fields=("book", "number"), name="one_row_a_line"
                    ),
                ),
                migrations.AddIndex(
                    model_name="attendance",
                    index=models.Index(
                        condition=models.Q(("followed_up_at", None), ("wants_follow_up", True)),
                        fields=["session"],
                        name="leads",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="attendance",
                    constraint=models.UniqueConstraint(
                        fields=("session", "migrant"), name="attends_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="attendance",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("migrant__isnull", False),
                            models.Q(
                                models.Q(("name", ""), _negated=True),
                                models.Q(("sex", ""), _negated=True),
                                models.Q(("phase", ""), _negated=True),
                                models.Q(("age_band", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="known_or_named",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="appointmentevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8b89e9434f9b45735d3cad6c0014cde2dd886ef5",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_0913b",
                            table="services_appointmentevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="appointment",
                    index=models.Index(
                        condition=models.Q(("state", "planned")),
                        fields=["by", "at"],
                        name="planned_for",
                    ),
                ),
                migrations.AddIndex(
                    model_name="appointment",
                    index=models.Index(
                        fields=["migrant", "-at"], name="services_ap_migrant_73afdd_idx"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="appointment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("session", None), ("state", "kept"), _connector="OR"),
                        name="session_of_a_kept_appointment",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="appointment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "services_appointmentevent" ("at", "by_id", "channel", "created_at", "id", "migrant_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "safe_to_remind", "service_point_id", "session_id", "state", "version", "where") VALUES (NEW."at", NEW."by_id", NEW."channel", NEW."created_at", NEW."id", NEW."migrant_id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."safe_to_remind", NEW."service_point_id", NEW."session_id", NEW."state", NEW."version", NEW."where"); RETURN NULL;',
                            hash="a7a9603d24ada261a685af0a767bdde25f3aa3b9",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_85965",
                            table="services_appointment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="appointment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "services_appointmentevent" ("at", "by_id", "channel", "created_at", "id", "migrant_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "safe_to_remind", "service_point_id", "session_id", "state", "version", "where") VALUES (NEW."at", NEW."by_id", NEW."channel", NEW."created_at", NEW."id", NEW."migrant_id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."safe_to_remind", NEW."service_point_id", NEW."session_id", NEW."state", NEW."version", NEW."where"); RETURN NULL;',
                            hash="5f9b2d03d58db9d6fb6d2615e6f1854b778970ac",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e730e",
                            table="services_appointment",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="accessgrant",
                    index=models.Index(
                        fields=["organisation", "migrant"], name="services_ac_organis_5c62f2_idx"
                    ),
                ),
                migrations.AddIndex(
                    model_name="accessgrant",
                    index=models.Index(
                        fields=["user", "migrant"], name="services_ac_user_id_96b2cd_idx"
                    ),
                ),
                migrations.AddIndex(
                    model_name="accessgrant",
                    index=models.Index(fields=["subject"], name="services_ac_subject_297fcf_idx"),
                ),
                migrations.AddIndex(
                    model_name="accessgrant",
                    index=models.Index(
                        condition=models.Q(("deny", True)), fields=["migrant"], name="shut_out"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="accessgrant",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("agency", None),
                                ("organisation", None),
                                ("user__isnull", False),
                                ("village", None),
                            ),
                            models.Q(
                                ("agency", None),
                                ("organisation__isnull", False),
                                ("user", None),
                                ("village", None),
                            ),
                            models.Q(
                                ("agency", None),
                                ("organisation", None),
                                ("user", None),
                                ("village__isnull", False),
                            ),
                            models.Q(
                                ("agency__isnull", False),
                                ("organisation", None),
                                ("user", None),
                                ("village", None),
                            ),
                            _connector="OR",
                        ),
                        name="grant_to_one",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="accessgrant",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("agency", None), ("village", None)),
                            ("deny", True),
                            _connector="OR",
                        ),
                        name="villages_and_agencies_are_only_shut_out",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="migrantevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="4caed611a26644efec788f1f2260e6da47c2c2ec",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_e646d",
                            table="services_migrantevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="psychosocialcourse",
                    index=models.Index(
                        fields=["organisation", "-opened_at"], name="services_ps_organis_813cce_idx"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="psychosocialcourse",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("closed_at__isnull", True)),
                        fields=("migrant", "counsellor"),
                        name="one_open_course_with_a_counsellor",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="psychosocialcourse",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at", None), ("ending", "")),
                            models.Q(
                                ("closed_at__isnull", False),
                                models.Q(("ending", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="course_closed_with_why",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="psychosocialcourse",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "services_psychosocialcourseevent" ("closed_at", "counsellor_id", "district_id", "ending", "goals", "id", "migrant_id", "opened_at", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "wellbeing_after", "wellbeing_before") VALUES (NEW."closed_at", NEW."counsellor_id", NEW."district_id", NEW."ending", NEW."goals", NEW."id", NEW."migrant_id", NEW."opened_at", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."version", NEW."wellbeing_after", NEW."wellbeing_before"); RETURN NULL;',
                            hash="3b281c30b1286f2b33af26ae32f3fbf88b1575e4",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e2b5e",
                            table="services_psychosocialcourse",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="psychosocialcourse",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "services_psychosocialcourseevent" ("closed_at", "counsellor_id", "district_id", "ending", "goals", "id", "migrant_id", "opened_at", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "wellbeing_after", "wellbeing_before") VALUES (NEW."closed_at", NEW."counsellor_id", NEW."district_id", NEW."ending", NEW."goals", NEW."id", NEW."migrant_id", NEW."opened_at", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."version", NEW."wellbeing_after", NEW."wellbeing_before"); RETURN NULL;',
                            hash="22566ba05827f6e9b88e22b80af35d99412d4ad1",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_75873",
                            table="services_psychosocialcourse",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="counsellingsessionevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="7f6bbbf3345deb903feacef0a10ed14d753da6fa",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_991e2",
                            table="services_counsellingsessionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="counsellingsession",
                    index=models.Index(
                        fields=["district", "started_at"], name="services_co_distric_3dadf6_idx"
                    ),
                ),
                migrations.AddIndex(
                    model_name="counsellingsession",
                    index=models.Index(
                        fields=["organisation", "-started_at", "-id"],
                        name="services_co_organis_512eaf_idx",
                    ),
                ),
                migrations.AddIndex(
                    model_name="counsellingsession",
                    index=models.Index(
                        fields=["migrant", "-started_at"], name="services_co_migrant_4e85c9_idx"
                    ),
                ),
                migrations.AddIndex(
                    model_name="counsellingsession",
                    index=models.Index(
                        condition=models.Q(("follow_up_on__isnull", False)),
                        fields=["by", "follow_up_on"],
                        name="follow_ups",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="counsellingsession",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("migrant", None), ("mode", "group"), ("unrecorded", False)),
                            models.Q(
                                ("migrant__isnull", False),
                                ("mode", "individual"),
                                ("unrecorded", False),
                            ),
                            models.Q(
                                ("migrant", None), ("mode", "individual"), ("unrecorded", True)
                            ),
                            _connector="OR",
                        ),
                        name="individual_has_migrant_or_none_recorded",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="counsellingsession",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("void_reason", ""), ("voided_at", None), ("voided_by", None)),
                            models.Q(
                                ("voided_at__isnull", False),
                                ("voided_by__isnull", False),
                                models.Q(("void_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="voided_with_who_and_why",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="counsellingsession",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("course", None), ("kind", "psychosocial"), _connector="OR"
                        ),
                        name="course_is_psychosocial",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="counsellingsession",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "psychosocial"), _negated=True),
                            ("summary", ""),
                            _connector="OR",
                        ),
                        name="no_narrative_for_psychosocial",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="counsellingsession",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "follow_up"), _negated=True),
                            ("follow_up_on__isnull", False),
                            _connector="OR",
                        ),
                        name="follow_up_has_date",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="counsellingsession",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "services_counsellingsessionevent" ("by_id", "channel", "code", "consent_read", "course_id", "created_at", "district_id", "entry", "facilitator", "follow_up_on", "id", "identity_check", "kind", "migrant_id", "minutes", "mode", "organisation_id", "outcome", "paper_number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "place", "quiz_after", "quiz_before", "quiz_of", "service_point_id", "started_at", "summary", "title", "topics", "unrecorded", "version", "visit", "void_reason", "voided_at", "voided_by_id") VALUES (NEW."by_id", NEW."channel", NEW."code", NEW."consent_read", NEW."course_id", NEW."created_at", NEW."district_id", NEW."entry", NEW."facilitator", NEW."follow_up_on", NEW."id", NEW."identity_check", NEW."kind", NEW."migrant_id", NEW."minutes", NEW."mode", NEW."organisation_id", NEW."outcome", NEW."paper_number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phase", NEW."place", NEW."quiz_after", NEW."quiz_before", NEW."quiz_of", NEW."service_point_id", NEW."started_at", NEW."summary", NEW."title", NEW."topics", NEW."unrecorded", NEW."version", NEW."visit", NEW."void_reason", NEW."voided_at", NEW."voided_by_id"); RETURN NULL;',
                            hash="70bed21623f1d69ffba95463e60c8957463c2aa4",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c87ec",
                            table="services_counsellingsession",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="counsellingsession",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "services_counsellingsessionevent" ("by_id", "channel", "code", "consent_read", "course_id", "created_at", "district_id", "entry", "facilitator", "follow_up_on", "id", "identity_check", "kind", "migrant_id", "minutes", "mode", "organisation_id", "outcome", "paper_number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "place", "quiz_after", "quiz_before", "quiz_of", "service_point_id", "started_at", "summary", "title", "topics", "unrecorded", "version", "visit", "void_reason", "voided_at", "voided_by_id") VALUES (NEW."by_id", NEW."channel", NEW."code", NEW."consent_read", NEW."course_id", NEW."created_at", NEW."district_id", NEW."entry", NEW."facilitator", NEW."follow_up_on", NEW."id", NEW."identity_check", NEW."kind", NEW."migrant_id", NEW."minutes", NEW."mode", NEW."organisation_id", NEW."outcome", NEW."paper_number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phase", NEW."place", NEW."quiz_after", NEW."quiz_before", NEW."quiz_of", NEW."service_point_id", NEW."started_at", NEW."summary", NEW."title", NEW."topics", NEW."unrecorded", NEW."version", NEW."visit", NEW."void_reason", NEW."voided_at", NEW."voided_by_id"); RETURN NULL;',
                            hash="7ed4864d107265b5d950bd96bfe42e1da29f7a41",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a85bf",
                            table="services_counsellingsession",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="psychosocialcourseevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="ab4e64175f9ce71579254125fa4fa10202921b9c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_bc95e",
                            table="services_psychosocialcourseevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="relationship",
                    constraint=models.UniqueConstraint(
                        fields=("relative", "migrant"), name="related_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="relationship",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("relative", models.F("migrant")), _negated=True),
                        name="not_her_own_relative",
                    ),
                ),
                migrations.AddIndex(
                    model_name="unionmembership",
                    index=models.Index(
                        fields=["district", "joined_on"], name="services_un_distric_483c2d_idx"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="unionmembership",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(
                            ("union__isnull", False),
                            models.Q(("state__in", ["left", "declined"]), _negated=True),
                        ),
                        fields=("migrant", "union"),
                        name="one_open_membership_a_union",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="unionmembership",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["offered", "interested", "declined"]),
                            ("agreed_at__isnull", False),
                            _connector="OR",
                        ),
                        name="registered_with_her_agreement",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="unionmembership",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "member"), _negated=True),
                            ("joined_on__isnull", False),
                            _connector="OR",
                        ),
                        name="member_since_a_day",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="unionmembership",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("union__isnull", False),
                            models.Q(("association", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="member_of_something",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="unionmembership",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "services_unionmembershipevent" ("agreed_at", "association", "by_id", "card_number", "created_at", "district_id", "id", "joined_on", "left_on", "level", "migrant_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "union_id", "version") VALUES (NEW."agreed_at", NEW."association", NEW."by_id", NEW."card_number", NEW."created_at", NEW."district_id", NEW."id", NEW."joined_on", NEW."left_on", NEW."level", NEW."migrant_id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."state", NEW."union_id", NEW."version"); RETURN NULL;',
                            hash="ea0ca35a3d6ff279fc0b92752a4723aafd6001c1",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c9a67",
                            table="services_unionmembership",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="unionmembership",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "services_unionmembershipevent" ("agreed_at", "association", "by_id", "card_number", "created_at", "district_id", "id", "joined_on", "left_on", "level", "migrant_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "union_id", "version") VALUES (NEW."agreed_at", NEW."association", NEW."by_id", NEW."card_number", NEW."created_at", NEW."district_id", NEW."id", NEW."joined_on", NEW."left_on", NEW."level", NEW."migrant_id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."state", NEW."union_id", NEW."version"); RETURN NULL;',
                            hash="c53e864c15b69698a562862fcb159416856552f7",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5f8b9",
                            table="services_unionmembership",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="unionmembershipevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8be7cb669a34505209de00f9a8285f89d57036d5",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f6c2f",
                            table="services_unionmembershipevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ]
        ),
        migrations.RunSQL(KEPT, migrations.RunSQL.noop),
        migrations.RunPython(texts.load, migrations.RunPython.noop),
        migrations.RunSQL(desks.TRIGGERS, desks.BACK),
    ]
