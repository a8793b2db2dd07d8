from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltsa import nik

TODAY = date(2026, 11, 23)
WOMAN_OF_CIREBON = "3209305203990007"  # 12 March 1999

births = st.dates(min_value=date(1927, 1, 1), max_value=TODAY)


def nik_of(birth: date, *, sex: str) -> str:
    day = birth.day + 40 if sex == "female" else birth.day
    return f"320930{day:02}{birth:%m%y}0001"


def codes(text: str, **told) -> list[str]:
    return [warning.code for warning in nik.warnings(text, on=TODAY, **told)]


def test_a_number_tells_area_birth_date_and_sex():
    said = nik.parse(WOMAN_OF_CIREBON, on=TODAY)
    assert said == nik.Nik(
        digits=WOMAN_OF_CIREBON,
        district_code="32.09",
        subdistrict_code="32.09.30",
        sex="female",
        birth_date=date(1999, 3, 12),
        serial="0007",
    )


@pytest.mark.parametrize(
    "typed",
    [
        "3209 3052 0399 0007",
        "3209.3052.0399-0007",
        " 3209305203990007\n",
        "３２０９３０５２０３９９０００７",
        "\u202a3209305203990007\u202c",
    ],
)
def test_spaces_dots_and_invisible_signs_do_not_matter(typed):
    assert nik.normalise(typed) == WOMAN_OF_CIREBON


def test_someone_born_in_2005_is_not_a_hundred_years_too_old():
    assert nik.parse("3209305203050007", on=TODAY).birth_date == date(2005, 3, 12)


def test_a_birth_date_is_never_in_the_future():
    assert nik.parse("3209302411260007", on=TODAY).birth_date == date(1926, 11, 24)


def test_the_twenty_ninth_of_february_finds_the_century_that_had_one():
    assert nik.parse("3209302902000007", on=TODAY).birth_date == date(2000, 2, 29)
    assert nik.parse("3209302902010007", on=TODAY).birth_date is None


@given(births, st.sampled_from(["female", "male"]))
def test_a_true_number_raises_no_doubt(birth, sex):
    assert codes(nik_of(birth, sex=sex), sex=sex, birth_date=birth) == []


@pytest.mark.parametrize(
    ("typed", "doubts"),
    [
        ("", []),
        ("   ", []),
        ("12345", ["nik_format"]),
        ("320930520399000A", ["nik_format"]),
        ("٣٢٠٩٣٠٥٢٠٣٩٩٠٠٠٧", ["nik_format"]),
        ("9999305203990007", ["nik_area"]),
        ("3209307203990007", ["nik_date"]),
        ("3209304003990007", ["nik_date"]),
        ("3209308503990007", ["nik_date"]),
        ("3209305213990007", ["nik_date"]),
        ("3209305203990000", ["nik_serial"]),
        ("9999300013990000", ["nik_area", "nik_date", "nik_serial"]),
    ],
)
def test_a_doubtful_number_is_warned_about(typed, doubts):
    assert codes(typed) == doubts


def test_what_was_told_is_compared_with_what_the_number_says():
    assert codes(WOMAN_OF_CIREBON, sex="male") == ["nik_sex"]
    assert codes(WOMAN_OF_CIREBON, birth_date=date(1999, 3, 13)) == ["nik_birth_date"]
    assert codes(WOMAN_OF_CIREBON, sex="undisclosed", birth_date=None) == []


def test_the_century_is_not_compared_because_the_number_does_not_say_it():
    assert codes("3209305203250007", birth_date=date(1925, 3, 12)) == []


def test_a_warning_never_repeats_the_number():
    for typed in (WOMAN_OF_CIREBON, "9999300013990000", "12345"):
        for warning in nik.warnings(typed, sex="male", birth_date=TODAY, on=TODAY):
            assert warning.field == "nik"
            assert typed not in str(warning.message)


areas = st.tuples(*[st.integers(min_value=1, max_value=99)] * 3)
serials = st.integers(min_value=0, max_value=9999)


@given(areas, births, st.sampled_from(["female", "male"]), serials)
def test_a_number_built_from_area_sex_and_day_says_them_again(area, birth, sex, serial):
    day = birth.day + 40 * (sex == "female")
    built = "{:02}{:02}{:02}".format(*area) + f"{day:02}{birth:%m%y}{serial:04}"
    said = nik.parse(built, on=TODAY)
    assert said.subdistrict_code == "{:02}.{:02}.{:02}".format(*area)
    assert said.district_code == said.subdistrict_code[:5]
    assert (said.sex, said.birth_date, said.serial) == (sex, birth, f"{serial:04}")


@given(st.text("0123456789 .-", max_size=40) | st.text(max_size=40))
def test_reading_what_was_read_reads_the_same(text):
    assert nik.normalise(nik.normalise(text)) == nik.normalise(text)


@given(st.text("0123456789", min_size=16, max_size=16))
def test_a_mask_never_shows_the_eight_digits_in_the_middle(digits):
    masked = nik.mask(digits)
    assert masked[4:12] == "*" * 8
    assert len(masked) == 16


@given(st.text(max_size=40))
def test_no_text_is_ever_refused(text):
    nik.warnings(text, sex="female", birth_date=TODAY, on=TODAY)
    nik.parse(text, on=TODAY)


@given(births, st.sampled_from(["female", "male"]))
def test_a_masked_number_shows_neither_birth_date_nor_sub_district(birth, sex):
    assert nik.mask(nik_of(birth, sex=sex)) == "3209********0001"


@given(st.text(max_size=40))
def test_a_masked_text_of_another_length_shows_nothing(text):
    if nik.parse(text, on=TODAY) is None:
        assert set(nik.mask(text)) <= {"*"}
