from django.urls import path, re_path

from .views import desk, directory, volunteer

app_name = "villages"
urlpatterns = [
    path("", directory.index, name="index"),
    path("permintaan/", desk.queue, name="request_list"),
    path("permintaan/saya/", volunteer.mine, name="request_mine"),
    path("permintaan/baru/", volunteer.create, name="request_create"),
    path("permintaan/<uuid:pk>/", desk.detail, name="request_detail"),
    path("permintaan/<uuid:pk>/perbaiki/", volunteer.correct, name="request_correct"),
    path("permintaan/<uuid:pk>/nomor/", desk.reveal, name="request_reveal"),
    path("permintaan/<uuid:pk>/klien/", desk.register_client, name="request_client"),
    path("permintaan/<uuid:pk>/<slug:verb>/", desk.act, name="request_act"),
    re_path(r"^(?P<code>\d{2}\.\d{2}\.\d{2}\.\d{4})/$", directory.village, name="village_detail"),
]
