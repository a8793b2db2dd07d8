"""All tables of this app at once, for a new database; one that has the single steps keeps them (`replaces`)."""

from importlib import import_module

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
import ltsa.encrypted
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.conf import settings
from django.db import migrations, models

from ltsa.new_tables import NewTables


types = import_module("cases.migrations.0003_case_types")
rules = import_module("cases.migrations.0009_case_management_rules")
# History that the web role may only add to, and what is written once for all.
KEPT = """
REVOKE UPDATE, DELETE, TRUNCATE ON cases_caseevent, cases_referralevent, cases_casefilecontent,
  cases_casefileevent FROM ltsa_web;
REVOKE DELETE, TRUNCATE ON cases_casefile FROM ltsa_web;
REVOKE UPDATE, DELETE, TRUNCATE ON cases_referralshare, cases_outsideview, cases_clientfeedbackevent, cases_outsidelinkevent FROM ltsa_web;
REVOKE DELETE, TRUNCATE ON cases_outsidelink, cases_referralfile FROM ltsa_web;
"""


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("cases", "0001_initial"),
        ("cases", "0002_initial"),
        ("cases", "0003_case_types"),
        ("cases", "0004_respondent_agency"),
        ("cases", "0005_restricted_consents"),
        ("cases", "0006_mark_restricted_consents"),
        ("cases", "0007_shield_clients"),
        ("cases", "0008_case_management"),
        ("cases", "0009_case_management_rules"),
        ("cases", "0010_note_versions"),
        ("cases", "0011_files"),
        ("cases", "0012_deletion_requests"),
        ("cases", "0013_carried_steps"),
        ("cases", "0014_name_respondents"),
        ("cases", "0015_referral_network"),
    ]

    dependencies = [
        ("areas", "0001_initial"),
        ("organisations", "0001_squashed"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("services", "0001_squashed"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        NewTables(
            [
                migrations.CreateModel(
                    name="CaseFile",
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
                        ("number", models.PositiveSmallIntegerField(verbose_name="nomor")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("evidence", "Bukti"),
                                    ("identity", "KTP, paspor, atau KK"),
                                    ("contract", "Perjanjian kerja"),
                                    ("payslip", "Slip gaji atau bukti potongan"),
                                    ("letter", "Surat"),
                                    ("minutes", "Risalah atau kesepakatan"),
                                    ("payment_proof", "Bukti pembayaran"),
                                    ("power_of_attorney", "Surat kuasa"),
                                    ("other", "Lainnya"),
                                ],
                                max_length=20,
                                verbose_name="jenis berkas",
                            ),
                        ),
                        (
                            "note",
                            ltsa.encrypted.EncryptedTextField(
                                blank=True, verbose_name="keterangan"
                            ),
                        ),
                        ("media_type", models.CharField(max_length=40)),
                        ("size", models.PositiveIntegerField()),
                        ("digest", models.CharField(max_length=64)),
                        ("scanned_at", models.DateTimeField(null=True)),
                        ("thread", models.UUIDField(default=uuid.uuid4)),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("removed_at", models.DateTimeField(null=True)),
                        (
                            "removed_reason",
                            ltsa.encrypted.EncryptedTextField(blank=True, verbose_name="alasan"),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["number"],
                    },
                ),
                migrations.CreateModel(
                    name="Referral",
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
                                verbose_name="nomor rujukan",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("referral", "Rujukan layanan"),
                                    ("transfer", "Pindah ke kabupaten lain"),
                                ],
                                default="referral",
                                max_length=8,
                            ),
                        ),
                        (
                            "services",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
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
                                ),
                                size=None,
                                verbose_name="layanan diminta",
                            ),
                        ),
                        (
                            "priority",
                            models.CharField(
                                choices=[
                                    ("normal", "Biasa"),
                                    ("urgent", "Mendesak"),
                                    ("emergency", "Darurat"),
                                ],
                                max_length=10,
                                verbose_name="prioritas",
                            ),
                        ),
                        (
                            "needs",
                            ltsa.encrypted.EncryptedTextField(verbose_name="ringkasan kebutuhan"),
                        ),
                        (
                            "disclose",
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
                                verbose_name="data yang dibagikan",
                            ),
                        ),
                        (
                            "override",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("life_in_danger", "Nyawa terancam"),
                                    ("court_order", "Perintah pengadilan atau undang-undang"),
                                    ("child", "Melindungi anak"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("override_reason", ltsa.encrypted.EncryptedTextField(blank=True)),
                        ("snapshot", ltsa.encrypted.EncryptedJSONField(null=True)),
                        (
                            "team_at_sending",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.UUIDField(), default=list, size=None
                            ),
                        ),
                        ("restricted", models.BooleanField(default=False)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "Draf"),
                                    ("sent", "Terkirim"),
                                    ("accepted", "Diterima"),
                                    ("in_progress", "Diproses"),
                                    ("service_given", "Layanan diberikan"),
                                    ("completed", "Selesai"),
                                    ("declined", "Ditolak"),
                                    ("returned", "Dikembalikan"),
                                    ("withdrawn", "Ditarik"),
                                    ("expired", "Kedaluwarsa"),
                                ],
                                default="draft",
                                max_length=16,
                                verbose_name="status",
                            ),
                        ),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("sent_at", models.DateTimeField(null=True)),
                        ("due_at", models.DateTimeField(null=True)),
                        ("called_at", models.DateTimeField(null=True)),
                        (
                            "call_result",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("reached", "Tersambung dan sudah disampaikan"),
                                    ("no_answer", "Tidak diangkat"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("first_opened_at", models.DateTimeField(null=True)),
                        ("claimed_at", models.DateTimeField(null=True)),
                        ("answered_at", models.DateTimeField(null=True)),
                        ("answered_outside", models.CharField(blank=True, max_length=120)),
                        (
                            "decline_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("full", "Kapasitas penuh"),
                                    ("out_of_mandate", "Di luar mandat"),
                                    ("out_of_area", "Di luar wilayah"),
                                    ("data_missing", "Data kurang"),
                                    ("conflict_of_interest", "Konflik kepentingan"),
                                    ("client_refuses", "Klien menolak"),
                                    ("other", "Lainnya"),
                                ],
                                max_length=24,
                            ),
                        ),
                        (
                            "contact",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="petugas yang dihubungi"
                            ),
                        ),
                        (
                            "appointment_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="janji pertama"
                            ),
                        ),
                        ("ended_at", models.DateTimeField(null=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "answered_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "called_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-created_at", "-id"],
                    },
                ),
                migrations.CreateModel(
                    name="ActionPlan",
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
                        ("number", models.PositiveSmallIntegerField(verbose_name="versi")),
                        ("goal", ltsa.encrypted.EncryptedTextField(verbose_name="tujuan")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "Disusun"),
                                    ("submitted", "Menunggu persetujuan"),
                                    ("approved", "Disetujui"),
                                    ("sent_back", "Perlu diperbaiki"),
                                    ("replaced", "Diganti versi baru"),
                                ],
                                default="draft",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("written_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("submitted_at", models.DateTimeField(null=True)),
                        ("decided_at", models.DateTimeField(null=True)),
                        (
                            "comment",
                            ltsa.encrypted.EncryptedTextField(
                                blank=True, verbose_name="catatan supervisor"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "decided_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-number"],
                    },
                ),
                migrations.CreateModel(
                    name="ActionStep",
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
                        ("text", ltsa.encrypted.EncryptedTextField(verbose_name="langkah")),
                        ("due_on", models.DateField(verbose_name="sampai tanggal")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Belum dikerjakan"),
                                    ("done", "Selesai"),
                                    ("dropped", "Tidak jadi"),
                                    ("carried", "Dilanjutkan di versi baru"),
                                ],
                                default="open",
                                max_length=8,
                                verbose_name="status",
                            ),
                        ),
                        ("ended_at", models.DateTimeField(null=True)),
                        (
                            "result",
                            ltsa.encrypted.EncryptedTextField(blank=True, verbose_name="hasil"),
                        ),
                        ("frozen_at", models.DateTimeField(null=True)),
                        ("added_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "added_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "ended_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="steps",
                                to="cases.actionplan",
                            ),
                        ),
                        (
                            "who",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="siapa",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["due_on", "added_at"],
                    },
                ),
                migrations.CreateModel(
                    name="Case",
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
                                max_length=32,
                                unique=True,
                                verbose_name="nomor kasus",
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
                            "account",
                            ltsa.encrypted.EncryptedTextField(blank=True, verbose_name="kronologi"),
                        ),
                        (
                            "reported_by",
                            models.CharField(
                                choices=[
                                    ("self", "Diri sendiri"),
                                    ("family", "Keluarga"),
                                    ("volunteer", "Kader desa"),
                                    ("union", "Serikat"),
                                    ("agency", "Instansi"),
                                ],
                                max_length=10,
                                verbose_name="pelapor",
                            ),
                        ),
                        (
                            "complainant",
                            ltsa.encrypted.EncryptedTextField(
                                blank=True, verbose_name="nama pelapor"
                            ),
                        ),
                        (
                            "complainant_relation",
                            ltsa.encrypted.EncryptedTextField(
                                blank=True, verbose_name="hubungan dengan klien"
                            ),
                        ),
                        (
                            "complainant_phone",
                            ltsa.encrypted.EncryptedTextField(
                                blank=True, verbose_name="nomor HP pelapor"
                            ),
                        ),
                        (
                            "complainant_phone_safe",
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
                            "power_of_attorney",
                            models.BooleanField(default=False, verbose_name="ada surat kuasa"),
                        ),
                        (
                            "happened_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="tanggal kejadian"
                            ),
                        ),
                        (
                            "happened_in",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="negara kejadian"
                            ),
                        ),
                        (
                            "priority",
                            models.CharField(
                                choices=[
                                    ("normal", "Biasa"),
                                    ("urgent", "Mendesak"),
                                    ("emergency", "Darurat"),
                                ],
                                default="normal",
                                max_length=10,
                                verbose_name="prioritas",
                            ),
                        ),
                        ("restricted", models.BooleanField(default=False, verbose_name="terbatas")),
                        ("limits_explained_at", models.DateTimeField(null=True)),
                        (
                            "risk",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("low", "Rendah"),
                                    ("medium", "Sedang"),
                                    ("high", "Tinggi"),
                                ],
                                max_length=8,
                                verbose_name="risiko",
                            ),
                        ),
                        (
                            "risk_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="risiko dinilai pada"
                            ),
                        ),
                        (
                            "threat",
                            models.BooleanField(
                                default=False, verbose_name="ancaman masih berlangsung"
                            ),
                        ),
                        (
                            "trafficking",
                            models.CharField(
                                choices=[
                                    ("not_done", "Belum dinilai"),
                                    ("no", "Tidak ada indikasi"),
                                    ("partial", "Indikasi sebagian"),
                                    ("strong", "Indikasi kuat"),
                                ],
                                default="not_done",
                                max_length=8,
                                verbose_name="penapisan TPPO",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("new", "Baru"),
                                    ("verifying", "Diverifikasi"),
                                    ("in_progress", "Ditangani"),
                                    ("waiting_for_client", "Menunggu klien"),
                                    ("monitoring", "Dipantau"),
                                    ("resolved", "Selesai"),
                                    ("closed", "Ditutup"),
                                    ("reopened", "Dibuka kembali"),
                                ],
                                default="new",
                                max_length=20,
                                verbose_name="status",
                            ),
                        ),
                        ("opened_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("handed_over_at", models.DateTimeField(null=True)),
                        (
                            "next_action_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="langkah berikut pada"
                            ),
                        ),
                        ("state_since", models.DateTimeField(default=django.utils.timezone.now)),
                        ("started_at", models.DateTimeField(null=True)),
                        (
                            "closing_asked",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("solved", "Tuntas"),
                                    ("partly_solved", "Tuntas sebagian"),
                                    ("settled", "Kesepakatan dilaksanakan"),
                                    ("referred", "Dirujuk dan diterima"),
                                    ("handed_to_agency", "Dilimpahkan ke instansi berwenang"),
                                    ("client_withdrew", "Klien mencabut"),
                                    ("unreachable_60", "Klien tidak dapat dihubungi 60 hari"),
                                    ("documents_30", "Data tidak lengkap 30 hari"),
                                    ("unsolvable_6m", "Tidak dapat diselesaikan 6 bulan"),
                                    ("out_of_area", "Di luar wilayah"),
                                    ("duplicate", "Duplikat"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "outcomes",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("money", "Uang diperoleh"),
                                        ("documents", "Dokumen kembali"),
                                        ("home", "Pulang dengan selamat"),
                                        ("claim", "Kompensasi atau klaim cair"),
                                        ("recovery", "Layanan pemulihan diterima"),
                                        ("informed", "Memahami hak dan pilihan"),
                                        ("none", "Belum ada hasil"),
                                    ],
                                    max_length=10,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        (
                            "closing_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("solved", "Tuntas"),
                                    ("partly_solved", "Tuntas sebagian"),
                                    ("settled", "Kesepakatan dilaksanakan"),
                                    ("referred", "Dirujuk dan diterima"),
                                    ("handed_to_agency", "Dilimpahkan ke instansi berwenang"),
                                    ("client_withdrew", "Klien mencabut"),
                                    ("unreachable_60", "Klien tidak dapat dihubungi 60 hari"),
                                    ("documents_30", "Data tidak lengkap 30 hari"),
                                    ("unsolvable_6m", "Tidak dapat diselesaikan 6 bulan"),
                                    ("out_of_area", "Di luar wilayah"),
                                    ("duplicate", "Duplikat"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("closed_at", models.DateTimeField(null=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.agency",
                                verbose_name="P3MI yang diadukan",
                            ),
                        ),
                        (
                            "closed_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "closing_asked_by",
                            models.ForeignKey(
                                null=True,
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
                            "hand_over_consent",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="services.consent",
                            ),
                        ),
                        (
                            "migrant",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="cases",
                                to="services.migrant",
                                verbose_name="klien",
                            ),
                        ),
                        (
                            "opened_by",
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
                            "owner",
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
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.servicepoint",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-opened_at", "-id"],
                    },
                ),
                migrations.CreateModel(
                    name="Assessment",
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
                            "form",
                            models.CharField(
                                choices=[
                                    ("needs_risk", "Kebutuhan dan risiko"),
                                    ("trafficking", "Penapisan TPPO"),
                                ],
                                max_length=12,
                                verbose_name="formulir",
                            ),
                        ),
                        ("form_version", models.CharField(max_length=12)),
                        ("answers", ltsa.encrypted.EncryptedJSONField()),
                        ("result", models.CharField(max_length=12)),
                        (
                            "note",
                            ltsa.encrypted.EncryptedTextField(blank=True, verbose_name="catatan"),
                        ),
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
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assessments",
                                to="cases.case",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-at"],
                    },
                ),
                migrations.CreateModel(
                    name="ActionStepEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "id",
                            models.UUIDField(default=uuid.uuid4, editable=False, serialize=False),
                        ),
                        ("text", ltsa.encrypted.EncryptedTextField(verbose_name="langkah")),
                        ("due_on", models.DateField(verbose_name="sampai tanggal")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Belum dikerjakan"),
                                    ("done", "Selesai"),
                                    ("dropped", "Tidak jadi"),
                                    ("carried", "Dilanjutkan di versi baru"),
                                ],
                                default="open",
                                max_length=8,
                                verbose_name="status",
                            ),
                        ),
                        ("ended_at", models.DateTimeField(null=True)),
                        (
                            "result",
                            ltsa.encrypted.EncryptedTextField(blank=True, verbose_name="hasil"),
                        ),
                        ("frozen_at", models.DateTimeField(null=True)),
                        ("added_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "added_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "ended_by",
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
                                to="cases.actionstep",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cases.actionplan",
                            ),
                        ),
                        (
                            "who",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="siapa",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cases.case",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="actionstep",
                    name="case",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="cases.case",
                    ),
                ),
                migrations.CreateModel(
                    name="ActionPlanEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "id",
                            models.UUIDField(default=uuid.uuid4, editable=False, serialize=False),
                        ),
                        ("number", models.PositiveSmallIntegerField(verbose_name="versi")),
                        ("goal", ltsa.encrypted.EncryptedTextField(verbose_name="tujuan")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "Disusun"),
                                    ("submitted", "Menunggu persetujuan"),
                                    ("approved", "Disetujui"),
                                    ("sent_back", "Perlu diperbaiki"),
                                    ("replaced", "Diganti versi baru"),
                                ],
                                default="draft",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("written_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("submitted_at", models.DateTimeField(null=True)),
                        ("decided_at", models.DateTimeField(null=True)),
                        (
                            "comment",
                            ltsa.encrypted.EncryptedTextField(
                                blank=True, verbose_name="catatan supervisor"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "decided_by",
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
                                to="cases.actionplan",
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cases.case",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="actionplan",
                    name="case",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plans",
                        to="cases.case",
                    ),
                ),
                migrations.CreateModel(
                    name="CaseClosing",
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
                                    ("solved", "Tuntas"),
                                    ("partly_solved", "Tuntas sebagian"),
                                    ("settled", "Kesepakatan dilaksanakan"),
                                    ("referred", "Dirujuk dan diterima"),
                                    ("handed_to_agency", "Dilimpahkan ke instansi berwenang"),
                                    ("client_withdrew", "Klien mencabut"),
                                    ("unreachable_60", "Klien tidak dapat dihubungi 60 hari"),
                                    ("documents_30", "Data tidak lengkap 30 hari"),
                                    ("unsolvable_6m", "Tidak dapat diselesaikan 6 bulan"),
                                    ("out_of_area", "Di luar wilayah"),
                                    ("duplicate", "Duplikat"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "outcomes",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("money", "Uang diperoleh"),
                                        ("documents", "Dokumen kembali"),
                                        ("home", "Pulang dengan selamat"),
                                        ("claim", "Kompensasi atau klaim cair"),
                                        ("recovery", "Layanan pemulihan diterima"),
                                        ("informed", "Memahami hak dan pilihan"),
                                        ("none", "Belum ada hasil"),
                                    ],
                                    max_length=10,
                                ),
                                size=None,
                            ),
                        ),
                        (
                            "note",
                            ltsa.encrypted.EncryptedTextField(
                                blank=True, verbose_name="catatan penutupan"
                            ),
                        ),
                        ("closed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "alone_because",
                            ltsa.encrypted.EncryptedTextField(
                                blank=True, verbose_name="mengapa tanpa orang kedua"
                            ),
                        ),
                        ("reopened_at", models.DateTimeField(null=True)),
                        (
                            "asked_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="closings",
                                to="cases.case",
                            ),
                        ),
                        (
                            "closed_by",
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
                            "reopened_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-closed_at"],
                    },
                ),
                migrations.CreateModel(
                    name="CaseFileContent",
                    fields=[
                        (
                            "file",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                primary_key=True,
                                related_name="content",
                                serialize=False,
                                to="cases.casefile",
                            ),
                        ),
                        ("content", ltsa.encrypted.EncryptedBinaryField()),
                    ],
                ),
                migrations.AddField(
                    model_name="casefile",
                    name="case",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="files",
                        to="cases.case",
                    ),
                ),
                migrations.AddField(
                    model_name="casefile",
                    name="organisation",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                    ),
                ),
                migrations.AddField(
                    model_name="casefile",
                    name="removed_by",
                    field=models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="casefile",
                    name="replaces",
                    field=models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="cases.casefile",
                    ),
                ),
                migrations.CreateModel(
                    name="CaseFileEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "id",
                            models.UUIDField(default=uuid.uuid4, editable=False, serialize=False),
                        ),
                        ("number", models.PositiveSmallIntegerField(verbose_name="nomor")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("evidence", "Bukti"),
                                    ("identity", "KTP, paspor, atau KK"),
                                    ("contract", "Perjanjian kerja"),
                                    ("payslip", "Slip gaji atau bukti potongan"),
                                    ("letter", "Surat"),
                                    ("minutes", "Risalah atau kesepakatan"),
                                    ("payment_proof", "Bukti pembayaran"),
                                    ("power_of_attorney", "Surat kuasa"),
                                    ("other", "Lainnya"),
                                ],
                                max_length=20,
                                verbose_name="jenis berkas",
                            ),
                        ),
                        (
                            "note",
                            ltsa.encrypted.EncryptedTextField(
                                blank=True, verbose_name="keterangan"
                            ),
                        ),
                        ("media_type", models.CharField(max_length=40)),
                        ("size", models.PositiveIntegerField()),
                        ("digest", models.CharField(max_length=64)),
                        ("scanned_at", models.DateTimeField(null=True)),
                        ("thread", models.UUIDField(default=uuid.uuid4)),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("removed_at", models.DateTimeField(null=True)),
                        (
                            "removed_reason",
                            ltsa.encrypted.EncryptedTextField(blank=True, verbose_name="alasan"),
                        ),
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
                            "case",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cases.case",
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
                                to="cases.casefile",
                            ),
                        ),
                        (
                            "removed_by",
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
                            "replaces",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cases.casefile",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CaseMember",
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
                        ("since", models.DateTimeField(default=django.utils.timezone.now)),
                        ("until", models.DateTimeField(null=True)),
                        (
                            "added_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="members",
                                to="cases.case",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="CaseNote",
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
                        ("text", ltsa.encrypted.EncryptedTextField(verbose_name="catatan")),
                        ("thread", models.UUIDField(default=uuid.uuid4)),
                        ("number", models.PositiveSmallIntegerField(default=1)),
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
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="notes",
                                to="cases.case",
                            ),
                        ),
                        (
                            "replaces",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="replaced_by",
                                to="cases.casenote",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-at"],
                    },
                ),
                migrations.CreateModel(
                    name="CaseNumber",
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
                        ("year", models.PositiveSmallIntegerField()),
                        ("last", models.PositiveIntegerField(default=0)),
                        (
                            "district",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="areas.area",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="CaseType",
                    fields=[
                        (
                            "code",
                            models.CharField(
                                max_length=12,
                                primary_key=True,
                                serialize=False,
                                verbose_name="kode",
                            ),
                        ),
                        ("label_id", models.CharField(max_length=120, verbose_name="nama jenis")),
                        (
                            "label_en",
                            models.CharField(
                                max_length=120, verbose_name="nama dalam bahasa Inggris"
                            ),
                        ),
                        ("phases", models.CharField(max_length=24)),
                        (
                            "priority",
                            models.CharField(
                                choices=[
                                    ("normal", "Biasa"),
                                    ("urgent", "Mendesak"),
                                    ("emergency", "Darurat"),
                                ],
                                max_length=10,
                                verbose_name="prioritas awal",
                            ),
                        ),
                        (
                            "sensitive",
                            models.BooleanField(
                                default=False, verbose_name="peka (otomatis kasus terbatas)"
                            ),
                        ),
                        (
                            "mediation_bar",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("sexual", "kekerasan seksual (UU 12/2022 pasal 23)"),
                                    ("trafficking", "perdagangan orang (UU 21/2007)"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "ended_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="tidak dipakai sejak"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "district",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="areas.area",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["code"],
                    },
                ),
                migrations.CreateModel(
                    name="CaseEvent",
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
                                editable=False, max_length=32, verbose_name="nomor kasus"
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
                            "account",
                            ltsa.encrypted.EncryptedTextField(blank=True, verbose_name="kronologi"),
                        ),
                        (
                            "reported_by",
                            models.CharField(
                                choices=[
                                    ("self", "Diri sendiri"),
                                    ("family", "Keluarga"),
                                    ("volunteer", "Kader desa"),
                                    ("union", "Serikat"),
                                    ("agency", "Instansi"),
                                ],
                                max_length=10,
                                verbose_name="pelapor",
                            ),
                        ),
                        (
                            "complainant",
                            ltsa.encrypted.EncryptedTextField(
                                blank=True, verbose_name="nama pelapor"
                            ),
                        ),
                        (
                            "complainant_relation",
                            ltsa.encrypted.EncryptedTextField(
                                blank=True, verbose_name="hubungan dengan klien"
                            ),
                        ),
                        (
                            "complainant_phone",
                            ltsa.encrypted.EncryptedTextField(
                                blank=True, verbose_name="nomor HP pelapor"
                            ),
                        ),
                        (
                            "complainant_phone_safe",
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
                            "power_of_attorney",
                            models.BooleanField(default=False, verbose_name="ada surat kuasa"),
                        ),
                        (
                            "happened_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="tanggal kejadian"
                            ),
                        ),
                        (
                            "happened_in",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="negara kejadian"
                            ),
                        ),
                        (
                            "priority",
                            models.CharField(
                                choices=[
                                    ("normal", "Biasa"),
                                    ("urgent", "Mendesak"),
                                    ("emergency", "Darurat"),
                                ],
                                default="normal",
                                max_length=10,
                                verbose_name="prioritas",
                            ),
                        ),
                        ("restricted", models.BooleanField(default=False, verbose_name="terbatas")),
                        ("limits_explained_at", models.DateTimeField(null=True)),
                        (
                            "risk",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("low", "Rendah"),
                                    ("medium", "Sedang"),
                                    ("high", "Tinggi"),
                                ],
                                max_length=8,
                                verbose_name="risiko",
                            ),
                        ),
                        (
                            "risk_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="risiko dinilai pada"
                            ),
                        ),
                        (
                            "threat",
                            models.BooleanField(
                                default=False, verbose_name="ancaman masih berlangsung"
                            ),
                        ),
                        (
                            "trafficking",
                            models.CharField(
                                choices=[
                                    ("not_done", "Belum dinilai"),
                                    ("no", "Tidak ada indikasi"),
                                    ("partial", "Indikasi sebagian"),
                                    ("strong", "Indikasi kuat"),
                                ],
                                default="not_done",
                                max_length=8,
                                verbose_name="penapisan TPPO",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("new", "Baru"),
                                    ("verifying", "Diverifikasi"),
                                    ("in_progress", "Ditangani"),
                                    ("waiting_for_client", "Menunggu klien"),
                                    ("monitoring", "Dipantau"),
                                    ("resolved", "Selesai"),
                                    ("closed", "Ditutup"),
                                    ("reopened", "Dibuka kembali"),
                                ],
                                default="new",
                                max_length=20,
                                verbose_name="status",
                            ),
                        ),
                        ("opened_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("handed_over_at", models.DateTimeField(null=True)),
                        (
                            "next_action_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="langkah berikut pada"
                            ),
                        ),
                        ("state_since", models.DateTimeField(default=django.utils.timezone.now)),
                        ("started_at", models.DateTimeField(null=True)),
                        (
                            "closing_asked",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("solved", "Tuntas"),
                                    ("partly_solved", "Tuntas sebagian"),
                                    ("settled", "Kesepakatan dilaksanakan"),
                                    ("referred", "Dirujuk dan diterima"),
                                    ("handed_to_agency", "Dilimpahkan ke instansi berwenang"),
                                    ("client_withdrew", "Klien mencabut"),
                                    ("unreachable_60", "Klien tidak dapat dihubungi 60 hari"),
                                    ("documents_30", "Data tidak lengkap 30 hari"),
                                    ("unsolvable_6m", "Tidak dapat diselesaikan 6 bulan"),
                                    ("out_of_area", "Di luar wilayah"),
                                    ("duplicate", "Duplikat"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "outcomes",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("money", "Uang diperoleh"),
                                        ("documents", "Dokumen kembali"),
                                        ("home", "Pulang dengan selamat"),
                                        ("claim", "Kompensasi atau klaim cair"),
                                        ("recovery", "Layanan pemulihan diterima"),
                                        ("informed", "Memahami hak dan pilihan"),
                                        ("none", "Belum ada hasil"),
                                    ],
                                    max_length=10,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        (
                            "closing_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("solved", "Tuntas"),
                                    ("partly_solved", "Tuntas sebagian"),
                                    ("settled", "Kesepakatan dilaksanakan"),
                                    ("referred", "Dirujuk dan diterima"),
                                    ("handed_to_agency", "Dilimpahkan ke instansi berwenang"),
                                    ("client_withdrew", "Klien mencabut"),
                                    ("unreachable_60", "Klien tidak dapat dihubungi 60 hari"),
                                    ("documents_30", "Data tidak lengkap 30 hari"),
                                    ("unsolvable_6m", "Tidak dapat diselesaikan 6 bulan"),
                                    ("out_of_area", "Di luar wilayah"),
                                    ("duplicate", "Duplikat"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("closed_at", models.DateTimeField(null=True)),
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
                                verbose_name="P3MI yang diadukan",
                            ),
                        ),
                        (
                            "closed_by",
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
                            "closing_asked_by",
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
                            "hand_over_consent",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="services.consent",
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
                                verbose_name="klien",
                            ),
                        ),
                        (
                            "opened_by",
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
                            "owner",
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
                                to="cases.case",
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
                            "primary_type",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cases.casetype",
                                verbose_name="jenis utama",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="case",
                    name="primary_type",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="cases.casetype",
                        verbose_name="jenis utama",
                    ),
                ),
                migrations.AddField(
                    model_name="case",
                    name="secondary_types",
                    field=models.ManyToManyField(blank=True, related_name="+", to="cases.casetype"),
                ),
                migrations.CreateModel(
                    name="Claim",
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
                                    ("money", "Uang"),
                                    ("documents", "Dokumen kembali"),
                                    ("return", "Dipulangkan"),
                                    ("legal", "Proses hukum"),
                                    ("recovery", "Layanan pemulihan"),
                                ],
                                max_length=10,
                                verbose_name="tuntutan",
                            ),
                        ),
                        (
                            "text",
                            ltsa.encrypted.EncryptedTextField(
                                blank=True, verbose_name="keterangan"
                            ),
                        ),
                        (
                            "amount",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=15,
                                null=True,
                                verbose_name="jumlah",
                            ),
                        ),
                        (
                            "currency",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("IDR", "Rp (IDR)"),
                                    ("HKD", "HKD"),
                                    ("TWD", "TWD"),
                                    ("MYR", "MYR"),
                                    ("SAR", "SAR"),
                                    ("SGD", "SGD"),
                                    ("JPY", "JPY"),
                                    ("KRW", "KRW"),
                                    ("AED", "AED"),
                                    ("BND", "BND"),
                                    ("QAR", "QAR"),
                                    ("KWD", "KWD"),
                                    ("OMR", "OMR"),
                                    ("JOD", "JOD"),
                                    ("EUR", "EUR"),
                                    ("USD", "USD"),
                                ],
                                max_length=3,
                                verbose_name="mata uang",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Belum dipenuhi"),
                                    ("partly", "Dipenuhi sebagian"),
                                    ("met", "Dipenuhi"),
                                    ("dropped", "Tidak dilanjutkan"),
                                ],
                                default="open",
                                max_length=8,
                                verbose_name="status",
                            ),
                        ),
                        ("added_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "added_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="claims",
                                to="cases.case",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["added_at"],
                    },
                ),
                migrations.CreateModel(
                    name="ClaimEvent",
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
                                    ("money", "Uang"),
                                    ("documents", "Dokumen kembali"),
                                    ("return", "Dipulangkan"),
                                    ("legal", "Proses hukum"),
                                    ("recovery", "Layanan pemulihan"),
                                ],
                                max_length=10,
                                verbose_name="tuntutan",
                            ),
                        ),
                        (
                            "text",
                            ltsa.encrypted.EncryptedTextField(
                                blank=True, verbose_name="keterangan"
                            ),
                        ),
                        (
                            "amount",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=15,
                                null=True,
                                verbose_name="jumlah",
                            ),
                        ),
                        (
                            "currency",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("IDR", "Rp (IDR)"),
                                    ("HKD", "HKD"),
                                    ("TWD", "TWD"),
                                    ("MYR", "MYR"),
                                    ("SAR", "SAR"),
                                    ("SGD", "SGD"),
                                    ("JPY", "JPY"),
                                    ("KRW", "KRW"),
                                    ("AED", "AED"),
                                    ("BND", "BND"),
                                    ("QAR", "QAR"),
                                    ("KWD", "KWD"),
                                    ("OMR", "OMR"),
                                    ("JOD", "JOD"),
                                    ("EUR", "EUR"),
                                    ("USD", "USD"),
                                ],
                                max_length=3,
                                verbose_name="mata uang",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Belum dipenuhi"),
                                    ("partly", "Dipenuhi sebagian"),
                                    ("met", "Dipenuhi"),
                                    ("dropped", "Tidak dilanjutkan"),
                                ],
                                default="open",
                                max_length=8,
                                verbose_name="status",
                            ),
                        ),
                        ("added_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "added_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cases.case",
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
                                to="cases.claim",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ClientFeedback",
                    fields=[
                        (
                            "referral",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                primary_key=True,
                                related_name="client_feedback",
                                serialize=False,
                                to="cases.referral",
                            ),
                        ),
                        (
                            "helped",
                            models.CharField(
                                choices=[
                                    ("yes", "Ya, terbantu"),
                                    ("partly", "Sebagian"),
                                    ("no", "Tidak"),
                                ],
                                max_length=8,
                                verbose_name="apakah terbantu",
                            ),
                        ),
                        (
                            "score",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="kepuasan"
                            ),
                        ),
                        (
                            "how",
                            models.CharField(
                                choices=[
                                    ("face_to_face", "Tatap muka"),
                                    ("phone", "Telepon"),
                                    ("chat", "Pesan"),
                                ],
                                max_length=12,
                                verbose_name="ditanya lewat",
                            ),
                        ),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                ),
                migrations.AddField(
                    model_name="referral",
                    name="case",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="referrals",
                        to="cases.case",
                    ),
                ),
                migrations.AddField(
                    model_name="referral",
                    name="claimed_by",
                    field=models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="referral",
                    name="consent",
                    field=models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="referrals",
                        to="services.consent",
                    ),
                ),
                migrations.AddField(
                    model_name="referral",
                    name="created_by",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="referral",
                    name="district",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="areas.area",
                    ),
                ),
                migrations.AddField(
                    model_name="referral",
                    name="override_by",
                    field=models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="referral",
                    name="owner_at_sending",
                    field=models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="referral",
                    name="previous",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="next_referrals",
                        to="cases.referral",
                    ),
                ),
                migrations.AddField(
                    model_name="referral",
                    name="sender",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                    ),
                ),
                migrations.AddField(
                    model_name="referral",
                    name="suggested",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="lembaga yang disarankan",
                    ),
                ),
                migrations.AddField(
                    model_name="referral",
                    name="to",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="lembaga tujuan",
                    ),
                ),
                migrations.CreateModel(
                    name="ClientFeedbackEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "helped",
                            models.CharField(
                                choices=[
                                    ("yes", "Ya, terbantu"),
                                    ("partly", "Sebagian"),
                                    ("no", "Tidak"),
                                ],
                                max_length=8,
                                verbose_name="apakah terbantu",
                            ),
                        ),
                        (
                            "score",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="kepuasan"
                            ),
                        ),
                        (
                            "how",
                            models.CharField(
                                choices=[
                                    ("face_to_face", "Tatap muka"),
                                    ("phone", "Telepon"),
                                    ("chat", "Pesan"),
                                ],
                                max_length=12,
                                verbose_name="ditanya lewat",
                            ),
                        ),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
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
                            "referral",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                serialize=False,
                                to="cases.referral",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ConflictLock",
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
                                    ("organisation", "Lembaga"),
                                    ("agency", "P3MI dan yang terkait dengannya"),
                                    ("village", "Semua petugas satu desa"),
                                    ("person", "Satu petugas"),
                                ],
                                max_length=12,
                                verbose_name="yang dikunci",
                            ),
                        ),
                        ("reason", ltsa.encrypted.EncryptedTextField(verbose_name="alasan")),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("lifted_at", models.DateTimeField(null=True)),
                        (
                            "lift_reason",
                            ltsa.encrypted.EncryptedTextField(
                                blank=True, verbose_name="alasan dibuka"
                            ),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.agency",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="locks",
                                to="cases.case",
                            ),
                        ),
                        (
                            "lifted_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "village",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="areas.area",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-at"],
                    },
                ),
                migrations.CreateModel(
                    name="DeletionRequest",
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
                        ("asked_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("due_at", models.DateTimeField()),
                        ("confirmed_at", models.DateTimeField(null=True)),
                        (
                            "case",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="deletion_requests",
                                to="cases.case",
                            ),
                        ),
                        (
                            "confirmed_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "consent",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="services.consent",
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
                            "referral",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="deletion_requests",
                                to="cases.referral",
                            ),
                        ),
                        (
                            "sender",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["due_at"],
                    },
                ),
                migrations.CreateModel(
                    name="ExternalTicket",
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
                            "system",
                            models.CharField(
                                choices=[
                                    ("siskop2mi", "SiskoP2MI"),
                                    ("police", "Laporan polisi (LP)"),
                                    ("simfoni", "SIMFONI PPA"),
                                    ("lapor", "SP4N-LAPOR!"),
                                    ("mission", "Perwakilan RI"),
                                    ("other", "Lainnya"),
                                ],
                                max_length=10,
                                verbose_name="sistem",
                            ),
                        ),
                        ("number", ltsa.encrypted.EncryptedTextField(verbose_name="nomor")),
                        ("opened_on", models.DateField(verbose_name="tanggal")),
                        (
                            "note",
                            ltsa.encrypted.EncryptedTextField(
                                blank=True, verbose_name="perkembangan"
                            ),
                        ),
                        (
                            "ended_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="selesai di sana pada"
                            ),
                        ),
                        ("added_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "added_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tickets",
                                to="cases.case",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["opened_on"],
                    },
                ),
                migrations.CreateModel(
                    name="ExternalTicketEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "id",
                            models.UUIDField(default=uuid.uuid4, editable=False, serialize=False),
                        ),
                        (
                            "system",
                            models.CharField(
                                choices=[
                                    ("siskop2mi", "SiskoP2MI"),
                                    ("police", "Laporan polisi (LP)"),
                                    ("simfoni", "SIMFONI PPA"),
                                    ("lapor", "SP4N-LAPOR!"),
                                    ("mission", "Perwakilan RI"),
                                    ("other", "Lainnya"),
                                ],
                                max_length=10,
                                verbose_name="sistem",
                            ),
                        ),
                        ("number", ltsa.encrypted.EncryptedTextField(verbose_name="nomor")),
                        ("opened_on", models.DateField(verbose_name="tanggal")),
                        (
                            "note",
                            ltsa.encrypted.EncryptedTextField(
                                blank=True, verbose_name="perkembangan"
                            ),
                        ),
                        (
                            "ended_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="selesai di sana pada"
                            ),
                        ),
                        ("added_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "added_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cases.case",
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
                                to="cases.externalticket",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Incident",
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
                        ("number", models.PositiveSmallIntegerField()),
                        ("reported_on", models.DateField(verbose_name="diceritakan pada")),
                        (
                            "happened_on",
                            models.DateField(blank=True, null=True, verbose_name="terjadi pada"),
                        ),
                        (
                            "happened_in",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="negara kejadian"
                            ),
                        ),
                        (
                            "told_by_survivor",
                            models.BooleanField(
                                null=True, verbose_name="diceritakan penyintas sendiri"
                            ),
                        ),
                        ("child", models.BooleanField(null=True, verbose_name="korban anak")),
                        ("answers", ltsa.encrypted.EncryptedJSONField()),
                        (
                            "violence",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("rape", "Perkosaan"),
                                    ("sexual_assault", "Serangan seksual"),
                                    ("physical", "Kekerasan fisik"),
                                    ("forced_marriage", "Kawin paksa"),
                                    ("denial", "Penelantaran atau penyangkalan sumber daya"),
                                    ("psychological", "Kekerasan psikis"),
                                    ("not_gbv", "Bukan kekerasan berbasis gender"),
                                ],
                                max_length=16,
                                verbose_name="klasifikasi",
                            ),
                        ),
                        (
                            "simfoni",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("physical", "Fisik"),
                                        ("psychic", "Psikis"),
                                        ("sexual", "Seksual"),
                                        ("exploitation", "Eksploitasi"),
                                        ("trafficking", "Perdagangan orang"),
                                        ("neglect", "Penelantaran"),
                                    ],
                                    max_length=12,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        (
                            "perpetrator",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("partner", "Suami atau pasangan"),
                                    ("family", "Keluarga lain"),
                                    ("employer", "Majikan atau keluarganya"),
                                    ("agency", "Orang P3MI, agensi, atau sponsor"),
                                    ("official", "Petugas atau aparat"),
                                    ("acquaintance", "Orang yang dikenal"),
                                    ("stranger", "Orang tidak dikenal"),
                                    ("untold", "Tidak diceritakan"),
                                ],
                                max_length=12,
                                verbose_name="pelaku",
                            ),
                        ),
                        (
                            "account",
                            ltsa.encrypted.EncryptedTextField(blank=True, verbose_name="kejadian"),
                        ),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
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
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="incidents",
                                to="cases.case",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-reported_on", "-number"],
                    },
                ),
                migrations.CreateModel(
                    name="IncidentEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "id",
                            models.UUIDField(default=uuid.uuid4, editable=False, serialize=False),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        ("reported_on", models.DateField(verbose_name="diceritakan pada")),
                        (
                            "happened_on",
                            models.DateField(blank=True, null=True, verbose_name="terjadi pada"),
                        ),
                        (
                            "happened_in",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="negara kejadian"
                            ),
                        ),
                        (
                            "told_by_survivor",
                            models.BooleanField(
                                null=True, verbose_name="diceritakan penyintas sendiri"
                            ),
                        ),
                        ("child", models.BooleanField(null=True, verbose_name="korban anak")),
                        ("answers", ltsa.encrypted.EncryptedJSONField()),
                        (
                            "violence",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("rape", "Perkosaan"),
                                    ("sexual_assault", "Serangan seksual"),
                                    ("physical", "Kekerasan fisik"),
                                    ("forced_marriage", "Kawin paksa"),
                                    ("denial", "Penelantaran atau penyangkalan sumber daya"),
                                    ("psychological", "Kekerasan psikis"),
                                    ("not_gbv", "Bukan kekerasan berbasis gender"),
                                ],
                                max_length=16,
                                verbose_name="klasifikasi",
                            ),
                        ),
                        (
                            "simfoni",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("physical", "Fisik"),
                                        ("psychic", "Psikis"),
                                        ("sexual", "Seksual"),
                                        ("exploitation", "Eksploitasi"),
                                        ("trafficking", "Perdagangan orang"),
                                        ("neglect", "Penelantaran"),
                                    ],
                                    max_length=12,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        (
                            "perpetrator",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("partner", "Suami atau pasangan"),
                                    ("family", "Keluarga lain"),
                                    ("employer", "Majikan atau keluarganya"),
                                    ("agency", "Orang P3MI, agensi, atau sponsor"),
                                    ("official", "Petugas atau aparat"),
                                    ("acquaintance", "Orang yang dikenal"),
                                    ("stranger", "Orang tidak dikenal"),
                                    ("untold", "Tidak diceritakan"),
                                ],
                                max_length=12,
                                verbose_name="pelaku",
                            ),
                        ),
                        (
                            "account",
                            ltsa.encrypted.EncryptedTextField(blank=True, verbose_name="kejadian"),
                        ),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
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
                            "case",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cases.case",
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
                                to="cases.incident",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Mediation",
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
                                    ("requested", "Diajukan"),
                                    ("invited", "Undangan dikirim"),
                                    ("hearing", "Sidang berjalan"),
                                    ("agreed", "Sepakat"),
                                    ("partly_agreed", "Sepakat sebagian"),
                                    ("failed", "Tidak tercapai"),
                                    ("cancelled", "Dibatalkan"),
                                    ("kept", "Kesepakatan dipenuhi"),
                                    ("broken", "Ingkar janji"),
                                ],
                                default="requested",
                                max_length=16,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "mediator_name",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="nama mediator"
                            ),
                        ),
                        (
                            "mediator_office",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="lembaga mediator"
                            ),
                        ),
                        (
                            "companion",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="pendamping klien"
                            ),
                        ),
                        ("client_willing", models.BooleanField(verbose_name="klien bersedia")),
                        (
                            "respondent_willing",
                            models.BooleanField(null=True, verbose_name="pihak diadukan bersedia"),
                        ),
                        (
                            "briefed",
                            models.BooleanField(
                                verbose_name="klien tahu haknya dan boleh didampingi"
                            ),
                        ),
                        (
                            "advice",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("sanction", "Rekomendasi sanksi kepada BP3MI"),
                                        ("legal_aid", "Bantuan hukum"),
                                    ],
                                    max_length=10,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        ("ended_at", models.DateTimeField(null=True)),
                        ("requested_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="mediations",
                                to="cases.case",
                            ),
                        ),
                        (
                            "mediator",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "requested_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-requested_at"],
                    },
                ),
                migrations.CreateModel(
                    name="Invitation",
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
                            "meeting",
                            models.CharField(
                                choices=[
                                    ("clarification_1", "Klarifikasi kesatu"),
                                    ("clarification_2", "Klarifikasi kedua"),
                                    ("mediation", "Mediasi"),
                                ],
                                max_length=16,
                                verbose_name="untuk",
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(verbose_name="undangan ke-")),
                        ("meets_at", models.DateTimeField(verbose_name="waktu pertemuan")),
                        ("place", models.CharField(max_length=200, verbose_name="tempat")),
                        ("online", models.BooleanField(default=False, verbose_name="daring")),
                        ("letter", models.UUIDField(null=True)),
                        ("sent_at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "delivered_on",
                            models.DateField(blank=True, null=True, verbose_name="sampai pada"),
                        ),
                        (
                            "delivered_by",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("by_hand", "Diantar langsung"),
                                    ("post", "Pos tercatat"),
                                    ("email", "Surel"),
                                    ("message", "Pesan singkat"),
                                ],
                                max_length=8,
                                verbose_name="cara antar",
                            ),
                        ),
                        ("proof", models.UUIDField(null=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "sent_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "mediation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="invitations",
                                to="cases.mediation",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["sent_at"],
                    },
                ),
                migrations.CreateModel(
                    name="Hearing",
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
                            "meeting",
                            models.CharField(
                                choices=[
                                    ("clarification_1", "Klarifikasi kesatu"),
                                    ("clarification_2", "Klarifikasi kedua"),
                                    ("mediation", "Mediasi"),
                                ],
                                max_length=16,
                                verbose_name="pertemuan",
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(verbose_name="sidang ke-")),
                        ("held_at", models.DateTimeField(verbose_name="waktu")),
                        ("place", models.CharField(max_length=200, verbose_name="tempat")),
                        ("online", models.BooleanField(default=False, verbose_name="daring")),
                        ("client_came", models.BooleanField(verbose_name="klien hadir")),
                        (
                            "respondent_came",
                            models.BooleanField(verbose_name="pihak diadukan hadir"),
                        ),
                        (
                            "present",
                            ltsa.encrypted.EncryptedTextField(
                                blank=True, verbose_name="yang hadir"
                            ),
                        ),
                        (
                            "client_position",
                            ltsa.encrypted.EncryptedTextField(
                                blank=True, verbose_name="sikap klien"
                            ),
                        ),
                        (
                            "respondent_position",
                            ltsa.encrypted.EncryptedTextField(
                                blank=True, verbose_name="sikap pihak diadukan"
                            ),
                        ),
                        (
                            "result",
                            models.CharField(
                                choices=[
                                    ("committed", "Pihak diadukan berjanji memenuhi"),
                                    ("agreed", "Sepakat"),
                                    ("partly_agreed", "Sepakat sebagian"),
                                    ("continue", "Dilanjutkan pada pertemuan berikut"),
                                    ("no_agreement", "Tidak sepakat"),
                                    ("absent", "Pihak diadukan tidak datang"),
                                ],
                                max_length=16,
                                verbose_name="hasil",
                            ),
                        ),
                        (
                            "copy_given",
                            models.BooleanField(
                                default=False, verbose_name="salinan diberikan kepada para pihak"
                            ),
                        ),
                        (
                            "signed",
                            models.BooleanField(
                                default=False, verbose_name="ditandatangani para pihak"
                            ),
                        ),
                        ("minutes", models.UUIDField(null=True)),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
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
                            "mediation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="hearings",
                                to="cases.mediation",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["held_at", "number"],
                    },
                ),
                migrations.CreateModel(
                    name="OutsideLink",
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
                            "way",
                            models.CharField(
                                choices=[
                                    ("mail", "Dikirim lewat surel"),
                                    ("print", "Dicetak dengan kode QR"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("token_digest", models.CharField(max_length=64, unique=True)),
                        ("pin_hash", models.CharField(max_length=128)),
                        ("session_digest", models.CharField(blank=True, max_length=64)),
                        ("wrong_pins", models.PositiveSmallIntegerField(default=0)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("expires_at", models.DateTimeField()),
                        ("opened_at", models.DateTimeField(null=True)),
                        ("last_seen_at", models.DateTimeField(null=True)),
                        ("dead_at", models.DateTimeField(null=True)),
                        (
                            "dead_why",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("answered", "Sudah dipakai"),
                                    ("expired", "Lewat waktu"),
                                    ("wrong_pin", "PIN salah terlalu sering"),
                                    ("revoked", "Dimatikan pengirim"),
                                    ("withdrawn", "Rujukan atau persetujuan ditarik"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "referral",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="links",
                                to="cases.referral",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-made_at"],
                    },
                ),
                migrations.CreateModel(
                    name="OutsideLinkEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "id",
                            models.UUIDField(default=uuid.uuid4, editable=False, serialize=False),
                        ),
                        (
                            "way",
                            models.CharField(
                                choices=[
                                    ("mail", "Dikirim lewat surel"),
                                    ("print", "Dicetak dengan kode QR"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("wrong_pins", models.PositiveSmallIntegerField(default=0)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("expires_at", models.DateTimeField()),
                        ("opened_at", models.DateTimeField(null=True)),
                        ("last_seen_at", models.DateTimeField(null=True)),
                        ("dead_at", models.DateTimeField(null=True)),
                        (
                            "dead_why",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("answered", "Sudah dipakai"),
                                    ("expired", "Lewat waktu"),
                                    ("wrong_pin", "PIN salah terlalu sering"),
                                    ("revoked", "Dimatikan pengirim"),
                                    ("withdrawn", "Rujukan atau persetujuan ditarik"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "made_by",
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
                                to="cases.outsidelink",
                            ),
                        ),
                        (
                            "referral",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cases.referral",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="OutsideView",
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
                            "what",
                            models.CharField(
                                choices=[
                                    ("made", "Tautan dibuat"),
                                    ("asked", "Halaman PIN dibuka"),
                                    ("wrong_pin", "PIN salah"),
                                    ("opened", "PIN benar, rujukan dibuka"),
                                    ("read", "Rujukan dibaca"),
                                    ("acted", "Dijawab"),
                                    ("ended", "Tautan dimatikan"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("address", models.CharField(blank=True, max_length=64)),
                        (
                            "link",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="views",
                                to="cases.outsidelink",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["at", "id"],
                    },
                ),
                migrations.CreateModel(
                    name="Promise",
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
                        ("number", models.PositiveSmallIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("money", "Uang"),
                                    ("documents", "Dokumen kembali"),
                                    ("return", "Dipulangkan"),
                                    ("other", "Lainnya"),
                                ],
                                max_length=10,
                                verbose_name="apa",
                            ),
                        ),
                        (
                            "text",
                            ltsa.encrypted.EncryptedTextField(
                                blank=True, verbose_name="keterangan"
                            ),
                        ),
                        (
                            "amount",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=15,
                                null=True,
                                verbose_name="jumlah",
                            ),
                        ),
                        (
                            "currency",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("IDR", "Rp (IDR)"),
                                    ("HKD", "HKD"),
                                    ("TWD", "TWD"),
                                    ("MYR", "MYR"),
                                    ("SAR", "SAR"),
                                    ("SGD", "SGD"),
                                    ("JPY", "JPY"),
                                    ("KRW", "KRW"),
                                    ("AED", "AED"),
                                    ("BND", "BND"),
                                    ("QAR", "QAR"),
                                    ("KWD", "KWD"),
                                    ("OMR", "OMR"),
                                    ("JOD", "JOD"),
                                    ("EUR", "EUR"),
                                    ("USD", "USD"),
                                ],
                                max_length=3,
                                verbose_name="mata uang",
                            ),
                        ),
                        ("due_on", models.DateField(verbose_name="paling lambat")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Belum"),
                                    ("partly", "Sebagian"),
                                    ("kept", "Lunas"),
                                    ("broken", "Ingkar"),
                                ],
                                default="open",
                                max_length=8,
                                verbose_name="status",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "hearing",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="promises",
                                to="cases.hearing",
                            ),
                        ),
                        (
                            "mediation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="promises",
                                to="cases.mediation",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["due_on", "number"],
                    },
                ),
                migrations.CreateModel(
                    name="PromiseEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "id",
                            models.UUIDField(default=uuid.uuid4, editable=False, serialize=False),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("money", "Uang"),
                                    ("documents", "Dokumen kembali"),
                                    ("return", "Dipulangkan"),
                                    ("other", "Lainnya"),
                                ],
                                max_length=10,
                                verbose_name="apa",
                            ),
                        ),
                        (
                            "text",
                            ltsa.encrypted.EncryptedTextField(
                                blank=True, verbose_name="keterangan"
                            ),
                        ),
                        (
                            "amount",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=15,
                                null=True,
                                verbose_name="jumlah",
                            ),
                        ),
                        (
                            "currency",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("IDR", "Rp (IDR)"),
                                    ("HKD", "HKD"),
                                    ("TWD", "TWD"),
                                    ("MYR", "MYR"),
                                    ("SAR", "SAR"),
                                    ("SGD", "SGD"),
                                    ("JPY", "JPY"),
                                    ("KRW", "KRW"),
                                    ("AED", "AED"),
                                    ("BND", "BND"),
                                    ("QAR", "QAR"),
                                    ("KWD", "KWD"),
                                    ("OMR", "OMR"),
                                    ("JOD", "JOD"),
                                    ("EUR", "EUR"),
                                    ("USD", "USD"),
                                ],
                                max_length=3,
                                verbose_name="mata uang",
                            ),
                        ),
                        ("due_on", models.DateField(verbose_name="paling lambat")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Belum"),
                                    ("partly", "Sebagian"),
                                    ("kept", "Lunas"),
                                    ("broken", "Ingkar"),
                                ],
                                default="open",
                                max_length=8,
                                verbose_name="status",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "hearing",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cases.hearing",
                            ),
                        ),
                        (
                            "mediation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cases.mediation",
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
                                to="cases.promise",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Recovery",
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
                                    ("money", "Uang"),
                                    ("documents", "Dokumen kembali"),
                                    ("return", "Dipulangkan"),
                                    ("other", "Lainnya"),
                                ],
                                max_length=10,
                                verbose_name="apa",
                            ),
                        ),
                        (
                            "text",
                            ltsa.encrypted.EncryptedTextField(
                                blank=True, verbose_name="keterangan"
                            ),
                        ),
                        (
                            "amount",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=15,
                                null=True,
                                verbose_name="jumlah",
                            ),
                        ),
                        (
                            "currency",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("IDR", "Rp (IDR)"),
                                    ("HKD", "HKD"),
                                    ("TWD", "TWD"),
                                    ("MYR", "MYR"),
                                    ("SAR", "SAR"),
                                    ("SGD", "SGD"),
                                    ("JPY", "JPY"),
                                    ("KRW", "KRW"),
                                    ("AED", "AED"),
                                    ("BND", "BND"),
                                    ("QAR", "QAR"),
                                    ("KWD", "KWD"),
                                    ("OMR", "OMR"),
                                    ("JOD", "JOD"),
                                    ("EUR", "EUR"),
                                    ("USD", "USD"),
                                ],
                                max_length=3,
                                verbose_name="mata uang",
                            ),
                        ),
                        (
                            "rate",
                            models.DecimalField(
                                blank=True,
                                decimal_places=4,
                                max_digits=15,
                                null=True,
                                verbose_name="kurs",
                            ),
                        ),
                        (
                            "rate_on",
                            models.DateField(blank=True, null=True, verbose_name="kurs tanggal"),
                        ),
                        (
                            "rate_source",
                            models.CharField(blank=True, max_length=80, verbose_name="sumber kurs"),
                        ),
                        (
                            "rupiah",
                            models.DecimalField(
                                decimal_places=2, editable=False, max_digits=18, null=True
                            ),
                        ),
                        ("received_on", models.DateField(verbose_name="diterima pada")),
                        ("proof", models.UUIDField(null=True)),
                        ("voided_at", models.DateTimeField(null=True)),
                        (
                            "void_reason",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="alasan dibatalkan"
                            ),
                        ),
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
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="recoveries",
                                to="cases.case",
                            ),
                        ),
                        (
                            "claim",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="recoveries",
                                to="cases.claim",
                            ),
                        ),
                        (
                            "promise",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="recoveries",
                                to="cases.promise",
                            ),
                        ),
                        (
                            "voided_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["received_on", "at"],
                    },
                ),
                migrations.CreateModel(
                    name="RecoveryEvent",
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
                                    ("money", "Uang"),
                                    ("documents", "Dokumen kembali"),
                                    ("return", "Dipulangkan"),
                                    ("other", "Lainnya"),
                                ],
                                max_length=10,
                                verbose_name="apa",
                            ),
                        ),
                        (
                            "text",
                            ltsa.encrypted.EncryptedTextField(
                                blank=True, verbose_name="keterangan"
                            ),
                        ),
                        (
                            "amount",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=15,
                                null=True,
                                verbose_name="jumlah",
                            ),
                        ),
                        (
                            "currency",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("IDR", "Rp (IDR)"),
                                    ("HKD", "HKD"),
                                    ("TWD", "TWD"),
                                    ("MYR", "MYR"),
                                    ("SAR", "SAR"),
                                    ("SGD", "SGD"),
                                    ("JPY", "JPY"),
                                    ("KRW", "KRW"),
                                    ("AED", "AED"),
                                    ("BND", "BND"),
                                    ("QAR", "QAR"),
                                    ("KWD", "KWD"),
                                    ("OMR", "OMR"),
                                    ("JOD", "JOD"),
                                    ("EUR", "EUR"),
                                    ("USD", "USD"),
                                ],
                                max_length=3,
                                verbose_name="mata uang",
                            ),
                        ),
                        (
                            "rate",
                            models.DecimalField(
                                blank=True,
                                decimal_places=4,
                                max_digits=15,
                                null=True,
                                verbose_name="kurs",
                            ),
                        ),
                        (
                            "rate_on",
                            models.DateField(blank=True, null=True, verbose_name="kurs tanggal"),
                        ),
                        (
                            "rate_source",
                            models.CharField(blank=True, max_length=80, verbose_name="sumber kurs"),
                        ),
                        (
                            "rupiah",
                            models.DecimalField(
                                decimal_places=2, editable=False, max_digits=18, null=True
                            ),
                        ),
                        ("received_on", models.DateField(verbose_name="diterima pada")),
                        ("proof", models.UUIDField(null=True)),
                        ("voided_at", models.DateTimeField(null=True)),
                        (
                            "void_reason",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="alasan dibatalkan"
                            ),
                        ),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
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
                            "case",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cases.case",
                            ),
                        ),
                        (
                            "claim",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cases.claim",
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
                                to="cases.recovery",
                            ),
                        ),
                        (
                            "promise",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cases.promise",
                            ),
                        ),
                        (
                            "voided_by",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ReferralEvent",
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
                                editable=False, max_length=20, verbose_name="nomor rujukan"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("referral", "Rujukan layanan"),
                                    ("transfer", "Pindah ke kabupaten lain"),
                                ],
                                default="referral",
                                max_length=8,
                            ),
                        ),
                        (
                            "services",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
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
                                ),
                                size=None,
                                verbose_name="layanan diminta",
                            ),
                        ),
                        (
                            "priority",
                            models.CharField(
                                choices=[
                                    ("normal", "Biasa"),
                                    ("urgent", "Mendesak"),
                                    ("emergency", "Darurat"),
                                ],
                                max_length=10,
                                verbose_name="prioritas",
                            ),
                        ),
                        (
                            "needs",
                            ltsa.encrypted.EncryptedTextField(verbose_name="ringkasan kebutuhan"),
                        ),
                        (
                            "disclose",
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
                                verbose_name="data yang dibagikan",
                            ),
                        ),
                        (
                            "override",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("life_in_danger", "Nyawa terancam"),
                                    ("court_order", "Perintah pengadilan atau undang-undang"),
                                    ("child", "Melindungi anak"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("override_reason", ltsa.encrypted.EncryptedTextField(blank=True)),
                        ("snapshot", ltsa.encrypted.EncryptedJSONField(null=True)),
                        (
                            "team_at_sending",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.UUIDField(), default=list, size=None
                            ),
                        ),
                        ("restricted", models.BooleanField(default=False)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "Draf"),
                                    ("sent", "Terkirim"),
                                    ("accepted", "Diterima"),
                                    ("in_progress", "Diproses"),
                                    ("service_given", "Layanan diberikan"),
                                    ("completed", "Selesai"),
                                    ("declined", "Ditolak"),
                                    ("returned", "Dikembalikan"),
                                    ("withdrawn", "Ditarik"),
                                    ("expired", "Kedaluwarsa"),
                                ],
                                default="draft",
                                max_length=16,
                                verbose_name="status",
                            ),
                        ),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("sent_at", models.DateTimeField(null=True)),
                        ("due_at", models.DateTimeField(null=True)),
                        ("called_at", models.DateTimeField(null=True)),
                        (
                            "call_result",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("reached", "Tersambung dan sudah disampaikan"),
                                    ("no_answer", "Tidak diangkat"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("first_opened_at", models.DateTimeField(null=True)),
                        ("claimed_at", models.DateTimeField(null=True)),
                        ("answered_at", models.DateTimeField(null=True)),
                        ("answered_outside", models.CharField(blank=True, max_length=120)),
                        (
                            "decline_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("full", "Kapasitas penuh"),
                                    ("out_of_mandate", "Di luar mandat"),
                                    ("out_of_area", "Di luar wilayah"),
                                    ("data_missing", "Data kurang"),
                                    ("conflict_of_interest", "Konflik kepentingan"),
                                    ("client_refuses", "Klien menolak"),
                                    ("other", "Lainnya"),
                                ],
                                max_length=24,
                            ),
                        ),
                        (
                            "contact",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="petugas yang dihubungi"
                            ),
                        ),
                        (
                            "appointment_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="janji pertama"
                            ),
                        ),
                        ("ended_at", models.DateTimeField(null=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "answered_by",
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
                            "called_by",
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
                            "case",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cases.case",
                            ),
                        ),
                        (
                            "claimed_by",
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
                            "consent",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="services.consent",
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
                            "override_by",
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
                            "owner_at_sending",
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
                                to="cases.referral",
                            ),
                        ),
                        (
                            "previous",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cases.referral",
                            ),
                        ),
                        (
                            "sender",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "suggested",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.organisation",
                                verbose_name="lembaga yang disarankan",
                            ),
                        ),
                        (
                            "to",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.organisation",
                                verbose_name="lembaga tujuan",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ReferralFile",
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
                            "file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.casefile",
                            ),
                        ),
                        (
                            "referral",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="attachments",
                                to="cases.referral",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["at"],
                    },
                ),
                migrations.CreateModel(
                    name="ReferralNote",
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
                                    ("ask", "Pertanyaan"),
                                    ("answer", "Jawaban"),
                                    ("service_report", "Laporan layanan"),
                                    ("feedback", "Umpan balik"),
                                    ("decline", "Catatan penolakan"),
                                    ("return", "Alasan pengembalian"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("text", ltsa.encrypted.EncryptedTextField()),
                        (
                            "service",
                            models.CharField(
                                blank=True,
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
                            ),
                        ),
                        ("given_on", models.DateField(blank=True, null=True)),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("outside", models.CharField(blank=True, max_length=120)),
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "referral",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="notes",
                                to="cases.referral",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["at"],
                    },
                ),
                migrations.CreateModel(
                    name="ReferralShare",
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
                        ("number", models.PositiveSmallIntegerField()),
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
                        ("snapshot", ltsa.encrypted.EncryptedJSONField()),
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
                            "referral",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="shares",
                                to="cases.referral",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["number"],
                    },
                ),
                migrations.CreateModel(
                    name="ReportDecision",
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
                            "choice",
                            models.CharField(
                                choices=[
                                    ("reported", "Dilaporkan ke polisi"),
                                    ("by_others", "Sudah dilaporkan pihak lain"),
                                    ("not_applicable", "Tidak berlaku"),
                                    ("postponed", "Ditangguhkan"),
                                ],
                                max_length=16,
                                verbose_name="keputusan",
                            ),
                        ),
                        (
                            "reported_on",
                            models.DateField(blank=True, null=True, verbose_name="dilaporkan pada"),
                        ),
                        (
                            "unit",
                            ltsa.encrypted.EncryptedTextField(
                                blank=True, verbose_name="unit kepolisian"
                            ),
                        ),
                        (
                            "number",
                            ltsa.encrypted.EncryptedTextField(blank=True, verbose_name="nomor LP"),
                        ),
                        (
                            "reason",
                            ltsa.encrypted.EncryptedTextField(blank=True, verbose_name="alasan"),
                        ),
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
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="report_decisions",
                                to="cases.case",
                            ),
                        ),
                        (
                            "supervisor",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-at"],
                    },
                ),
                migrations.CreateModel(
                    name="Respondent",
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
                                    ("agency", "P3MI"),
                                    ("training", "LPK"),
                                    ("sponsor", "Sponsor atau calo"),
                                    ("employer", "Majikan atau pemberi kerja"),
                                    ("foreign", "Agensi luar negeri"),
                                    ("family", "Keluarga"),
                                    ("official", "Aparat"),
                                    ("other", "Lainnya"),
                                    ("unknown", "Tidak tahu"),
                                ],
                                max_length=10,
                                verbose_name="siapa",
                            ),
                        ),
                        (
                            "name",
                            ltsa.encrypted.EncryptedTextField(blank=True, verbose_name="nama"),
                        ),
                        (
                            "contact",
                            ltsa.encrypted.EncryptedTextField(
                                blank=True, verbose_name="alamat atau telepon"
                            ),
                        ),
                        ("removed_at", models.DateTimeField(null=True)),
                        ("added_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "added_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.agency",
                                verbose_name="nama di daftar P3MI dan LPK",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="respondents",
                                to="cases.case",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["added_at"],
                    },
                ),
                migrations.CreateModel(
                    name="MediationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "id",
                            models.UUIDField(default=uuid.uuid4, editable=False, serialize=False),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("requested", "Diajukan"),
                                    ("invited", "Undangan dikirim"),
                                    ("hearing", "Sidang berjalan"),
                                    ("agreed", "Sepakat"),
                                    ("partly_agreed", "Sepakat sebagian"),
                                    ("failed", "Tidak tercapai"),
                                    ("cancelled", "Dibatalkan"),
                                    ("kept", "Kesepakatan dipenuhi"),
                                    ("broken", "Ingkar janji"),
                                ],
                                default="requested",
                                max_length=16,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "mediator_name",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="nama mediator"
                            ),
                        ),
                        (
                            "mediator_office",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="lembaga mediator"
                            ),
                        ),
                        (
                            "companion",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="pendamping klien"
                            ),
                        ),
                        ("client_willing", models.BooleanField(verbose_name="klien bersedia")),
                        (
                            "respondent_willing",
                            models.BooleanField(null=True, verbose_name="pihak diadukan bersedia"),
                        ),
                        (
                            "briefed",
                            models.BooleanField(
                                verbose_name="klien tahu haknya dan boleh didampingi"
                            ),
                        ),
                        (
                            "advice",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("sanction", "Rekomendasi sanksi kepada BP3MI"),
                                        ("legal_aid", "Bantuan hukum"),
                                    ],
                                    max_length=10,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        ("ended_at", models.DateTimeField(null=True)),
                        ("requested_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "case",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cases.case",
                            ),
                        ),
                        (
                            "mediator",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
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
                                to="cases.mediation",
                            ),
                        ),
                        (
                            "requested_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "respondent",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cases.respondent",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="mediation",
                    name="respondent",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.respondent",
                    ),
                ),
                migrations.CreateModel(
                    name="RespondentEvent",
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
                                    ("agency", "P3MI"),
                                    ("training", "LPK"),
                                    ("sponsor", "Sponsor atau calo"),
                                    ("employer", "Majikan atau pemberi kerja"),
                                    ("foreign", "Agensi luar negeri"),
                                    ("family", "Keluarga"),
                                    ("official", "Aparat"),
                                    ("other", "Lainnya"),
                                    ("unknown", "Tidak tahu"),
                                ],
                                max_length=10,
                                verbose_name="siapa",
                            ),
                        ),
                        (
                            "name",
                            ltsa.encrypted.EncryptedTextField(blank=True, verbose_name="nama"),
                        ),
                        (
                            "contact",
                            ltsa.encrypted.EncryptedTextField(
                                blank=True, verbose_name="alamat atau telepon"
                            ),
                        ),
                        ("removed_at", models.DateTimeField(null=True)),
                        ("added_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "added_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
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
                                verbose_name="nama di daftar P3MI dan LPK",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cases.case",
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
                                to="cases.respondent",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SafetyPlan",
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
                        ("number", models.PositiveSmallIntegerField(verbose_name="versi")),
                        ("answers", ltsa.encrypted.EncryptedJSONField()),
                        ("review_on", models.DateField(verbose_name="ditinjau lagi pada")),
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
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="safety_plans",
                                to="cases.case",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-number"],
                    },
                ),
                migrations.CreateModel(
                    name="BreakGlass",
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
                        ("code", models.CharField(max_length=32, verbose_name="nomor kasus")),
                        ("reason", ltsa.encrypted.EncryptedTextField(verbose_name="alasan")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("asked", "Menunggu persetujuan"),
                                    ("open", "Terbuka"),
                                    ("refused", "Ditolak"),
                                    ("ended", "Berakhir"),
                                ],
                                default="asked",
                                max_length=8,
                                verbose_name="status",
                            ),
                        ),
                        ("asked_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("decided_at", models.DateTimeField(null=True)),
                        (
                            "decision_note",
                            ltsa.encrypted.EncryptedTextField(blank=True, verbose_name="catatan"),
                        ),
                        ("opens_until", models.DateTimeField(null=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "decided_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="break_glasses",
                                to="cases.case",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-asked_at"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("asked_by", models.F("decided_by")), _negated=True
                                ),
                                name="nobody_opens_it_for_herself",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "open"), _negated=True),
                                    models.Q(
                                        ("case__isnull", False),
                                        ("decided_at__isnull", False),
                                        ("decided_by__isnull", False),
                                        ("opens_until__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="open_glass_has_an_end",
                            ),
                        ],
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actionstepevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="1f6a8bb2ffe53642ca4968a2218a09eeb3ba5a8f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_9d229",
                            table="cases_actionstepevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="actionstep",
                    index=models.Index(
                        condition=models.Q(("state", "open")),
                        fields=["who", "due_on"],
                        name="open_steps_of_a_person",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="actionstep",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("ended_by", None), ("state", "open")),
                            models.Q(
                                models.Q(("state", "open"), _negated=True),
                                ("ended_at__isnull", False),
                                ("ended_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="ended_step_has_who_and_when",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actionstep",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_actionstepevent" ("added_at", "added_by_id", "case_id", "due_on", "ended_at", "ended_by_id", "frozen_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "result", "state", "text", "version", "who_id") VALUES (NEW."added_at", NEW."added_by_id", NEW."case_id", NEW."due_on", NEW."ended_at", NEW."ended_by_id", NEW."frozen_at", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."result", NEW."state", NEW."text", NEW."version", NEW."who_id"); RETURN NULL;',
                            hash="dcf9bd07031cca71a0af45bfba41e38f91fa8fe0",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b7b6e",
                            table="cases_actionstep",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actionstep",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_actionstepevent" ("added_at", "added_by_id", "case_id", "due_on", "ended_at", "ended_by_id", "frozen_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "result", "state", "text", "version", "who_id") VALUES (NEW."added_at", NEW."added_by_id", NEW."case_id", NEW."due_on", NEW."ended_at", NEW."ended_by_id", NEW."frozen_at", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan_id", NEW."result", NEW."state", NEW."text", NEW."version", NEW."who_id"); RETURN NULL;',
                            hash="525cc6934ee900226bfa6a8215e5686676bf7150",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7f2e5",
                            table="cases_actionstep",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actionplanevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8852453952b42b56ab071dfc2096c638f98a7533",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_469e0",
                            table="cases_actionplanevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="actionplan",
                    constraint=models.UniqueConstraint(
                        fields=("case", "number"), name="one_plan_a_number"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="actionplan",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("state", "replaced"), _negated=True),
                        fields=("case",),
                        name="one_plan_stands",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="actionplan",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("written_by", models.F("decided_by")), _negated=True),
                        name="a_plan_is_approved_by_another",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="actionplan",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["approved", "sent_back"]), _negated=True),
                            models.Q(("decided_at__isnull", False), ("decided_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="decided_plan_has_who_and_when",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actionplan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_actionplanevent" ("case_id", "comment", "decided_at", "decided_by_id", "goal", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "submitted_at", "version", "written_at", "written_by_id") VALUES (NEW."case_id", NEW."comment", NEW."decided_at", NEW."decided_by_id", NEW."goal", NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."state", NEW."submitted_at", NEW."version", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                            hash="cd2b0fac2a4a9f5f3e98cd05bb9be53c04deb9d9",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_bbc53",
                            table="cases_actionplan",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actionplan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_actionplanevent" ("case_id", "comment", "decided_at", "decided_by_id", "goal", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "submitted_at", "version", "written_at", "written_by_id") VALUES (NEW."case_id", NEW."comment", NEW."decided_at", NEW."decided_by_id", NEW."goal", NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."state", NEW."submitted_at", NEW."version", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                            hash="2d9f25aca90b7c31d68e96d8480718a551c8ae1c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0e6d1",
                            table="cases_actionplan",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="caseclosing",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("outcomes__len__gt", 0)), name="closed_with_an_outcome"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="caseclosing",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("asked_by", models.F("closed_by")), _negated=True),
                            models.Q(("alone_because", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="nobody_approves_herself_in_silence",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="caseclosing",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("reopened_at", None)),
                        fields=("case",),
                        name="one_closing_stands",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="casefile",
                    constraint=models.UniqueConstraint(
                        fields=("case", "number"), name="one_file_a_number"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="casefile",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("removed_at", None), ("removed_by", None), ("removed_reason", "")
                            ),
                            models.Q(
                                ("removed_at__isnull", False),
                                ("removed_by__isnull", False),
                                models.Q(("removed_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="removed_with_when_who_why",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="casefile",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_casefileevent" ("at", "by_id", "case_id", "digest", "id", "kind", "media_type", "note", "number", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "removed_by_id", "removed_reason", "replaces_id", "scanned_at", "size", "thread") VALUES (NEW."at", NEW."by_id", NEW."case_id", NEW."digest", NEW."id", NEW."kind", NEW."media_type", NEW."note", NEW."number", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."replaces_id", NEW."scanned_at", NEW."size", NEW."thread"); RETURN NULL;',
                            hash="20781600b3b05cb63841b6666cfc10a4cf426040",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_69bc1",
                            table="cases_casefile",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="casefile",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_casefileevent" ("at", "by_id", "case_id", "digest", "id", "kind", "media_type", "note", "number", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "removed_by_id", "removed_reason", "replaces_id", "scanned_at", "size", "thread") VALUES (NEW."at", NEW."by_id", NEW."case_id", NEW."digest", NEW."id", NEW."kind", NEW."media_type", NEW."note", NEW."number", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."replaces_id", NEW."scanned_at", NEW."size", NEW."thread"); RETURN NULL;',
                            hash="b20ac2c9bfa378a5ee69f5b2b7d231eb4f5fcbf6",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a63eb",
                            table="cases_casefile",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="casefileevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="0ca4fa14a223e3e6e76ea988b7f12cc3bc9c5732",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a16c6",
                            table="cases_casefileevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="casemember",
                    index=models.Index(
                        fields=["user", "case"], name="cases_casem_user_id_b1280c_idx"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="casemember",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("until__isnull", True)),
                        fields=("case", "user"),
                        name="on_the_team_once",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="casenote",
                    constraint=models.UniqueConstraint(
                        fields=("thread", "number"), name="one_note_a_version"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="casenumber",
                    constraint=models.UniqueConstraint(
                        fields=("district", "year"), name="one_counter_a_year"
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="caseevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="65b17c5dc231aae95e4a5d286bcd92a634f3ebd3",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_320b9",
                            table="cases_caseevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="case",
                    index=models.Index(
                        fields=["district", "restricted", "-opened_at"],
                        name="cases_case_distric_813207_idx",
                    ),
                ),
                migrations.AddIndex(
                    model_name="case",
                    index=models.Index(
                        fields=["organisation", "-opened_at", "-id"],
                        name="cases_case_organis_4bb1e5_idx",
                    ),
                ),
                migrations.AddIndex(
                    model_name="case",
                    index=models.Index(fields=["migrant"], name="cases_case_migrant_563eb9_idx"),
                ),
                migrations.AddIndex(
                    model_name="case",
                    index=models.Index(
                        condition=models.Q(("state__in", ["resolved", "closed"]), _negated=True),
                        fields=["owner"],
                        name="open_cases_of_a_worker",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="case",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("closed_at__isnull", False),
                                ("closed_by__isnull", False),
                                ("state", "closed"),
                                models.Q(("closing_reason", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("state", "closed"), _negated=True),
                                ("closed_at", None),
                                ("closed_by", None),
                                ("closing_reason", ""),
                            ),
                            _connector="OR",
                        ),
                        name="closed_with_when_who_why",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="case",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("restricted", True), ("primary_type__isnull", False), _connector="OR"
                        ),
                        name="ordinary_case_has_type",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="case",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("restricted", True),
                            models.Q(("account", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="ordinary_case_has_account",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="case",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("risk", ""), ("risk_on", None)),
                            models.Q(
                                models.Q(("risk", ""), _negated=True), ("risk_on__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="risk_with_its_date",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="case",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("trafficking__in", ["partial", "strong"]), _negated=True),
                            ("restricted", True),
                            _connector="OR",
                        ),
                        name="indication_of_trafficking_is_restricted",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="case",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_caseevent" ("account", "agency_id", "closed_at", "closed_by_id", "closing_asked", "closing_asked_by_id", "closing_reason", "code", "complainant", "complainant_phone", "complainant_phone_safe", "complainant_relation", "district_id", "hand_over_consent_id", "handed_over_at", "happened_in", "happened_on", "id", "limits_explained_at", "migrant_id", "next_action_on", "opened_at", "opened_by_id", "organisation_id", "outcomes", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "power_of_attorney", "primary_type_id", "priority", "reported_by", "restricted", "risk", "risk_on", "service_point_id", "started_at", "state", "state_since", "threat", "trafficking", "version") VALUES (NEW."account", NEW."agency_id", NEW."closed_at", NEW."closed_by_id", NEW."closing_asked", NEW."closing_asked_by_id", NEW."closing_reason", NEW."code", NEW."complainant", NEW."complainant_phone", NEW."complainant_phone_safe", NEW."complainant_relation", NEW."district_id", NEW."hand_over_consent_id", NEW."handed_over_at", NEW."happened_in", NEW."happened_on", NEW."id", NEW."limits_explained_at", NEW."migrant_id", NEW."next_action_on", NEW."opened_at", NEW."opened_by_id", NEW."organisation_id", NEW."outcomes", NEW."owner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phase", NEW."power_of_attorney", NEW."primary_type_id", NEW."priority", NEW."reported_by", NEW."restricted", NEW."risk", NEW."risk_on", NEW."service_point_id", NEW."started_at", NEW."state", NEW."state_since", NEW."threat", NEW."trafficking", NEW."version"); RETURN NULL;',
                            hash="f3d6b9b7f27228ca50ff992f5e611c3c9ba2cf9c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_0b483",
                            table="cases_case",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="case",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_caseevent" ("account", "agency_id", "closed_at", "closed_by_id", "closing_asked", "closing_asked_by_id", "closing_reason", "code", "complainant", "complainant_phone", "complainant_phone_safe", "complainant_relation", "district_id", "hand_over_consent_id", "handed_over_at", "happened_in", "happened_on", "id", "limits_explained_at", "migrant_id", "next_action_on", "opened_at", "opened_by_id", "organisation_id", "outcomes", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "power_of_attorney", "primary_type_id", "priority", "reported_by", "restricted", "risk", "risk_on", "service_point_id", "started_at", "state", "state_since", "threat", "trafficking", "version") VALUES (NEW."account", NEW."agency_id", NEW."closed_at", NEW."closed_by_id", NEW."closing_asked", NEW."closing_asked_by_id", NEW."closing_reason", NEW."code", NEW."complainant", NEW."complainant_phone", NEW."complainant_phone_safe", NEW."complainant_relation", NEW."district_id", NEW."hand_over_consent_id", NEW."handed_over_at", NEW."happened_in", NEW."happened_on", NEW."id", NEW."limits_explained_at", NEW."migrant_id", NEW."next_action_on", NEW."opened_at", NEW."opened_by_id", NEW."organisation_id", NEW."outcomes", NEW."owner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phase", NEW."power_of_attorney", NEW."primary_type_id", NEW."priority", NEW."reported_by", NEW."restricted", NEW."risk", NEW."risk_on", NEW."service_point_id", NEW."started_at", NEW."state", NEW."state_since", NEW."threat", NEW."trafficking", NEW."version"); RETURN NULL;',
                            hash="ded67845887bfc45136fa85fe41136795ecaa95f",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_f5146",
                            table="cases_case",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="claim",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("amount__gt", 0),
                                ("kind", "money"),
                                models.Q(("currency", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("kind", "money"), _negated=True),
                                ("amount", None),
                                ("currency", ""),
                            ),
                            _connector="OR",
                        ),
                        name="money_has_amount_and_currency",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="claim",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_claimevent" ("added_at", "added_by_id", "amount", "case_id", "currency", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "text", "version") VALUES (NEW."added_at", NEW."added_by_id", NEW."amount", NEW."case_id", NEW."currency", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."state", NEW."text", NEW."version"); RETURN NULL;',
                            hash="51bea978634f87b3e53de7e627497c59afd8e87a",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f70bc",
                            table="cases_claim",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="claim",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_claimevent" ("added_at", "added_by_id", "amount", "case_id", "currency", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "text", "version") VALUES (NEW."added_at", NEW."added_by_id", NEW."amount", NEW."case_id", NEW."currency", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."state", NEW."text", NEW."version"); RETURN NULL;',
                            hash="9acf0bd2dfdd15d5be5c4181de24030be96df5ed",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_3c7f0",
                            table="cases_claim",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="claimevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="eedcfd3e2be1735e1921202c150c5696c0ef3524",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_da424",
                            table="cases_claimevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddField(
                    model_name="clientfeedbackevent",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="cases.clientfeedback",
                    ),
                ),
                migrations.AddField(
                    model_name="clientfeedback",
                    name="by",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddIndex(
                    model_name="referral",
                    index=models.Index(
                        fields=["to", "-created_at", "-id"], name="cases_refer_to_id_1f1bb0_idx"
                    ),
                ),
                migrations.AddIndex(
                    model_name="referral",
                    index=models.Index(
                        fields=["sender", "-created_at", "-id"],
                        name="cases_refer_sender__b7db80_idx",
                    ),
                ),
                migrations.AddIndex(
                    model_name="referral",
                    index=models.Index(
                        fields=["district", "sent_at"], name="cases_refer_distric_b15782_idx"
                    ),
                ),
                migrations.AddIndex(
                    model_name="referral",
                    index=models.Index(
                        condition=models.Q(("state", "sent")),
                        fields=["to", "due_at", "id"],
                        name="referral_inbox",
                    ),
                ),
                migrations.AddIndex(
                    model_name="referral",
                    index=models.Index(
                        condition=models.Q(("state", "sent")),
                        fields=["due_at"],
                        name="referral_unanswered",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="referral",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                ["draft", "sent", "accepted", "in_progress", "service_given"],
                            )
                        ),
                        fields=("case", "to"),
                        name="one_open_referral",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="referral",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("state", "draft"),
                            models.Q(
                                ("consent__isnull", False),
                                ("due_at__isnull", False),
                                ("sent_at__isnull", False),
                            ),
                            models.Q(
                                ("due_at__isnull", False),
                                ("sent_at__isnull", False),
                                models.Q(("override", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="sent_with_consent",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="referral",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("override", ""), ("override_by", None), ("override_reason", "")
                            ),
                            models.Q(
                                models.Q(("override", ""), _negated=True),
                                models.Q(("override_reason", ""), _negated=True),
                                ("override_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="override_with_who_and_why",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="referral",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answered_at", None),
                                ("answered_by", None),
                                ("answered_outside", ""),
                            ),
                            models.Q(
                                ("answered_at__isnull", False), ("answered_by__isnull", False)
                            ),
                            models.Q(
                                ("answered_at__isnull", False),
                                models.Q(("answered_outside", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="answered_by_someone",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="referral",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("call_result", ""), ("called_at", None), ("called_by", None)),
                            models.Q(
                                ("called_at__isnull", False),
                                ("called_by__isnull", False),
                                models.Q(("call_result", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="called_with_who_and_result",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="referral",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "declined"), _negated=True),
                            models.Q(("decline_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="declined_with_reason",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="referral",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("state__in", ["in_progress", "service_given", "completed"]),
                                _negated=True,
                            ),
                            models.Q(("contact", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="started_with_contact",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="referral",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("sender", models.F("to")), _negated=True),
                        name="not_to_oneself",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="referral",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_referralevent" ("answered_at", "answered_by_id", "answered_outside", "appointment_at", "call_result", "called_at", "called_by_id", "case_id", "claimed_at", "claimed_by_id", "code", "consent_id", "contact", "created_at", "created_by_id", "decline_reason", "disclose", "district_id", "due_at", "ended_at", "first_opened_at", "id", "kind", "needs", "override", "override_by_id", "override_reason", "owner_at_sending_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_id", "priority", "restricted", "sender_id", "sent_at", "services", "snapshot", "state", "suggested_id", "team_at_sending", "to_id", "version") VALUES (NEW."answered_at", NEW."answered_by_id", NEW."answered_outside", NEW."appointment_at", NEW."call_result", NEW."called_at", NEW."called_by_id", NEW."case_id", NEW."claimed_at", NEW."claimed_by_id", NEW."code", NEW."consent_id", NEW."contact", NEW."created_at", NEW."created_by_id", NEW."decline_reason", NEW."disclose", NEW."district_id", NEW."due_at", NEW."ended_at", NEW."first_opened_at", NEW."id", NEW."kind", NEW."needs", NEW."override", NEW."override_by_id", NEW."override_reason", NEW."owner_at_sending_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."previous_id", NEW."priority", NEW."restricted", NEW."sender_id", NEW."sent_at", NEW."services", NEW."snapshot", NEW."state", NEW."suggested_id", NEW."team_at_sending", NEW."to_id", NEW."version"); RETURN NULL;',
                            hash="69a245399d07a500fce4760fe80afdfd1996bbd2",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b2939",
                            table="cases_referral",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="referral",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_referralevent" ("answered_at", "answered_by_id", "answered_outside", "appointment_at", "call_result", "called_at", "called_by_id", "case_id", "claimed_at", "claimed_by_id", "code", "consent_id", "contact", "created_at", "created_by_id", "decline_reason", "disclose", "district_id", "due_at", "ended_at", "first_opened_at", "id", "kind", "needs", "override", "override_by_id", "override_reason", "owner_at_sending_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_id", "priority", "restricted", "sender_id", "sent_at", "services", "snapshot", "state", "suggested_id", "team_at_sending", "to_id", "version") VALUES (NEW."answered_at", NEW."answered_by_id", NEW."answered_outside", NEW."appointment_at", NEW."call_result", NEW."called_at", NEW."called_by_id", NEW."case_id", NEW."claimed_at", NEW."claimed_by_id", NEW."code", NEW."consent_id", NEW."contact", NEW."created_at", NEW."created_by_id", NEW."decline_reason", NEW."disclose", NEW."district_id", NEW."due_at", NEW."ended_at", NEW."first_opened_at", NEW."id", NEW."kind", NEW."needs", NEW."override", NEW."override_by_id", NEW."override_reason", NEW."owner_at_sending_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."previous_id", NEW."priority", NEW."restricted", NEW."sender_id", NEW."sent_at", NEW."services", NEW."snapshot", NEW."state", NEW."suggested_id", NEW."team_at_sending", NEW."to_id", NEW."version"); RETURN NULL;',
                            hash="a1749f8e02ca45f2afa883c1e6ababae1586e7e6",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_18505",
                            table="cases_referral",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="conflictlock",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("agency", None),
                                ("kind", "organisation"),
                                ("organisation__isnull", False),
                                ("user", None),
                                ("village", None),
                            ),
                            models.Q(
                                ("agency__isnull", False),
                                ("kind", "agency"),
                                ("organisation", None),
                                ("user", None),
                                ("village", None),
                            ),
                            models.Q(
                                ("agency", None),
                                ("kind", "village"),
                                ("organisation", None),
                                ("user", None),
                                ("village__isnull", False),
                            ),
                            models.Q(
                                ("agency", None),
                                ("kind", "person"),
                                ("organisation", None),
                                ("user__isnull", False),
                                ("village", None),
                            ),
                            _connector="OR",
                        ),
                        name="a_lock_shuts_out_one",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="deletionrequest",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("case__isnull", False), ("referral", None)),
                            models.Q(("case", None), ("referral__isnull", False)),
                            _connector="OR",
                        ),
                        name="deletion_of_a_referral_or_a_case",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="deletionrequest",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("confirmed_at", None), ("confirmed_by", None)),
                            models.Q(
                                ("confirmed_at__isnull", False), ("confirmed_by__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="deletion_confirmed_by_someone",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="deletionrequest",
                    constraint=models.UniqueConstraint(
                        fields=("consent", "referral", "case", "organisation"),
                        name="deletion_asked_once",
                        nulls_distinct=False,
                    ),
                ),
                migrations.AddConstraint(
                    model_name="externalticket",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on", None),
                            ("ended_on__gte", models.F("opened_on")),
                            _connector="OR",
                        ),
                        name="ticket_ends_after_it_began",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="externalticket",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_externalticketevent" ("added_at", "added_by_id", "case_id", "ended_on", "id", "note", "number", "opened_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "system", "version") VALUES (NEW."added_at", NEW."added_by_id", NEW."case_id", NEW."ended_on", NEW."id", NEW."note", NEW."number", NEW."opened_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."system", NEW."version"); RETURN NULL;',
                            hash="19d319fd36bf5e291ce953d14799b8f1e45d8f31",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_178c4",
                            table="cases_externalticket",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="externalticket",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_externalticketevent" ("added_at", "added_by_id", "case_id", "ended_on", "id", "note", "number", "opened_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "system", "version") VALUES (NEW."added_at", NEW."added_by_id", NEW."case_id", NEW."ended_on", NEW."id", NEW."note", NEW."number", NEW."opened_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."system", NEW."version"); RETURN NULL;',
                            hash="447817131c22d9702d6e309306d86852eb428d73",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_65a8f",
                            table="cases_externalticket",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="externalticketevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b8a0a4de92c393435b2572dcb6f92d9961c22ca2",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_03567",
                            table="cases_externalticketevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="incident",
                    constraint=models.UniqueConstraint(
                        fields=("case", "number"), name="one_incident_a_number"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="incident",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("happened_on", None),
                            ("happened_on__lte", models.F("reported_on")),
                            _connector="OR",
                        ),
                        name="incident_told_after_it_happened",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="incident",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_incidentevent" ("account", "answers", "at", "by_id", "case_id", "child", "happened_in", "happened_on", "id", "number", "perpetrator", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reported_on", "simfoni", "told_by_survivor", "version", "violence") VALUES (NEW."account", NEW."answers", NEW."at", NEW."by_id", NEW."case_id", NEW."child", NEW."happened_in", NEW."happened_on", NEW."id", NEW."number", NEW."perpetrator", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reported_on", NEW."simfoni", NEW."told_by_survivor", NEW."version", NEW."violence"); RETURN NULL;',
                            hash="dd6aeeef169c324a6d6b9d868c3f335b29564538",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_bc2b4",
                            table="cases_incident",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="incident",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_incidentevent" ("account", "answers", "at", "by_id", "case_id", "child", "happened_in", "happened_on", "id", "number", "perpetrator", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reported_on", "simfoni", "told_by_survivor", "version", "violence") VALUES (NEW."account", NEW."answers", NEW."at", NEW."by_id", NEW."case_id", NEW."child", NEW."happened_in", NEW."happened_on", NEW."id", NEW."number", NEW."perpetrator", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reported_on", NEW."simfoni", NEW."told_by_survivor", NEW."version", NEW."violence"); RETURN NULL;',
                            hash="65241a0f73ba2be15ac05b28ef7c19bbf9476de5",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_474bc",
                            table="cases_incident",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="incidentevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e22cf17991b2b068531866453f7b303728ea2b8b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_42911",
                            table="cases_incidentevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="invitation",
                    constraint=models.UniqueConstraint(
                        fields=("mediation", "meeting", "number"), name="one_invitation_a_number"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="invitation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("number__gte", 1), ("number__lte", 3)),
                        name="three_invitations",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="invitation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("meets_at__gt", models.F("sent_at"))),
                        name="invited_before_it_happens",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="hearing",
                    constraint=models.UniqueConstraint(
                        fields=("mediation", "meeting", "number"), name="one_hearing_a_number"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="outsidelink",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("dead_at", None)),
                        fields=("referral",),
                        name="one_living_link",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="outsidelink",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("dead_at", None), ("dead_why", "")),
                            models.Q(
                                ("dead_at__isnull", False),
                                models.Q(("dead_why", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="dead_with_why",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="outsidelink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_outsidelinkevent" ("dead_at", "dead_why", "expires_at", "id", "last_seen_at", "made_at", "made_by_id", "opened_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referral_id", "way", "wrong_pins") VALUES (NEW."dead_at", NEW."dead_why", NEW."expires_at", NEW."id", NEW."last_seen_at", NEW."made_at", NEW."made_by_id", NEW."opened_at", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."referral_id", NEW."way", NEW."wrong_pins"); RETURN NULL;',
                            hash="996f3e0b2316cfad4f1e88cab1d53b99b86a39fd",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a4704",
                            table="cases_outsidelink",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="outsidelink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."dead_at" IS DISTINCT FROM (NEW."dead_at") OR OLD."dead_why" IS DISTINCT FROM (NEW."dead_why") OR OLD."expires_at" IS DISTINCT FROM (NEW."expires_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."last_seen_at" IS DISTINCT FROM (NEW."last_seen_at") OR OLD."made_at" IS DISTINCT FROM (NEW."made_at") OR OLD."made_by_id" IS DISTINCT FROM (NEW."made_by_id") OR OLD."opened_at" IS DISTINCT FROM (NEW."opened_at") OR OLD."referral_id" IS DISTINCT FROM (NEW."referral_id") OR OLD."way" IS DISTINCT FROM (NEW."way") OR OLD."wrong_pins" IS DISTINCT FROM (NEW."wrong_pins"))',
                            func='INSERT INTO "cases_outsidelinkevent" ("dead_at", "dead_why", "expires_at", "id", "last_seen_at", "made_at", "made_by_id", "opened_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referral_id", "way", "wrong_pins") VALUES (NEW."dead_at", NEW."dead_why", NEW."expires_at", NEW."id", NEW."last_seen_at", NEW."made_at", NEW."made_by_id", NEW."opened_at", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."referral_id", NEW."way", NEW."wrong_pins"); RETURN NULL;',
                            hash="aece2932be7706be85808a6ef0cd6241947f23ca",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_1614f",
                            table="cases_outsidelink",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="outsidelinkevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="cbe35573ae652f9254ffa97444329fed940075ea",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_90f78",
                            table="cases_outsidelinkevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="promise",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("amount__gt", 0),
                                ("kind", "money"),
                                models.Q(("currency", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("kind", "money"), _negated=True),
                                ("amount", None),
                                ("currency", ""),
                            ),
                            _connector="OR",
                        ),
                        name="promised_money_has_amount_and_currency",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="promise",
                    constraint=models.UniqueConstraint(
                        fields=("hearing", "number"), name="one_promise_a_number"
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="promise",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_promiseevent" ("amount", "currency", "due_on", "hearing_id", "id", "kind", "mediation_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "text", "version") VALUES (NEW."amount", NEW."currency", NEW."due_on", NEW."hearing_id", NEW."id", NEW."kind", NEW."mediation_id", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."state", NEW."text", NEW."version"); RETURN NULL;',
                            hash="47781c4e34cfcdd129b4dd4f0f9a1a013ff35b49",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_0ec02",
                            table="cases_promise",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="promise",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_promiseevent" ("amount", "currency", "due_on", "hearing_id", "id", "kind", "mediation_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "text", "version") VALUES (NEW."amount", NEW."currency", NEW."due_on", NEW."hearing_id", NEW."id", NEW."kind", NEW."mediation_id", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."state", NEW."text", NEW."version"); RETURN NULL;',
                            hash="9656778ebbae7b866c39fa069e791b526de34cef",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d7d4c",
                            table="cases_promise",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="promiseevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="589dcea847a86d225651dfaca6e716aaa7849e79",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f81f4",
                            table="cases_promiseevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="recovery",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("amount__gt", 0),
                                ("kind", "money"),
                                ("rate__gt", 0),
                                ("rate_on__isnull", False),
                                ("rupiah__isnull", False),
                                models.Q(("currency", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("kind", "money"), _negated=True),
                                ("amount", None),
                                ("currency", ""),
                                ("rate", None),
                            ),
                            _connector="OR",
                        ),
                        name="recovered_money_has_rate_and_date",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="recovery",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("voided_at", None),
                            models.Q(("void_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="voided_recovery_has_reason",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="recovery",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_recoveryevent" ("amount", "at", "by_id", "case_id", "claim_id", "currency", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "promise_id", "proof", "rate", "rate_on", "rate_source", "received_on", "rupiah", "text", "void_reason", "voided_at", "voided_by_id") VALUES (NEW."amount", NEW."at", NEW."by_id", NEW."case_id", NEW."claim_id", NEW."currency", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."promise_id", NEW."proof", NEW."rate", NEW."rate_on", NEW."rate_source", NEW."received_on", NEW."rupiah", NEW."text", NEW."void_reason", NEW."voided_at", NEW."voided_by_id"); RETURN NULL;',
                            hash="7d4ac09aa168c64fc04fe9837ddcf6244d9c19c8",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ced05",
                            table="cases_recovery",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="recovery",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_recoveryevent" ("amount", "at", "by_id", "case_id", "claim_id", "currency", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "promise_id", "proof", "rate", "rate_on", "rate_source", "received_on", "rupiah", "text", "void_reason", "voided_at", "voided_by_id") VALUES (NEW."amount", NEW."at", NEW."by_id", NEW."case_id", NEW."claim_id", NEW."currency", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."promise_id", NEW."proof", NEW."rate", NEW."rate_on", NEW."rate_source", NEW."received_on", NEW."rupiah", NEW."text", NEW."void_reason", NEW."voided_at", NEW."voided_by_id"); RETURN NULL;',
                            hash="2566b5ffba45de3a3ef5daa148e5679498608394",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_af64e",
                            table="cases_recovery",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="recoveryevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="a3767e309a2435a88caebcc76ce8c157e79b0b95",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_c4ec4",
                            table="cases_recoveryevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="referralevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="bc82db1996239c0691e7b0f1c59a08df1be6a2ed",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_77cf2",
                            table="cases_referralevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="referralfile",
                    constraint=models.UniqueConstraint(
                        fields=("referral", "file"), name="one_file_goes_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="referralnote",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("by__isnull", False),
                            models.Q(("outside", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="note_by_someone",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="referralshare",
                    constraint=models.UniqueConstraint(
                        fields=("referral", "number"), name="one_share_a_number"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="reportdecision",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("choice", "reported"), _negated=True),
                            ("reported_on__isnull", False),
                            _connector="OR",
                        ),
                        name="report_has_its_day",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="reportdecision",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("choice__in", ["not_applicable", "postponed"]), _negated=True
                            ),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="no_report_has_a_reason",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="reportdecision",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("choice", "postponed"), _negated=True),
                            ("supervisor__isnull", False),
                            _connector="OR",
                        ),
                        name="postponed_with_a_supervisor",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="respondent",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("agency__isnull", False),
                            models.Q(("name", ""), _negated=True),
                            ("kind", "unknown"),
                            _connector="OR",
                        ),
                        name="respondent_has_a_name",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="respondent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_respondentevent" ("added_at", "added_by_id", "agency_id", "case_id", "contact", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "version") VALUES (NEW."added_at", NEW."added_by_id", NEW."agency_id", NEW."case_id", NEW."contact", NEW."id", NEW."kind", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."removed_at", NEW."version"); RETURN NULL;',
                            hash="45351ba2cf8f6262caa250ce53f13c010c6ecdbb",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_052dc",
                            table="cases_respondent",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="respondent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_respondentevent" ("added_at", "added_by_id", "agency_id", "case_id", "contact", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "version") VALUES (NEW."added_at", NEW."added_by_id", NEW."agency_id", NEW."case_id", NEW."contact", NEW."id", NEW."kind", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."removed_at", NEW."version"); RETURN NULL;',
                            hash="28416933b08579f1bcfbe2ecaab6787ca3155da6",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e6f8e",
                            table="cases_respondent",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mediationevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="5c3a418f71379397ae96ba2735cc3b18303029a8",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_11c63",
                            table="cases_mediationevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="mediation",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("state__in", ["requested", "invited", "hearing"])),
                        fields=("case", "respondent"),
                        name="one_mediation_under_way",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="mediation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("briefed", True), ("client_willing", True)),
                        name="she_wants_it_and_knows_her_rights",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="mediation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("mediator__isnull", False),
                            models.Q(("mediator_name", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="mediation_has_a_mediator",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mediation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_mediationevent" ("advice", "briefed", "case_id", "client_willing", "companion", "ended_at", "id", "mediator_id", "mediator_name", "mediator_office", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "requested_at", "requested_by_id", "respondent_id", "respondent_willing", "state", "version") VALUES (NEW."advice", NEW."briefed", NEW."case_id", NEW."client_willing", NEW."companion", NEW."ended_at", NEW."id", NEW."mediator_id", NEW."mediator_name", NEW."mediator_office", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."requested_at", NEW."requested_by_id", NEW."respondent_id", NEW."respondent_willing", NEW."state", NEW."version"); RETURN NULL;',
                            hash="acfa5646181f411bf07d101efa1994942270a1c8",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_9d0e3",
                            table="cases_mediation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mediation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_mediationevent" ("advice", "briefed", "case_id", "client_willing", "companion", "ended_at", "id", "mediator_id", "mediator_name", "mediator_office", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "requested_at", "requested_by_id", "respondent_id", "respondent_willing", "state", "version") VALUES (NEW."advice", NEW."briefed", NEW."case_id", NEW."client_willing", NEW."companion", NEW."ended_at", NEW."id", NEW."mediator_id", NEW."mediator_name", NEW."mediator_office", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."requested_at", NEW."requested_by_id", NEW."respondent_id", NEW."respondent_willing", NEW."state", NEW."version"); RETURN NULL;',
                            hash="1c3cf560dd0f5a80f402a56a6e4bb47a846194df",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8b9e0",
                            table="cases_mediation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="respondentevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e2af4efb9694ac967b7015e9cacd33b859d57297",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_9e891",
                            table="cases_respondentevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="safetyplan",
                    constraint=models.UniqueConstraint(
                        fields=("case", "number"), name="one_safety_plan_a_number"
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="clientfeedbackevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d572b10179fa597d3e3589f55adae435f69d282e",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_6533a",
                            table="cases_clientfeedbackevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="clientfeedback",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("score", None),
                            models.Q(("score__gte", 1), ("score__lte", 5)),
                            _connector="OR",
                        ),
                        name="score_of_one_to_five",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="clientfeedback",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_clientfeedbackevent" ("at", "by_id", "helped", "how", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referral_id", "score", "version") VALUES (NEW."at", NEW."by_id", NEW."helped", NEW."how", _pgh_attach_context(), NOW(), \'insert\', NEW."referral_id", NEW."referral_id", NEW."score", NEW."version"); RETURN NULL;',
                            hash="d3d62aa550b3f42162be7800c8a0e3cc180e2374",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_492b2",
                            table="cases_clientfeedback",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="clientfeedback",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_clientfeedbackevent" ("at", "by_id", "helped", "how", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referral_id", "score", "version") VALUES (NEW."at", NEW."by_id", NEW."helped", NEW."how", _pgh_attach_context(), NOW(), \'update\', NEW."referral_id", NEW."referral_id", NEW."score", NEW."version"); RETURN NULL;',
                            hash="6d7fb2ae7c08e84a59f1f5e0dea316117580ea51",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7c2f8",
                            table="cases_clientfeedback",
                            when="AFTER",
                        ),
                    ),
                ),
            ]
        ),
        migrations.RunPython(types.load, migrations.RunPython.noop),
        migrations.RunPython(rules.set_bars, migrations.RunPython.noop),
        migrations.RunSQL(KEPT + rules.SQL, migrations.RunSQL.noop),
    ]
