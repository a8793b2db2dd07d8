from hypothesis import given
from hypothesis import strategies as st

from cases.assessments import version_of
from cases.assessments.trafficking_2026_1 import MEANS, NINE, PROCESS, PURPOSE, elements_of

FORM = version_of("trafficking", "2026-1")
RANK = ["not_done", "no", "partial", "strong"]
CODES = [question.code for question in FORM.questions]
ANSWERS = st.fixed_dictionaries({code: st.sampled_from(["yes", "no", "unknown"]) for code in CODES})


def result(**answers) -> str:
    return FORM.finding(answers).code


def test_nine_questions_speak_for_the_three_elements_of_the_law():
    codes = [question.code for question in NINE]
    assert [codes.index(code) + 1 for code in PROCESS] == [1, 2, 3, 4]
    assert [codes.index(code) + 1 for code in MEANS] == [2, 3, 5, 6]
    assert [codes.index(code) + 1 for code in PURPOSE] == [7, 8, 9]


def test_strong_needs_a_yes_for_process_means_and_purpose():
    assert result(recruited="yes", threatened="yes", unpaid="yes") == "strong"
    assert result(recruited="yes", threatened="yes") == "partial"
    assert result(deceived="yes", confined="yes") == "strong"  # question 2 is process and means


def test_of_a_child_the_means_need_not_be_shown():
    assert result(child="yes", moved="yes", exploited="yes") == "strong"
    assert result(child="no", moved="yes", exploited="yes") == "partial"


def test_no_yes_is_no_indication_and_nothing_known_is_not_done():
    assert result(**dict.fromkeys(CODES, "no")) == "no"
    assert result(recruited="no") == "no"
    assert result() == result(child="yes") == "not_done"


@given(ANSWERS, st.sampled_from(CODES))
def test_turning_an_answer_to_yes_never_lowers_the_result(answers, code):
    before, after = FORM.finding(answers).code, FORM.finding(answers | {code: "yes"}).code
    assert RANK.index(after) >= RANK.index(before)


@given(ANSWERS)
def test_an_indication_is_there_exactly_when_one_of_the_nine_is_yes(answers):
    said = any(answers[question.code] == "yes" for question in NINE)
    assert (FORM.finding(answers).code in ("partial", "strong")) == said
    assert any(elements_of(answers).values()) == said


def test_the_result_says_which_elements_it_rests_on():
    reasons = [str(one) for one in FORM.finding({"recruited": "yes", "child": "yes"}).reasons]
    assert reasons == [
        "Proses: ada", "Cara: tidak perlu, karena anak", "Tujuan: belum ada",
    ]  # fmt: skip
