import pytest
from django.db import connection

from ltsa.areas.models import Area

pytestmark = pytest.mark.django_db

CIREBON = "32.09"
GEBANG = "32.09.30"
GEBANG_KULON = "32.09.30.2007"
VILLAGES_OF_GEBANG = [f"{GEBANG}.{number}" for number in range(2001, 2014)]

HOSTILE = [
    "",
    " ",
    "%",
    "32.0",
    "3209",
    "32.09.",
    "32.09%",
    "' or 1=1",
    "\x00",
    "٣٢",
    "32.09\n",
    "x" * 5000,
]


def codes(areas) -> list[str]:
    return [place.code for place in areas]


def test_an_area_lies_within_itself_and_everything_above():
    village = Area.objects.get(code=GEBANG_KULON)
    for code in ("32", CIREBON, GEBANG, GEBANG_KULON):
        assert village in Area.objects.within(code)
    assert codes(Area.objects.within(GEBANG)) == [GEBANG, *VILLAGES_OF_GEBANG]
    assert village not in Area.objects.within("32.74")


def test_children_are_one_level_below_and_provinces_below_nothing():
    assert codes(Area.objects.children_of(GEBANG)) == VILLAGES_OF_GEBANG
    assert codes(Area.objects.get(code=GEBANG).children.all()) == VILLAGES_OF_GEBANG
    assert set(Area.objects.children_of("").values_list("level", flat=True)) == {"province"}
    assert Area.objects.districts().count() == 514


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_that_is_no_code_finds_nothing(text):
    assert not Area.objects.within(text).exists()
    assert not text or not Area.objects.children_of(text).exists()
    assert not Area.objects.search("gebang", parent=text or "-").exists()


@pytest.mark.parametrize("text", ["", " ", "%", "_", "\\", "\x00", "\x00\x00", "x" * 5000])
def test_a_hostile_search_finds_nothing_and_breaks_nothing(text):
    assert not Area.objects.search(text).exists()


def test_an_apostrophe_is_a_letter_like_others():
    found = Area.objects.search("'")
    assert found.exists()
    assert all("'" in place.name for place in found)


def test_the_best_name_comes_first():
    found = [
        place.full_name for place in Area.objects.search("gebang", parent=CIREBON).with_parents()
    ]
    assert found == [
        "Kec. Gebang, Kab. Cirebon",
        "Desa Gebang, Kec. Gebang, Kab. Cirebon",
        "Desa Gebang Ilir, Kec. Gebang, Kab. Cirebon",
        "Desa Gebang Kulon, Kec. Gebang, Kab. Cirebon",
        "Desa Gebang Mekar, Kec. Gebang, Kab. Cirebon",
        "Desa Gebang Udik, Kec. Gebang, Kab. Cirebon",
        "Desa Babakan Gebang, Kec. Babakan, Kab. Cirebon",
        "Desa Bojonggebang, Kec. Babakan, Kab. Cirebon",
        "Desa Ujunggebang, Kec. Susukan, Kab. Cirebon",
    ]
    assert codes(Area.objects.search(" CIREBON ")[:2]) == ["32.09", "32.74"]
    assert Area.objects.search("kab", parent=CIREBON).exclude(level="village").count() == 0


def test_a_prefix_is_answered_from_the_index():
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE areas_area")
    plan = Area.objects.within(CIREBON).explain()
    assert "Index Cond: (((code)" in plan
    assert "Seq Scan" not in plan
