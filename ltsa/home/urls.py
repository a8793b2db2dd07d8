from django.urls import path, re_path

from . import views

app_name = "home"
urlpatterns = [
    path("", views.landing, name="landing"),
    path("beranda/", views.day, name="day"),
    path("cari/", views.search, name="search"),
    path("sistem/", views.system, name="system"),
    path("tampilan/", views.theme, name="theme"),
    re_path(r"^healthz/?$", views.healthz, name="healthz"),
]
