"""The address book of the house."""

from django.urls import include, path
from django.views.i18n import set_language

from ltsa.access import PUBLIC, access

urlpatterns = [
    path("", include("ltsa.home.urls")),
    path("", include("ltsa.accounts.urls")),
    path("draf/", include("ltsa.drafts.urls")),
    path("bahasa/", access(PUBLIC)(set_language), name="set_language"),
]
