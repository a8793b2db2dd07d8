"""National organisations are made and kept by the system administrator."""

import uuid

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command

from ltsa.accounts.models import User
from ltsa.demo.cast import id_of
from ltsa.organisations import actions
from ltsa.organisations.models import Organisation

pytestmark = pytest.mark.django_db

HOUSES = "/kelola/lembaga/"
FILLED = {"name": "Serikat Nasional Contoh", "kind": "union", "services": ["legal", "union"]}


@pytest.fixture
def national(as_user) -> Organisation:
    body = FILLED | {"idempotency_key": str(uuid.uuid4())}
    assert as_user("sistem").post(f"{HOUSES}baru/", body).status_code == 302
    return Organisation.objects.get(name=FILLED["name"])


def test_a_national_organisation_is_a_partner_of_every_district(national, cast):
    assert national.district is None
    for who in ("meja.cirebon", "meja.blitar"):
        assert national in Organisation.objects.partners_for(cast[who].posting)


def test_people_are_posted_in_it_and_go_on_by_themselves(national, as_user):
    told = ["--role", "supervisor", "--organisation", str(national.pk)]
    call_command("add_person", "Siti Umpama", "siti@contoh.invalid", *told)
    head = User.objects.get(email="siti@contoh.invalid")
    page = as_user(head).get("/kelola/orang/undang/", follow=True)
    assert "Konselor" in page.content.decode()


def test_its_pages_open_for_the_system_administrator(national, as_user):
    client = as_user("sistem")
    for verb in ["", "ubah/", "akhiri/", "perjanjian/", "titik/", "jam/", "layanan/"]:
        assert client.get(f"{HOUSES}{national.pk}/{verb}").status_code == 200, verb
    for path in ["/kelola/", HOUSES, "/kelola/kantor/", "/kelola/kop-surat/"]:
        assert client.get(path).status_code == 200, path
    assert national.name in client.get(HOUSES).content.decode()


def test_she_keeps_nothing_of_a_district_and_no_people(as_user, cast):
    there = cast.wcc_cirebon.posting.organisation_id
    client = as_user("sistem")
    for verb in ["", "ubah/", "diperiksa/", "akhiri/", "perjanjian/", "titik/"]:
        assert client.post(f"{HOUSES}{there}/{verb}").status_code == 404, verb
    for path in ["/kelola/orang/", "/kelola/hari-libur/", "/kelola/standar/", "/kelola/p3mi/baru/"]:
        assert client.get(path).status_code == 403, path


def test_a_district_admin_keeps_none_of_the_nations(as_user):
    nation = id_of("house", "nation")
    assert as_user("admin.cirebon").get(f"{HOUSES}{nation}/").status_code == 404


def test_a_village_is_always_in_a_district(cast):
    with pytest.raises(ValidationError, match="satu kabupaten"):
        actions.create_organisation(name="Desa Contoh", kind="village", by=cast.sistem)


def test_the_viewer_and_the_officer_make_none(cast):
    for who in ("pemirsa", "ppdp"):
        with pytest.raises(PermissionDenied):
            actions.create_organisation(name="Lembaga", kind="other", by=cast[who])
