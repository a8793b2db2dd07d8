from django.urls import path

from . import views

app_name = "drafts"
urlpatterns = [
    path("simpan/", views.save, name="save"),
    path("buang/", views.drop, name="drop"),
]
