"""/kelola/ and /kelola/orang/: a file of its own, because allauth's names in urls.py must stay without a namespace."""

from django.urls import path

from .views import overview, people, postings, requests, ties

app_name = "people"
urlpatterns = [
    path("", overview.overview, name="overview"),
    path("orang/", people.index, name="list"),
    path("orang/undang/", people.invite, name="invite"),
    path("orang/<uuid:pk>/", people.detail, name="detail"),
    path("orang/<uuid:pk>/ubah/", people.change, name="change"),
    path("orang/<uuid:pk>/undang-lagi/", people.reinvite, name="reinvite"),
    path("orang/<uuid:pk>/nonaktif/", people.disable, name="disable"),
    path("orang/<uuid:pk>/pengaman/lepas/", people.reset_second_factor, name="reset_second_factor"),
    path("orang/<uuid:pk>/aktif/", people.enable, name="enable"),
    path("orang/<uuid:pk>/surel/", requests.ask_address, name="ask_address"),
    path("permintaan/", requests.index, name="requests"),
    path("permintaan/<uuid:pk>/", requests.reset, name="reset"),
    path("usulan/<uuid:pk>/", requests.proposal, name="proposal"),
    path("tindakan/", requests.acts, name="acts"),
    path("orang/<uuid:pk>/tugas/", postings.assign, name="assign"),
    path("tugas/<uuid:pk>/perpanjang/", postings.extend, name="extend_posting"),
    path("tugas/<uuid:pk>/akhiri/", postings.end, name="end_posting"),
    path("keterkaitan/", ties.index, name="tie_list"),
    path("keterkaitan/baru/", ties.add, name="add_tie"),
    path("keterkaitan/<int:pk>/akhiri/", ties.end, name="end_tie"),
]
