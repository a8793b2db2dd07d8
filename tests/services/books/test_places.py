import pytest

from services.books.cells import Unreadable
from services.books.places import Places


@pytest.mark.parametrize(
    ("village", "subdistrict"),
    [
        ("Gebang Kulon", "Gebang"),
        ("gebang kulon", ""),
        ("Desa Gebang Kulon", "Kec. Gebang"),
        ("Gebang Kulom", "Gebang"),
        ("Ds. Gebangkulon", "Gebang"),
        ("Gebang Kulon RT 02 RW 03", "gebang"),
        ("32.09.30.2007", ""),
    ],
)
@pytest.mark.django_db
def test_a_village_is_found_by_code_by_name_and_with_a_slip(village, subdistrict):
    assert Places("32.09", [village]).find(village, subdistrict).pk == "32.09.30.2007"


@pytest.mark.django_db
def test_another_village_is_not_guessed():
    places = Places("32.09")
    for village in ("Antah Berantah", "", "Gebang Kulon di mana"):
        with pytest.raises(Unreadable, match="village"):
            places.find(village, "Astanajapura")


@pytest.mark.django_db
def test_a_name_of_two_villages_needs_its_subdistrict():
    places = Places("32.09")
    name = next(name for name, areas in places._by_name.items() if len(areas) > 1)
    area = places._by_name[name][0]
    with pytest.raises(Unreadable, match="village_twice"):
        places.find(area.name, "")
    assert places.find(area.name, area.parent.name) == area


@pytest.mark.django_db
def test_a_code_of_another_district_is_taken():
    assert Places("32.09", ["35.04.01"]).find("35.04.01", "").pk == "35.04.01"
