from django.urls import path

from .views import agencies, holidays, letterheads, organisations, points, standards

app_name = "organisations"
urlpatterns = [
    path("lembaga/", organisations.index, name="list"),
    path("lembaga/baru/", organisations.create, name="create"),
    path("lembaga/<uuid:pk>/", organisations.detail, name="detail"),
    path("lembaga/<uuid:pk>/ubah/", organisations.change, name="change"),
    path("lembaga/<uuid:pk>/diperiksa/", organisations.verify, name="verify"),
    path("lembaga/<uuid:pk>/akhiri/", organisations.end, name="end"),
    path("lembaga/<uuid:pk>/lanjutkan/", organisations.resume, name="resume"),
    path("lembaga/<uuid:pk>/perjanjian/", organisations.add_agreement, name="add_agreement"),
    path("perjanjian/<int:pk>/akhiri/", organisations.end_agreement, name="end_agreement"),
    path("lembaga/<uuid:pk>/titik/", points.create, name="point_create"),
    path("kantor/", points.index, name="point_list"),
    path("kantor/<uuid:pk>/ubah/", points.change, name="point_change"),
    path("kantor/<uuid:pk>/diperiksa/", points.verify, name="point_verify"),
    path("kantor/<uuid:pk>/tutup/", points.close, name="point_close"),
    path("kantor/<uuid:pk>/buka/", points.reopen, name="point_reopen"),
    path("p3mi/baru/", agencies.create, name="agency_create"),
    path("p3mi/impor/", agencies.look_through, name="agency_import"),
    path("p3mi/impor/simpan/", agencies.save_list, name="agency_import_save"),
    path("p3mi/<uuid:pk>/ubah/", agencies.change, name="agency_change"),
    path("p3mi/<uuid:pk>/diperiksa/", agencies.check, name="agency_check"),
    path("hari-libur/", holidays.index, name="holiday_list"),
    path("hari-libur/<int:pk>/hapus/", holidays.remove, name="holiday_remove"),
    path("kop-surat/", letterheads.index, name="letterhead_list"),
    path("kop-surat/<uuid:pk>/", letterheads.write, name="letterhead_write"),
    path("standar/", standards.index, name="standard_list"),
    path("kantor/<uuid:pk>/standar/", standards.create, name="standard_create"),
    path("standar/<uuid:pk>/ubah/", standards.change, name="standard_change"),
    path("standar/<uuid:pk>/akhiri/", standards.end, name="standard_end"),
]
