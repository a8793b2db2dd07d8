import pytest

from cases.gbvims import QUESTIONS, classify
from tests.cases.survivors import NO


@pytest.mark.parametrize("code", [code.value for code, _question in QUESTIONS])
def test_the_first_yes_wins(code):
    order = [one.value for one, _question in QUESTIONS]
    later = dict.fromkeys(order[order.index(code) :], "yes")
    assert classify(NO | later) == code


def test_what_is_left_out_does_not_stand_in_the_way_of_a_later_yes():
    assert classify({"rape": "skipped", "physical": "yes"}) == "physical"


def test_nothing_is_classified_while_a_question_is_open_and_none_is_yes():
    assert classify(NO | {"psychological": "skipped"}) == ""
    assert classify({}) == ""


def test_it_is_no_violence_when_every_question_was_answered_no():
    assert classify(NO) == "not_gbv"
