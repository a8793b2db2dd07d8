import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from ltsa import phone

mobiles = st.from_regex(r"8[1-9][0-9]{7,10}", fullmatch=True)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("081234567890", "+6281234567890"),
        ("0812-3456-7890", "+6281234567890"),
        ("0812 3456 7890", "+6281234567890"),
        ("(0812) 3456.7890", "+6281234567890"),
        ("6281234567890", "+6281234567890"),
        ("+62 812 3456 7890", "+6281234567890"),
        ("+62 0812 3456 7890", "+6281234567890"),
        ("0062 812 3456 7890", "+6281234567890"),
        ("81234567890", "+6281234567890"),
        ("\u202a+62 812-3456-7890\u202c", "+6281234567890"),
        ("０８１２３４５６７８９０", "+6281234567890"),
        ("0231 203040", "+62231203040"),
        ("+852 6123 4567", "+85261234567"),
        ("00852 6123 4567", "+85261234567"),
        ("+886 912 345 678", "+886912345678"),
        ("+60 12-345 6789", "+60123456789"),
        ("+65 8123 4567", "+6581234567"),
        ("+966 51 234 5678", "+966512345678"),
        ("+81 90-1234-5678", "+819012345678"),
        ("+82 10-1234-5678", "+821012345678"),
        ("+971 50 123 4567", "+971501234567"),
        ("", ""),
        ("   ", ""),
    ],
)
def test_a_number_is_stored_the_same_however_it_is_written(typed, stored):
    assert phone.normalise(typed) == stored


@pytest.mark.parametrize(
    "typed",
    [
        "0812",
        "0812345",
        "08123456789012345",
        "080123456789",
        "203040",
        "+852 6123",
        "0812-ABCD-EFGH",
        "nomor suami",
        "+",
        "+000",
        "+999999",
        "++62",
        "0812\x003456789",
        "0812<script>",
        "0812;ext=1",
        "8" * 5000,
    ],
)
def test_what_cannot_be_a_number_is_refused_with_an_example(typed):
    with pytest.raises(ValidationError) as refusal:
        phone.normalise(typed)
    assert refusal.value.code == "phone"
    assert "0812" in refusal.value.message


@given(mobiles, st.sampled_from(["0", "62", "+62", "+62 ", "0062", ""]))
def test_every_indonesian_mobile_is_taken_in_every_spelling(mobile, prefix):
    grouped = f"{mobile[:3]}-{mobile[3:7]} {mobile[7:]}"
    assert phone.normalise(prefix + mobile) == f"+62{mobile}"
    assert phone.normalise(prefix + grouped) == f"+62{mobile}"


@given(mobiles)
def test_showing_and_reading_back_gives_the_same_number(mobile):
    stored = phone.normalise(f"0{mobile}")
    assert phone.normalise(stored) == stored
    assert phone.normalise(phone.display(stored)) == stored


@given(st.text(max_size=60) | st.text("0123456789+-() ", max_size=30))
def test_any_text_gives_a_number_or_a_clear_refusal(text):
    try:
        stored = phone.normalise(text)
    except ValidationError:
        return
    assert stored == "" or stored.startswith("+")
    assert phone.normalise(stored) == stored


def test_a_number_is_shown_as_people_write_it_at_home_and_abroad():
    assert phone.display("+6281234567890") == "0812-3456-7890"
    assert phone.display("+85261234567") == "+852 6123 4567"
    assert phone.display("rusak") == "rusak"


def test_a_masked_number_keeps_country_and_last_four_digits():
    assert phone.mask("+6281234567890") == "+62*******7890"
    assert phone.mask("+85261234567") == "+852****4567"
    assert phone.mask("+6221123") == "+62*****"
    assert phone.mask("rahasia") == "*******"


@given(mobiles)
def test_a_masked_number_never_shows_its_middle(mobile):
    masked = phone.mask(f"+62{mobile}")
    assert masked.count("*") == len(mobile) - 4
    assert masked.endswith(mobile[-4:])
