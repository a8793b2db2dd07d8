from django.urls import path

from . import views

app_name = "notifications"
urlpatterns = [
    path("notifikasi/", views.inbox, name="inbox"),
    path("notifikasi/<uuid:pk>/", views.open_line, name="open"),
    path("notifikasi/dibaca/", views.read_all, name="read_all"),
    path("surel/", views.outbox, name="outbox"),
    path("surel/<uuid:pk>/", views.mail, name="mail"),
]
