from django.urls import path, register_converter

from .views import migrants, sessions


class NumberConverter:
    """Which masked number is asked for."""

    regex = "nik|passport|phone"

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
    path("klien/<uuid:pk>/keluarga/", migrants.create, name="relative_create"),
    path("klien/<uuid:pk>/tampilkan/<number:field>/", migrants.reveal, name="migrant_reveal"),
    path("klien/<uuid:pk>/konseling/", sessions.create, name="session_create"),
    path("konseling/", sessions.index, name="session_list"),
    path("konseling/kelompok/", sessions.create_group, name="session_create_group"),
    path("konseling/<uuid:pk>/", sessions.detail, name="session_detail"),
    path("konseling/<uuid:pk>/selesai/", sessions.finish, name="session_finish"),
]
