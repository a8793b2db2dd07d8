import pytest
from django.core.exceptions import ValidationError

from ltsa.access import Permission
from ltsa.accounts.districts import open_district
from ltsa.accounts.models import Posting, User
from ltsa.accounts.permissions import Role
from ltsa.areas.loading import UnknownDistrict
from ltsa.areas.models import Area
from ltsa.organisations.models import Organisation, ServicePoint

pytestmark = pytest.mark.django_db


def rows() -> tuple[int, ...]:
    return tuple(
        model.objects.count() for model in (Area, Organisation, ServicePoint, User, Posting)
    )


def test_a_new_district_has_areas_an_office_the_desks_of_the_law_and_an_admin():
    opened = open_district("33.01")
    assert opened.district.short_name == "Kab. Cilacap"
    assert opened.villages == 284
    assert opened.labour_office.kind == "government"
    assert opened.labour_office.district_id == "33.01"
    assert opened.office.name == "LTSA Kab. Cilacap"
    desks = opened.labour_office.service_points.filter(type=ServicePoint.Type.DESK)
    assert {point.desk for point in desks} == {
        "KTK",
        "ADU",
        "DKC",
        "KES",
        "IMI",
        "POL",
        "BNK",
        "JSK",
    }
    assert opened.desks == 8
    assert opened.admin.username == "admin.cilacap"
    assert opened.admin.posting.role == Role.DISTRICT_ADMIN
    assert opened.admin.posting.district == opened.district
    assert opened.admin.can(Permission.PEOPLE_MANAGE_DISTRICT)
    assert not opened.admin.has_usable_password()


def test_opening_twice_makes_nothing_twice():
    first = open_district("33.01", username="sri.cilacap", full_name="Sri Contoh")
    before = rows()
    assert open_district("33.01").admin == first.admin
    assert open_district("33.01", office_name="Nama Lain", username="sri.cilacap") == first
    assert rows() == before


def test_what_the_district_has_changed_stays():
    office = open_district("33.01").labour_office
    office.name = "Dinas Koperasi, UKM, dan Tenaga Kerja"
    office.save()
    office.service_points.filter(desk="BNK").update(name="Loket Bank")
    before = rows()
    assert open_district("33.01").labour_office == office
    assert rows() == before
    assert office.service_points.get(desk="BNK").name == "Loket Bank"


def test_a_district_that_works_already_keeps_its_office_and_admin(cast):
    opened = open_district("32.09")
    assert opened.admin == cast["admin.cirebon"]
    assert opened.labour_office == cast["meja.cirebon"].posting.organisation


def test_a_city_and_the_regency_of_the_same_name_do_not_collide():
    assert open_district("35.73").admin.username == "admin.kotamalang"
    assert open_district("35.07").admin.username == "admin.malang"


def test_a_second_admin_can_be_named():
    first = open_district("33.01").admin
    second = open_district("33.01", username="budi.cilacap", email="budi@example.org").admin
    assert second != first
    assert {first.posting.role, second.posting.role} == {Role.DISTRICT_ADMIN}


@pytest.mark.parametrize("code", ["33.99", "33", "3301", ""])
def test_a_wrong_code_makes_nothing(code):
    before = rows()
    with pytest.raises(UnknownDistrict):
        open_district(code)
    assert rows() == before


@pytest.mark.parametrize(
    "names",
    [
        {"username": "dua kata"},
        {"username": "x" * 61},
        {"username": "admin.cilacap", "email": "bukan surel"},
        {"username": "admin.cilacap", "full_name": "x" * 121},
        {"office_name": "x" * 161},
    ],
)
def test_a_name_that_cannot_be_used_makes_nothing(names):
    before = rows()
    with pytest.raises(ValidationError):
        open_district("33.01", **names)
    assert rows() == before


def test_a_person_posted_elsewhere_is_not_taken_over():
    open_district("33.01")
    with pytest.raises(ValidationError, match=r"admin\.cilacap"):
        open_district("33.02", username="admin.cilacap")
    assert not Organisation.objects.filter(district="33.02").exists()
