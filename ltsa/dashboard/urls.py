from django.urls import path

from . import views

app_name = "dashboard"

urlpatterns = [
    path("", views.board, name="board"),
    path("<slug:name>/", views.section, name="section"),
    path("tabel/<slug:name>.csv", views.table_csv, name="table_csv"),
    path("tabel/<slug:name>.xlsx", views.table_xlsx, name="table_xlsx"),
]
