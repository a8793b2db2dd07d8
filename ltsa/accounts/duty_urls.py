"""/piket/."""

from django.urls import path

from .views import duties

app_name = "duties"
urlpatterns = [
    path("", duties.index, name="list"),
    path("baru/", duties.add, name="add"),
    path("<int:pk>/batal/", duties.cancel, name="cancel"),
]
