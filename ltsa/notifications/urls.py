from django.urls import path

from . import views

app_name = "notifications"
urlpatterns = [
    path("notifikasi/", views.inbox, name="inbox"),
    path("notifikasi/<uuid:pk>/", views.open_line, name="open"),
    path("notifikasi/dibaca/", views.read_all, name="read_all"),
    path("akun/pemberitahuan/", views.preferences, name="preferences"),
    path("akun/pemberitahuan/surel/", views.address_works, name="address_works"),
    path("gateway/status/", views.gateway_status, name="gateway_status"),
    path("surel/", views.outbox, name="outbox"),
    path("surel/<uuid:pk>/", views.mail, name="mail"),
]
