import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from ltsa.areas.loading import AS_OF, SOURCE
from ltsa.areas.models import Area

pytestmark = pytest.mark.django_db

CIREBON = "32.09"
GEBANG_KULON = "32.09.30.2007"


def area(code: str) -> Area:
    return Area.objects.get(code=code)


@pytest.mark.parametrize(
    ("code", "short", "full"),
    [
        ("32", "Jawa Barat", "Jawa Barat"),
        ("32.09", "Kab. Cirebon", "Kab. Cirebon"),
        ("32.74", "Kota Cirebon", "Kota Cirebon"),
        ("32.09.30", "Kec. Gebang", "Kec. Gebang, Kab. Cirebon"),
        (GEBANG_KULON, "Desa Gebang Kulon", "Desa Gebang Kulon, Kec. Gebang, Kab. Cirebon"),
        ("32.09.15.1004", "Kel. Sumber", "Kel. Sumber, Kec. Sumber, Kab. Cirebon"),
        ("91.03.01", "Distrik Sentani", "Distrik Sentani, Kab. Jayapura"),
    ],
)
def test_an_area_is_called_what_an_officer_writes(code, short, full):
    place = area(code)
    assert str(place) == place.short_name == short
    assert place.full_name == full


def test_an_area_knows_its_district():
    village = area(GEBANG_KULON)
    assert village.district == area(CIREBON)
    assert village.district_code == area(CIREBON).district_code == CIREBON
    assert area("32").district is None
    assert area("32").district_code is None


def test_the_line_of_parents_costs_no_query_when_it_was_asked_for(django_assert_num_queries):
    with django_assert_num_queries(1):
        village = Area.objects.with_parents().get(code=GEBANG_KULON)
        assert village.full_name.endswith("Kab. Cirebon")
        assert village.district.code == CIREBON


@pytest.mark.parametrize(
    ("code", "level", "kind", "parent"),
    [
        ("32.99", "village", "desa", "32"),
        ("32.99", "regency", "desa", "32"),
        ("32.99", "regency", "kabupaten", None),
        ("32.99", "regency", "kabupaten", "18"),
        ("3210", "regency", "kabupaten", "32"),
        ("32.1", "regency", "kabupaten", "32"),
        ("32.99.01", "subdistrict", "kecamatan", "32.09"),
        ("32.09.30.201", "village", "desa", "32.09.30"),
        ("32.09.30.9999", "village", "desa", "32.09"),
        ("99", "province", "provinsi", "32"),
        ("٣٣", "province", "provinsi", None),
        ("", "province", "provinsi", None),
    ],
)
def test_the_database_refuses_a_code_that_does_not_fit(code, level, kind, parent):
    with pytest.raises(IntegrityError, match="areas_"), transaction.atomic():
        Area.objects.create(
            code=code,
            name="x",
            level=level,
            kind=kind,
            parent_id=parent,
            source=SOURCE,
            as_of=AS_OF,
        )


def test_an_area_with_others_below_it_cannot_be_deleted():
    with pytest.raises(ProtectedError):
        area(GEBANG_KULON).parent.delete()
