from django.urls import path, register_converter

from .views import (
    appointments,
    books,
    consents,
    contracts,
    corrections,
    courses,
    desk_log,
    documents,
    doubles,
    groups,
    journeys,
    memberships,
    merging,
    migrants,
    nik,
    queue,
    receipts,
    relatives,
    sessions,
)


class NumberConverter:
    """Which masked number is asked for."""

    regex = "nik|family_card|passport|phone|code_word"

    def to_python(self, value):
        return value

    to_url = to_python


register_converter(NumberConverter, "number")

app_name = "services"
urlpatterns = [
    path("klien/", migrants.index, name="migrant_list"),
    path("klien/baru/", migrants.create, name="migrant_create"),
    path("klien/<uuid:pk>/", migrants.detail, name="migrant_detail"),
    path("klien/<uuid:pk>/ubah/", migrants.edit, name="migrant_edit"),
    path("klien/nik/", nik.read, name="nik_read"),
    path("klien/<uuid:pk>/cetak/", migrants.print_out, name="migrant_print"),
    path("klien/<uuid:pk>/keluarga/", relatives.create, name="relative_create"),
    path("keluarga/<int:pk>/", relatives.edit, name="relationship_edit"),
    path("klien/<uuid:pk>/tampilkan/<number:field>/", migrants.reveal, name="migrant_reveal"),
    path("klien/<uuid:pk>/konseling/", sessions.create, name="session_create"),
    path("klien/mirip/", doubles.similar, name="similar"),
    path("klien/terdaftar/", doubles.elsewhere, name="elsewhere"),
    path("klien/<uuid:pk>/gabung/", merging.choose, name="merge_choose"),
    path("klien/<uuid:pk>/gabung/<uuid:other>/", merging.merge, name="merge"),
    path("gabungan/<uuid:pk>/urungkan/", merging.undo, name="merge_undo"),
    path("konseling/", sessions.index, name="session_list"),
    path("konseling/kelompok/", groups.create, name="session_create_group"),
    path("konseling/<uuid:pk>/", sessions.detail, name="session_detail"),
    path("konseling/<uuid:pk>/selesai/", sessions.finish, name="session_finish"),
    path("konseling/<uuid:pk>/perbaiki/", corrections.correct, name="session_correct"),
    path("konseling/<uuid:pk>/batalkan/", corrections.void, name="session_void"),
    path("konseling/<uuid:pk>/tanda-terima/", receipts.receipt, name="session_receipt"),
    path("konseling/<uuid:pk>/tanda-terima/jawaban/", receipts.answer, name="exit_answer"),
    path("layanan/", desk_log.log, name="log"),
    path("layanan/<uuid:pk>/keluarga/", desk_log.log, name="log_family"),
    path("klien/<uuid:pk>/dokumen/", documents.edit, name="documents"),
    path("klien/<uuid:pk>/antrean/", queue.take, name="visit_create_for"),
    path("loket/", queue.index, name="queue"),
    path("loket/nomor/", queue.take, name="visit_create"),
    path("loket/<uuid:pk>/", queue.detail, name="visit_detail"),
    path("loket/<uuid:pk>/klien/", queue.name, name="visit_name"),
    path("loket/<uuid:pk>/<slug:verb>/", queue.act, name="visit_act"),
    path("klien/<uuid:pk>/janji/", appointments.create, name="appointment_create"),
    path("janji/<uuid:pk>/", appointments.detail, name="appointment_detail"),
    path("janji/<uuid:pk>/ubah/", appointments.edit, name="appointment_edit"),
    path("janji/<uuid:pk>/catat/", appointments.log, name="appointment_log"),
    path("janji/<uuid:pk>/ingatkan/", appointments.remind, name="appointment_remind"),
    path("janji/<uuid:pk>/<slug:verb>/", appointments.move, name="appointment_move"),
    path("klien/<uuid:pk>/persetujuan/baru/", consents.create, name="consent_create"),
    path("persetujuan/<uuid:pk>/", consents.detail, name="consent_detail"),
    path("persetujuan/<uuid:pk>/cabut/", consents.withdraw, name="consent_withdraw"),
    path("persetujuan/<uuid:pk>/kartu/", consents.card, name="consent_card"),
    path("persetujuan/<uuid:pk>/bukti/", consents.proof, name="consent_proof"),
    path("klien/<uuid:pk>/pendampingan/", courses.create, name="course_create"),
    path("pendampingan/<uuid:pk>/", courses.detail, name="course_detail"),
    path("pendampingan/<uuid:pk>/ubah/", courses.edit, name="course_edit"),
    path("pendampingan/<uuid:pk>/catat/", courses.log, name="course_log"),
    path("pendampingan/<uuid:pk>/tutup/", courses.close, name="course_close"),
    path("klien/<uuid:pk>/serikat/", memberships.create, name="membership_create"),
    path("serikat/<uuid:pk>/", memberships.detail, name="membership_detail"),
    path("serikat/<uuid:pk>/jawab/<slug:verb>/", memberships.answer, name="membership_answer"),
    path("serikat/<uuid:pk>/langkah/<slug:verb>/", memberships.step, name="membership_step"),
    path("klien/<uuid:pk>/perjanjian-kerja/", contracts.create, name="contract_create"),
    path("perjanjian-kerja/<uuid:pk>/", contracts.detail, name="contract_detail"),
    path("klien/<uuid:pk>/perjalanan/", journeys.create, name="journey_create"),
    path("perjalanan/<uuid:pk>/", journeys.detail, name="journey_detail"),
    path("perjalanan/<uuid:pk>/ubah/", journeys.edit, name="journey_edit"),
    path("impor/", books.index, name="book_list"),
    path("impor/templat.xlsx", books.blank, name="book_template"),
    path("impor/<uuid:pk>/", books.detail, name="book_detail"),
    path("impor/<uuid:pk>/kolom/", books.columns, name="book_columns"),
    path("impor/<uuid:pk>/ganda/", books.doubles, name="book_doubles"),
    path("impor/<uuid:pk>/ganda/semua/", books.decide, name="book_decide"),
    path("impor/<uuid:pk>/perbaikan.xlsx", books.mend, name="book_mend"),
    path("impor/<uuid:pk>/simpan/", books.save, name="book_save"),
    path("impor/<uuid:pk>/batalkan/", books.undo, name="book_undo"),
    path("impor/<uuid:pk>/buang/", books.discard, name="book_discard"),
    path("konseling/<uuid:pk>/peserta/", groups.attendance, name="attendance"),
    path("konseling/<uuid:pk>/peserta/tambah/", groups.add, name="attendee_add"),
    path("peserta/<int:pk>/", groups.attendee, name="attendee"),
    path("peserta/<int:pk>/dihubungi/", groups.finish, name="attendee_finish"),
    path("peserta/<int:pk>/hapus/", groups.remove, name="attendee_remove"),
]
