import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltsa.names import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Siti", "Sitti"),
        ("Suharti", "Soeharti"),
        ("Djumini", "Jumini"),
        ("Yati", "Jati"),
        ("Chotimah", "Khotimah"),
        ("Nur Aini", "AINI  Nur"),
        ("Ibu Siti Aminah binti Karta", "siti aminah karta"),
        ("Tjahjani", "Cahyani"),
        ("Zubaidah", "Subaidah"),
        ("Novi", "Nofi"),
        ("Sri Wahyuni", "Wahjuni, Sri"),
        ("Ma'rifah", "Marifah"),
    ],
)
def test_one_person_many_papers(one, other):
    assert fold(one) == fold(other)


def test_titles_alone_are_a_name_all_the_same():
    assert fold("Hj.") == "hj"


@pytest.mark.parametrize("nothing", ["", "  ", "😀", "\u202e", "'", "李"])
def test_what_holds_no_letter_folds_into_nothing(nothing):
    assert fold(nothing) == ""


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once_and_keeps_plain_letters_only(text):
    folded = fold(text)
    assert set(folded) <= set("abcdefghijklmnopqrstuvwxyz0123456789 ")
    assert not folded.startswith(" ")
