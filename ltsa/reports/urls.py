from django.urls import path

from . import views

app_name = "reports"

urlpatterns = [
    path("", views.index, name="index"),
    path("<slug:code>/", views.month, name="month"),
    path("<slug:code>/forum/", views.forum, name="forum"),
    path("<slug:code>.csv", views.month_csv, name="month_csv"),
    path("<slug:code>.xlsx", views.month_xlsx, name="month_xlsx"),
]
