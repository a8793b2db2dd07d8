"""A new district's admin sees what is still to do, and nothing of it once it is done."""

import uuid

import pytest
from django.core.management import call_command
from django.utils import timezone

from ltsa.accounts.models import Posting, User
from ltsa.accounts.setup import setup_list
from ltsa.demo.cast import id_of
from ltsa.organisations.models import Holiday, Organisation, ServicePoint, ServiceStandard

pytestmark = pytest.mark.django_db

TODO = {
    "Orang": (0, 2),
    "Pejabat pelindungan data": (0, 1),
    "Standar layanan": (0, 8),
    "Kop surat": (0, 1),
    "Hari libur": (0, 1),
    "Mitra": (0, 2),
    "Desa": (0, 1),
}


@pytest.fixture
def admin(db) -> User:
    call_command("add_district", "33.01")
    return User.objects.get(username="admin.cilacap")


def steps(user: User) -> dict:
    return {step.title: (step.done, step.of) for step in setup_list(user)["steps"]}


def test_a_new_district_has_everything_to_do(admin, as_user):
    assert steps(admin) == TODO
    page = as_user(admin).get("/kelola/").content.decode()
    assert "Menyiapkan kabupaten: 0 dari 7 selesai" in page
    client = as_user(admin)
    for step in setup_list(admin)["steps"]:
        assert step.url in page
        assert client.get(step.url).status_code == 200


def test_the_usual_standards_fill_every_desk_at_once_and_overwrite_nothing(admin, as_user):
    desks = ServicePoint.objects.filter(organisation=admin.posting.organisation)
    own = ServiceStandard.objects.create(
        desk=desks.get(desk="KTK"), name="AK-1 kilat", limit=5, starts_on=timezone.localdate()
    )
    client = as_user(admin)
    assert "Mulai dari yang lazim" in client.get("/kelola/standar/").content.decode()
    client.post("/kelola/standar/lazim/")
    client.post("/kelola/standar/lazim/")
    assert steps(admin)["Standar layanan"] == (8, 8)
    assert list(ServiceStandard.objects.filter(desk=own.desk)) == [own]
    assert ServiceStandard.objects.filter(desk__organisation__district="32.09").count() == 0
    assert "Mulai dari yang lazim" not in client.get("/kelola/standar/").content.decode()


def test_when_all_is_done_the_list_is_gone(cast, as_user):
    admin = cast["admin.cirebon"]
    assert steps(admin) == TODO | {
        "Orang": (2, 2),
        "Pejabat pelindungan data": (1, 1),
        "Kop surat": (1, 1),
        "Mitra": (2, 2),
        "Desa": (1, 1),
    }
    as_user(admin).post("/kelola/standar/lazim/")
    Holiday.objects.create(district_id="32.09", on="2026-04-02", name="Hari jadi")
    assert setup_list(admin) == {}
    assert "Menyiapkan kabupaten" not in as_user(admin).get("/kelola/").content.decode()


def test_what_another_district_did_does_not_count(admin, as_user, cast):
    as_user("admin.cirebon").post("/kelola/standar/lazim/")
    Holiday.objects.create(district_id="32.09", on="2026-04-02", name="Hari jadi")
    assert steps(admin) == TODO


@pytest.mark.parametrize("who", ["supervisor.cirebon", "wcc.cirebon", "sistem", "pemirsa", "meja.cirebon"])  # fmt: skip
def test_it_is_the_admins_list_alone(who, cast):
    assert setup_list(cast[who]) == {}


def test_a_guest_partner_counts_and_a_disabled_officer_does_not(admin, as_user, cast):
    wcc = Organisation.objects.get(pk=id_of("house", "wcc.cirebon"))
    as_user(admin).post("/kelola/lembaga/kabupaten-lain/", {"organisation": wcc.pk})
    assert steps(admin)["Mitra"] == (1, 2)
    officer = User.objects.create_user(f"x{uuid.uuid4().hex[:6]}", full_name="Petugas Contoh")
    Posting.objects.create(
        user=officer, role="desk_officer", organisation=admin.posting.organisation
    )
    assert steps(admin)["Orang"] == (1, 2)
    User.objects.filter(pk=officer.pk).update(is_active=False)
    assert steps(admin)["Orang"] == (0, 2)
