from django.urls import path

from . import views

app_name = "letters"
urlpatterns = [
    path("surat/", views.index, name="list"),
    path("surat/<slug:kind>/", views.detail, name="detail"),
    path("surat/<slug:kind>/ubah/", views.write, name="write"),
    path("surat/<slug:kind>/contoh/", views.example, name="example"),
    path("surat/<slug:kind>/bawaan/", views.go_back, name="go_back"),
]
