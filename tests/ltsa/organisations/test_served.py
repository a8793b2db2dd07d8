"""A partner of another district in this one's directory: it exists once, and nobody gains a right over it."""

import pytest

from cases.forms.lock import LockForm
from cases.people import partners_of
from ltsa.demo.cast import id_of
from ltsa.notifications.models import Notification
from ltsa.organisations.models import Organisation, ServedDistrict

pytestmark = pytest.mark.django_db

PAGE = "/kelola/lembaga/kabupaten-lain/"


@pytest.fixture
def wcc(cast) -> Organisation:
    return cast.wcc_cirebon.posting.organisation


@pytest.fixture
def blitar(as_user):
    """The admin of another district than the centre's."""
    return as_user("admin.blitar")


@pytest.fixture
def listed(blitar, wcc) -> ServedDistrict:
    assert blitar.post(PAGE, {"organisation": wcc.pk}).status_code == 302
    return ServedDistrict.objects.get()


def test_a_partner_of_another_district_can_be_referred_to(
    listed, wcc, make_case, make_migrant, cast
):
    client = make_migrant(by="meja.blitar")
    case = make_case(client, by="meja.blitar")
    assert wcc in partners_of(case, cast["meja.blitar"])
    assert wcc not in Organisation.objects.partners_for(cast["meja.tulungagung"].posting)


def test_it_answers_for_both_districts_and_exists_once(listed, wcc, make_case, make_migrant, make_referral, as_user):  # fmt: skip
    client = make_migrant(by="meja.blitar")
    referral = make_referral(make_case(client, by="meja.blitar"), to=wcc, by="meja.blitar")
    assert as_user("wcc.cirebon").get(f"/rujukan/{referral.pk}/").status_code == 200
    answer = as_user("wcc.cirebon").post(
        f"/rujukan/{referral.pk}/accept/", {"version": referral.version}
    )
    assert answer.status_code == 302
    referral.refresh_from_db()
    assert referral.state == "accepted"
    assert Organisation.objects.filter(name=wcc.name).count() == 1


def test_it_stands_in_both_directories_and_in_the_answer_for_both(listed, wcc, client, api):
    assert wcc.name in client.get("/direktori/?kabupaten=35.05").content.decode()
    assert wcc.name in client.get("/direktori/?kabupaten=32.09").content.decode()
    assert wcc.name not in client.get("/direktori/?kabupaten=35.04").content.decode()
    found = api("meja.blitar").get("/api/v1/organisations/?district=35.05&q=Mawar").json()
    assert str(wcc.pk) in [row["id"] for row in found["results"]]


def test_the_second_district_gets_no_right_over_it_its_people_or_its_entry(listed, wcc, blitar, cast):  # fmt: skip
    person = cast.wcc_cirebon
    for path in (
        f"/kelola/lembaga/{wcc.pk}/",
        f"/kelola/lembaga/{wcc.pk}/ubah/",
        f"/kelola/lembaga/{wcc.pk}/akhiri/",
        f"/kelola/lembaga/{wcc.pk}/titik/",
        f"/kelola/kop-surat/{wcc.pk}/",
        f"/kelola/orang/{person.pk}/",
        f"/kelola/orang/{person.pk}/nonaktif/",
    ):
        assert blitar.get(path).status_code == 404, path
    invite = blitar.get(f"/kelola/orang/undang/?lembaga={wcc.pk}")
    assert 'name="username"' not in invite.content.decode()
    assert person.full_name not in blitar.get("/kelola/orang/").content.decode()


def test_its_supervisor_is_told_and_can_take_it_off(listed, wcc, as_user, cast):
    (line,) = Notification.objects.filter(kind="directory_changed")
    assert line.user == cast["supervisor.wcc.cirebon"]
    assert "Blitar" not in line.mail_body
    head = as_user("supervisor.wcc.cirebon")
    assert "Blitar" in head.get(f"/kelola/lembaga/{wcc.pk}/").content.decode()
    assert head.post(f"/kelola/kabupaten-lain/{listed.pk}/keluar/").status_code == 302
    assert wcc not in Organisation.objects.partners_for(cast["meja.blitar"].posting)


@pytest.mark.parametrize("who", ["admin.cirebon", "admin.tulungagung", "sbmi.cirebon", "sistem", "meja.blitar"])  # fmt: skip
def test_nobody_else_takes_it_off(listed, who, as_user):
    answer = as_user(who).post(f"/kelola/kabupaten-lain/{listed.pk}/keluar/")
    assert answer.status_code in (403, 404)
    assert ServedDistrict.objects.filter(ended_at=None).exists()


@pytest.mark.parametrize("key", ["blitar", "tulungagung", "ksbsi.blitar", "kpi.tulungagung", "nation", "32.09.30.2007"])  # fmt: skip
def test_an_office_an_own_an_unconfirmed_a_national_house_or_a_village_cannot_be_listed(key, blitar):  # fmt: skip
    blitar.post(PAGE, {"organisation": id_of("house", key)})
    assert not ServedDistrict.objects.exists()


def test_the_same_twice_is_one_and_it_can_come_back(listed, blitar, wcc):
    blitar.post(PAGE, {"organisation": wcc.pk})
    assert ServedDistrict.objects.count() == 1
    blitar.post(f"/kelola/kabupaten-lain/{listed.pk}/keluar/")
    blitar.post(PAGE, {"organisation": wcc.pk})
    assert ServedDistrict.objects.filter(ended_at=None).count() == 1


@pytest.mark.parametrize("change", [{"is_confirmed": False}, {"ended_on": "2026-01-01"}])
def test_one_that_is_no_partner_any_more_is_none_here_either(listed, wcc, change, cast):
    Organisation.objects.filter(pk=wcc.pk).update(**change)
    assert wcc not in Organisation.objects.partners_for(cast["meja.blitar"].posting)


def test_a_client_can_be_locked_against_it(listed, wcc, make_case, make_migrant, cast):
    case = make_case(make_migrant(by="meja.blitar"), by="meja.blitar")
    form = LockForm(case=case, user=cast["supervisor.blitar"])
    assert wcc in form.fields["organisation"].queryset


@pytest.mark.parametrize("who", ["supervisor.cirebon", "wcc.cirebon", "sistem", "ppdp"])
def test_the_page_is_for_a_district_admin(who, as_user):
    assert as_user(who).get(PAGE).status_code == 403
