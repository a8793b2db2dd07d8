from django.urls import path

from . import views

app_name = "privacy"
urlpatterns = [
    path("", views.notice, name="notice"),
    path("jejak/", views.trail, name="trail"),
    path("peringatan/", views.alerts, name="alerts"),
    path("peringatan/<uuid:pk>/", views.alert, name="alert"),
    path("desa-saya/", views.home, name="home"),
]
