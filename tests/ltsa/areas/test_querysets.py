import pytest
from django.db import connection

from ltsa.areas.models import Area
from tests.places import CIREBON, GEBANG, GEBANG_KULON, area

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


@pytest.mark.django_db
def test_an_area_lies_within_itself_and_everything_above():
    village = area(GEBANG_KULON)
    area("32.74")
    for code in ("32", CIREBON, GEBANG, GEBANG_KULON):
        assert village in Area.objects.within(code)
    assert codes(Area.objects.within(CIREBON)) == [CIREBON, GEBANG, GEBANG_KULON]
    assert not Area.objects.within("35").exists()


@pytest.mark.django_db
def test_children_are_one_level_below_and_provinces_below_nothing():
    area(GEBANG_KULON)
    assert codes(Area.objects.children_of("")) == ["32"]
    assert codes(Area.objects.children_of(CIREBON)) == [GEBANG]
    assert codes(area(CIREBON).children.all()) == [GEBANG]
    assert codes(Area.objects.districts()) == [CIREBON]


@pytest.mark.django_db
@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_that_is_no_code_finds_nothing(text):
    area(GEBANG_KULON)
    assert not Area.objects.within(text).exists()
    assert not text or not Area.objects.children_of(text).exists()
    assert not Area.objects.search("gebang", parent=text or "-").exists()


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["", " ", "%", "_", "\\", "'", "\x00", "\x00\x00", "x" * 5000])
def test_a_hostile_search_finds_nothing_and_breaks_nothing(text):
    area(GEBANG_KULON)
    assert not Area.objects.search(text).exists()


def test_the_best_name_comes_first(country):
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


def test_a_prefix_is_answered_from_the_index(country):
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE areas_area")
    plan = Area.objects.within(CIREBON).explain()
    assert "Index Cond: (((code)" in plan
    assert "Seq Scan" not in plan
