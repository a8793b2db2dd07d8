"""The count matrix: what is typed into its boxes is what is counted, cell by cell."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.forms import GroupSessionForm
from services.forms.group import cell, cells, disabled_cell

pytestmark = pytest.mark.django_db
MEETING = {
    "title": "Penyuluhan contoh",
    "channel": "village_post",
    "kind": "information",
    "started_at": "01/10/2026 09.00",
    "outcome": "enough",
}
BOXES = st.fixed_dictionaries(
    {}, optional={key: st.tuples(st.integers(0, 999), st.integers(0, 999)) for key in cells()}
)


def filled(cast, boxes: dict, **more) -> GroupSessionForm:
    typed = MEETING | more
    for key, (count, disability) in boxes.items():
        typed |= {cell(*key): str(count), disabled_cell(*key): str(disability)}
    return GroupSessionForm(typed, user=cast["meja.cirebon"])


@settings(max_examples=25, deadline=None)
@given(boxes=BOXES)
def test_every_box_becomes_the_cell_it_stands_for(boxes):
    form = GroupSessionForm(_typed(boxes), user=OFFICER)
    possible = all(disability <= count for count, disability in boxes.values())
    somebody = any(count for count, _disability in boxes.values())
    assert form.is_valid() == (possible and somebody)
    if form.is_valid():
        counted = {
            (row["sex"], row["phase"], row["age_band"]): (row["count"], row["disability"])
            for row in form.cleaned_data["counts"]
        }
        assert counted == {key: pair for key, pair in boxes.items() if pair[0]}


def _typed(boxes: dict) -> dict:
    typed = dict(MEETING)
    for key, (count, disability) in boxes.items():
        typed |= {cell(*key): str(count), disabled_cell(*key): str(disability)}
    return typed


class OFFICER:
    class posting:
        district_id = "32.09"

    pk = None

    @staticmethod
    def can(*permissions) -> bool:
        return True


def test_a_meeting_without_anybody_is_asked_about(cast):
    form = filled(cast, {})
    assert form.has_error("__all__", "nobody")


def test_a_meeting_of_names_alone_needs_no_number(cast):
    assert filled(cast, {}, do="names").is_valid()


def test_a_quiz_needs_its_best_score(cast):
    form = filled(cast, {cells()[0]: (3, 0)}, quiz_before="5")
    assert "quiz_of" in form.errors


def test_a_score_above_the_best_is_refused(cast):
    form = filled(cast, {cells()[0]: (3, 0)}, quiz_of="10", quiz_after="11")
    assert "quiz_after" in form.errors
