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
def test_plain_letters_alone_are_kept(text):
    folded = fold(text)
    assert set(folded) <= set("abcdefghijklmnopqrstuvwxyz0123456789 ")
    assert not folded.startswith(" ")


words = st.text("abcdefghijklmnopqrstuvwxyzABCDEFGH'-.", min_size=1, max_size=12)


@given(st.text(max_size=60) | st.lists(words, max_size=5).map(" ".join))
def test_folding_what_is_folded_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(
    st.lists(words, max_size=5).flatmap(lambda one: st.tuples(st.just(one), st.permutations(one)))
)
def test_the_order_of_the_words_does_not_matter(both):
    one, other = both
    assert fold(" ".join(one)) == fold(" ".join(other))


@given(st.text("abcdefghijklmnopqrstuvwxyz ", min_size=1, max_size=30), st.integers(min_value=0))
def test_a_double_letter_does_not_matter(text, where):
    where %= len(text)
    assert fold(text[:where] + text[where] + text[where:]) == fold(text)
