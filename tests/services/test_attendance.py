import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.attendance import as_text, count_lines, read_list, totals

pytestmark = pytest.mark.django_db


@pytest.fixture
def read(cast):
    def read_it(text: str, **told):
        return read_list(text, user=cast["meja.cirebon"], **({"phase": "before"} | told))

    return read_it


def test_a_list_without_headers_is_read_in_the_order_that_is_told(read):
    (line,) = read("Suharti Contohsari; P; 27; Gebang Kulon; 0812 3456 7890; ya")
    assert not line.mistakes
    assert line.fields["village"].pk == "32.09.30.2007"
    told = {name: line.fields[name] for name in ("name", "sex", "age_band", "phone")}
    assert told == {
        "name": "Suharti Contohsari",
        "sex": "female",
        "age_band": "25-35",
        "phone": "+6281234567890",
    }
    assert line.fields["wants_follow_up"] is True


def test_headers_say_which_column_is_what(read):
    text = "Usia\tNama Lengkap\tJK\n30\tDewi Umpamawati\tperempuan\n41\tJoko Misalnya\tL"
    women, men = read(text)
    assert (women.name, women.fields["age_band"]) == ("Dewi Umpamawati", "25-35")
    assert (men.number, men.fields["sex"]) == (3, "male")


def test_what_a_line_does_not_say_comes_from_the_form(read):
    (line,) = read("Dewi Umpamawati; P", phase="after", age_band="36-45")
    assert (line.fields["phase"], line.fields["age_band"]) == ("after", "36-45")
    assert not line.mistakes


def test_a_line_that_cannot_be_read_says_what_is_wrong(read):
    (line,) = read("Dewi Umpamawati; X; dua puluh; Tidak Ada Desa Ini; 12")
    assert [one.split(":")[0] for one in line.mistakes] == ["L/P", "Umur", "Desa", "HP"]


def test_who_is_known_in_that_village_is_linked(read, make_migrant):
    known = make_migrant(full_name="Sitti Soeharti Contoh")
    (line,) = read("Siti Suharti Contoh; P; 30; Gebang Kulon")
    assert line.migrant == known


def test_two_of_one_name_in_one_village_are_not_guessed_between(read, make_migrant):
    for _ in range(2):
        make_migrant(full_name="Siti Contohsari")
    (line,) = read("Siti Contohsari; P; 30; Gebang Kulon")
    assert line.migrant is None


def test_a_client_of_another_house_is_not_linked(read, make_migrant):
    make_migrant(by="wcc.cirebon", full_name="Siti Rekasari")
    (line,) = read("Siti Rekasari; P; 30; Gebang Kulon")
    assert line.migrant is None


def test_one_client_stands_on_one_line_only(read, make_migrant):
    make_migrant(full_name="Siti Contohsari")
    first, second = read("Siti Contohsari; P; 30; Gebang Kulon\n" * 2)
    assert (first.migrant is None, second.migrant is None) == (False, True)


def test_two_hundred_people_cost_as_few_queries_as_two(read, django_assert_max_num_queries):
    line = "Peserta Contoh {0}; P; 30; Gebang Kulon; 0812000{0:04}\n"
    with django_assert_max_num_queries(8):
        lines = read("".join(line.format(number) for number in range(200)))
    assert totals(lines)["ready"] == 200


def test_a_sheet_comes_back_as_the_text_that_is_read(read):
    text = as_text(
        ["Nama", "L/P", "Umur"], [["Dewi\nUmpamawati", "P", "30"], ["Joko Misal", "L", ""]]
    )
    assert count_lines(text) == 3
    assert [line.name for line in read(text, age_band="46+")] == ["Dewi Umpamawati", "Joko Misal"]


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=400))
def test_any_text_is_read_or_marked_and_never_breaks(text):
    for line in read_list(text, user=_Nobody(), phase="before"):
        assert line.mistakes or (line.name and line.fields["sex"] and line.fields["age_band"])


class _Nobody:
    """Sees no client, and works in Cirebon."""

    class posting:
        district_id = "32.09"
        organisation_id = None

    def can(self, *permissions) -> bool:
        return False
