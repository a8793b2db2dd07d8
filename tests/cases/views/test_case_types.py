import pytest

from cases.actions import add_case_type
from cases.models import CaseType

TOLD = {
    "label_id": "Gagal magang", "label_en": "Failed internship", "phases": ["before"], "priority": "normal",
}  # fmt: skip


@pytest.fixture
def client(as_user):
    return as_user("admin.cirebon")


@pytest.fixture
def own(cast):
    return add_case_type(**TOLD, sensitive=False, by=cast["admin.cirebon"])


def test_a_district_adds_a_type_and_the_system_gives_the_code(client, api):
    assert client.post("/kelola/jenis-kasus/baru/", TOLD).status_code == 302
    assert CaseType.objects.get(label_id="Gagal magang").code == "D3209-01"
    assert client.post("/kelola/jenis-kasus/baru/", TOLD | {"label_id": "Lain"}).status_code == 302
    assert CaseType.objects.get(label_id="Lain").code == "D3209-02"
    codes = {
        who: {row["code"] for row in api(who).get("/api/v1/codes/case-types/").json()["results"]}
        for who in ("meja.cirebon", "meja.tulungagung")
    }
    assert "D3209-01" in codes["meja.cirebon"]
    assert "D3209-01" not in codes["meja.tulungagung"]


def test_what_may_not_be_mediated_is_always_sensitive(client):
    page = client.post("/kelola/jenis-kasus/baru/", TOLD | {"mediation_bar": "sexual"})
    assert "sensitive" in page.context["form"].errors


def test_a_national_type_cannot_be_changed(client):
    assert client.get("/kelola/jenis-kasus/REK03/").status_code == 404
    assert client.post("/kelola/jenis-kasus/REK03/akhiri/").status_code == 404


def test_a_type_of_another_district_is_not_there(own, as_user):
    far = as_user("admin.tulungagung")
    assert far.get(f"/kelola/jenis-kasus/{own.code}/").status_code == 404
    assert own.label_id not in far.get("/kelola/jenis-kasus/").content.decode()


def test_a_type_in_use_keeps_what_it_means(own, make_case, client):
    make_case(types=(own.code,))
    told = TOLD | {"sensitive": "on", "version": 1}
    assert (
        "sensitive" in client.post(f"/kelola/jenis-kasus/{own.code}/", told).context["form"].errors
    )
    told = TOLD | {"label_id": "Gagal magang luar negeri", "version": 1}
    assert client.post(f"/kelola/jenis-kasus/{own.code}/", told).status_code == 302


def test_a_stale_page_shows_both(own, client):
    client.post(f"/kelola/jenis-kasus/{own.code}/", TOLD | {"label_id": "Satu", "version": 1})
    page = client.post(f"/kelola/jenis-kasus/{own.code}/", TOLD | {"label_id": "Dua", "version": 1})
    assert ("Dua", "Satu") in [(one.yours, one.theirs) for one in page.context["form"].both]


def test_an_ended_type_is_not_offered_and_stays_on_old_cases(own, make_case, client, as_user):
    case = make_case(types=(own.code,))
    client.post(f"/kelola/jenis-kasus/{own.code}/akhiri/")
    desk = as_user("meja.cirebon")
    form = desk.get(f"/klien/{case.migrant_id}/kasus/").context["form"]
    assert own not in form.fields["primary_type"].queryset
    assert (
        own in desk.get(f"/kasus/{case.pk}/jenis/").context["form"].fields["primary_type"].queryset
    )
    assert own.label_id in desk.get(f"/kasus/{case.pk}/").content.decode()


def test_the_desk_manages_no_types(as_user):
    assert as_user("meja.cirebon").get("/kelola/jenis-kasus/").status_code == 403
