"""The address book of the house."""

from django.urls import include, path
from django.views.i18n import set_language

from ltsa.access import PUBLIC, access
from ltsa.organisations.directory import directory
from ltsa.organisations.views import agencies, hsds
from ltsa.organisations.views.standards import published as published_standards

API = [
    "ltsa.areas.api",
    "ltsa.organisations.api",
    "ltsa.notifications.api",
    "ltsa.dashboard.api",
    "services.api",
    "cases.api",
    "ltsa.api.urls",  # last: it answers for every other address
]

urlpatterns = [
    path("", include("ltsa.home.urls")),
    path("", include("ltsa.accounts.urls")),
    path("kelola/", include("ltsa.accounts.people_urls")),
    path("piket/", include("ltsa.accounts.duty_urls")),
    path("kelola/", include("ltsa.organisations.urls")),
    path("kelola/", include("ltsa.letters.urls")),
    path("draf/", include("ltsa.drafts.urls")),
    path("", include("ltsa.notifications.urls")),
    path("", include("services.urls")),
    path("", include("cases.urls")),
    path("dasbor/", include("ltsa.dashboard.urls")),
    path("desa/", include("villages.urls")),
    path("direktori/", directory, name="directory"),
    path("direktori.json", hsds.services, name="directory_json"),
    path("direktori/hsds/", hsds.about, name="hsds"),
    path("direktori/hsds/organizations", hsds.organizations, name="hsds_organizations"),
    path("direktori/hsds/services", hsds.services, name="hsds_services"),
    path("direktori/p3mi/", agencies.index, name="agency_list"),
    path("direktori/p3mi/<uuid:pk>/", agencies.detail, name="agency_detail"),
    path("direktori/standar/", published_standards, name="standards"),
    path("laporan/", include("ltsa.reports.urls")),
    path("privasi/", include("ltsa.privacy.urls")),
    path("privasi/", include("ltsa.organisations.officer_urls")),
    *[path("api/v1/", include(module)) for module in API],
    path("bahasa/", access(PUBLIC)(set_language), name="set_language"),
]

handler500 = "ltsa.home.errors.server_error"
