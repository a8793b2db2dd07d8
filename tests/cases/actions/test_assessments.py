import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from cases.actions import assess, take_on_case
from cases.assessments.trafficking_2026_1 import NINE
from cases.models import Assessment, Case
from cases.transitions import NotPossible, NotYours

NO = {question.code: "no" for question in NINE}
STRONG = {"recruited": "yes", "threatened": "yes", "unpaid": "yes"}


@pytest.fixture
def desk(cast):
    return cast["meja.cirebon"]


def test_needs_and_risk_set_the_level_its_day_and_the_threat(case, desk):
    saved = assess(case, "needs_risk", answers={"threat": "yes", "weapon": "yes"}, by=desk)
    case.refresh_from_db()
    assert saved.result == case.risk == "high"
    assert case.risk_on == timezone.localdate()
    assert case.threat


def test_a_threat_stands_until_somebody_says_that_there_is_none(case, desk):
    assess(case, "needs_risk", answers={"threat": "yes"}, by=desk)
    assess(case, "needs_risk", answers={"suicide": "no"}, by=desk)
    case.refresh_from_db()
    assert case.threat
    assess(case, "needs_risk", answers={"threat": "no"}, by=desk)
    case.refresh_from_db()
    assert not case.threat


@pytest.mark.parametrize(
    ("answers", "found"), [({"recruited": "yes"}, "partial"), (STRONG, "strong")]
)
def test_an_indication_makes_the_case_restricted_at_once(case, desk, cast, answers, found):
    assess(case, "trafficking", answers=answers, by=desk)
    case.refresh_from_db()
    assert (case.trafficking, case.restricted) == (found, True)
    assert not Case.objects.visible_to(desk).filter(pk=case.pk).exists()
    assert not Assessment.objects.visible_to(desk).exists()
    head = cast["supervisor.cirebon"]
    assert not Assessment.objects.visible_to(head).exists()
    take_on_case(case, by=head)
    assert Assessment.objects.visible_to(head).exists()


def test_no_indication_leaves_the_case_open_to_its_desk(case, desk):
    assess(case, "trafficking", answers=NO, by=desk)
    case.refresh_from_db()
    assert (case.trafficking, case.restricted) == ("no", False)


def test_where_nothing_is_known_the_case_stays_unscreened(case, desk):
    assert assess(case, "trafficking", answers={}, by=desk).result == "not_done"
    case.refresh_from_db()
    assert case.trafficking == "not_done"


def test_an_indication_is_only_taken_back_by_a_second_person(make_case, cast):
    counsellor, head = cast["konselor.cirebon"], cast["supervisor.cirebon"]
    case = make_case(by=counsellor)
    assess(case, "trafficking", answers=STRONG, by=counsellor)
    assess(case, "trafficking", answers=NO, by=counsellor)
    case.refresh_from_db()
    assert case.trafficking == "strong"
    assess(case, "trafficking", answers={}, by=head)
    case.refresh_from_db()
    assert case.trafficking == "strong"
    assess(case, "trafficking", answers=NO, by=head)
    case.refresh_from_db()
    assert (case.trafficking, case.restricted) == ("no", True)


def test_the_database_keeps_an_indication_restricted(case):
    with pytest.raises(IntegrityError), transaction.atomic():
        Case.objects.filter(pk=case.pk).update(trafficking="partial")


def test_a_later_assessment_stands_beside_the_earlier_one(case, desk):
    first = assess(case, "needs_risk", answers={"suicide": "yes"}, by=desk)
    assess(case, "needs_risk", answers={"suicide": "no"}, by=desk)
    kept = Assessment.objects.get(pk=first.pk)
    assert (kept.result, kept.answers["suicide"]) == ("high", "yes")
    assert Assessment.objects.filter(case=case).count() == 2


def test_answers_are_encrypted_in_the_column(case, desk):
    assess(case, "needs_risk", answers={"suicide": "yes"}, note="Perlu ditemani.", by=desk)
    with connection.cursor() as cursor:
        cursor.execute("SELECT answers, note FROM cases_assessment")
        stored = str(cursor.fetchall())
    assert "suicide" not in stored and "ditemani" not in stored


def test_before_the_limits_are_explained_codes_are_taken_and_words_are_not(make_case, cast):
    head = cast["supervisor.cirebon"]
    secret = make_case(restricted=True, types=(), account="")
    assert assess(secret, "needs_risk", answers={"threat": "yes"}, by=head).result == "medium"
    with pytest.raises(ValidationError):
        assess(secret, "needs_risk", answers={}, note="Ceritanya.", by=head)


def test_a_stranger_and_an_ended_case_are_refused(case, desk, cast):
    with pytest.raises(NotYours):
        assess(case, "needs_risk", answers={}, by=cast["wcc.cirebon"])
    with pytest.raises(KeyError):
        assess(case, "horoscope", answers={}, by=desk)
    Case.objects.filter(pk=case.pk).update(state="resolved")
    with pytest.raises(NotPossible):
        assess(case, "needs_risk", answers={}, by=desk)
