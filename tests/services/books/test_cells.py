"""What people write into cells, and what is kept of it: right, or refused; never something else."""

from datetime import date, time, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from services.books import cells
from services.books.cells import Unreadable
from services.codes import Channel, ClientType, Outcome, Phase, SessionKind, Sex, Topic

MONTHS = "januari februari maret april mei juni juli agustus september oktober november desember"
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize("codes", [Sex, ClientType, Phase, Channel, SessionKind, Outcome, Topic])
def test_every_label_and_every_value_of_a_list_is_read(codes):
    for value, label in codes.choices:
        assert cells.read_code(str(label), codes) == value
        assert cells.read_code(f"  {str(label).upper()} ", codes) == value
        assert cells.read_code(value, codes) == value


def test_no_other_word_stands_for_two_codes():
    for lists in cells.WORDS.values():
        words = " ".join(lists.values()).split()
        assert len(words) == len(set(words))


@given(st.text(max_size=40))
@example("P")
@example("laki2")
def test_any_word_for_a_sex_is_read_or_refused(text):
    try:
        assert cells.read_code(text, Sex) in {*Sex.values, ""}
    except Unreadable as error:
        assert error.code == "choice"


@given(DAYS, st.sampled_from(["{d:02}/{m:02}/{y}", "{d}-{m}-{y}", "{d}.{m}.{y}", "{y}-{m:02}-{d:02}", "{d} {name} {y}", "{d} / {m} / {y}", "{d:02}/{m:02}/{y} 14.30", "{y}-{m:02}-{d:02}T09:15:00"]))  # fmt: skip
def test_a_day_is_read_however_it_is_written(day, shape):
    name = MONTHS.split()[day.month - 1].title()
    text = shape.format(d=day.day, m=day.month, y=day.year, name=name)
    assert cells.read_date(text) == day


@given(st.integers(20_000, 69_999))
def test_a_day_that_excel_shows_as_a_number_is_read(number):
    assert cells.read_date(str(number)) == date(1899, 12, 30) + timedelta(days=number)


@given(st.text(max_size=60))
@example("31/02/2026")
@example("00/00/0000")
@example("1/1/9999")
@example("²/1/2020")
def test_any_text_is_a_day_of_our_time_or_refused(text):
    try:
        found = cells.read_date(text, born_by=date(2026, 11, 23))
    except Unreadable as error:
        assert error.code == "date"
    else:
        assert found is None or 1900 <= found.year <= 2100


@given(DAYS.filter(lambda day: date(1927, 1, 1) < day <= date(2026, 11, 23)))
def test_a_birth_with_two_digits_of_the_year_is_the_latest_one_possible(day):
    assert cells.read_date(f"{day:%d/%m/%y}", born_by=date(2026, 11, 23)) == day


@given(st.from_regex(r"8[1-9][0-9]{8,9}", fullmatch=True), st.sampled_from(["0{}", "+62{}", "62{}", "{}", "'0{}", " 0{} "]))  # fmt: skip
def test_a_mobile_number_is_read_with_or_without_its_zero(digits, shape):
    assert cells.read_phone(shape.format(digits)) == f"+62{digits}"


@given(st.text(max_size=60))
@example("8,12E+10")
@example("≈81234567890123456")
def test_any_text_is_a_number_in_e164_or_refused(text):
    try:
        found = cells.read_phone(text)
    except Unreadable as error:
        assert error.code in ("phone", "rounded")
    else:
        assert found == "" or (found[0] == "+" and found[1:].isdigit())


def test_a_nik_that_excel_has_rounded_is_refused():
    for text in ("3,20915E+15", "3.20915e15", "≈3209145708990000"):
        with pytest.raises(Unreadable, match="rounded"):
            cells.read_nik(text)
    assert cells.read_nik("'3209 1457 0899 0003") == "3209145708990003"


@pytest.mark.parametrize(
    ("text", "band"),
    [("27", "25-35"), ("17 th", "<18"), ("46+", "46+"), ("25 - 35", "25-35"), ("> 46", "46+"), ("", ""), ("-", "")],
)  # fmt: skip
def test_an_age_or_a_band_becomes_a_band(text, band):
    assert cells.read_age_band(text) == band


@pytest.mark.parametrize("text", ["dua puluh", "270", "12-99"])
def test_another_age_is_refused(text):
    with pytest.raises(Unreadable):
        cells.read_age_band(text)


def test_topics_are_told_apart_by_semicolons_and_by_commas():
    assert cells.read_topics("Biaya; kontrak") == ["contracts", "costs"]
    assert cells.read_topics("biaya, BPJS") == ["costs", "social_security"]
    assert cells.read_topics(str(Topic.VACANCIES.label)) == ["vacancies"]


def test_a_clock_is_read_and_a_wrong_one_refused():
    assert cells.read_time("14.30 WIB") == time(14, 30)
    assert cells.clock_behind("09/08/2026 14.30") == time(14, 30)
    assert cells.clock_behind("09/08/2026") is None
    with pytest.raises(Unreadable):
        cells.read_time("25.00")


def test_somebody_without_a_name_is_nobody():
    assert [cells.read_name(text) for text in ("", "Anonim", "tanpa nama", "NN")] == [""] * 4
    assert cells.read_name("  Siti   Contoh ") == "Siti Contoh"
    with pytest.raises(Unreadable):
        cells.read_name("12345")
