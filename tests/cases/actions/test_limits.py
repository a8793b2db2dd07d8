import pytest
from django.core.exceptions import ValidationError

from cases import actions
from cases.models import Case, CaseType
from cases.transitions import NotYours
from ltsa.timeline.models import Event
from ltsa.versions import Stale
from tests.cases.survivors import explained, in_a_week, incident


@pytest.mark.parametrize("answer", ["think", "general"])
def test_only_the_wish_to_go_on_opens_the_words(silent, wcc, answer):
    case = actions.explain_limits(silent, answer=answer, by=wcc)
    assert case.limits_explained_at is None
    assert Event.objects.about(case.pk).get(verb="case.limits").detail == {"answer": answer}
    assert explained(case, wcc).limits_explained_at is not None


def test_an_answer_that_nobody_can_give_is_refused(silent, wcc):
    with pytest.raises(ValidationError):
        actions.explain_limits(silent, answer="maybe", by=wcc)


def test_no_word_of_hers_is_taken_before_the_limits_are_explained(silent, wcc):
    version = silent.version
    words = {"safe_person": "Bibi Contoh"}
    for attempt in (
        lambda: actions.write_account(silent, account="Cerita.", version=version, by=wcc),
        lambda: incident(silent, wcc, account="Cerita."),
        lambda: actions.add_note(silent, text="Cerita.", by=wcc),
        lambda: actions.write_safety_plan(silent, answers=words, review_on=in_a_week(), by=wcc),
    ):
        with pytest.raises(ValidationError):
            attempt()
    assert not silent.incidents.exists()
    assert not silent.safety_plans.exists()
    assert Case.objects.get(pk=silent.pk).account == ""


def test_a_restricted_case_takes_no_story_at_its_opening_without_the_limits(make_case):
    with pytest.raises(ValidationError) as refused:
        make_case(by="wcc.cirebon", restricted=True, types=(), account="Cerita.")
    assert "limits_explained" in refused.value.error_dict


def test_the_account_comes_later_and_the_earlier_one_stays_in_the_history(told, wcc):
    first = actions.write_account(told, account="Pertama.", version=told.version, by=wcc)
    actions.write_account(first, account="Kedua.", version=first.version, by=wcc)
    kept = Case.pgh_event_model.objects.filter(pgh_obj=told.pk).values_list("account", flat=True)
    assert {"Pertama.", "Kedua."} <= set(kept)


def test_a_stale_account_is_not_written_over_a_newer_one(told, wcc):
    actions.write_account(told, account="Pertama.", version=told.version, by=wcc)
    with pytest.raises(Stale):
        actions.write_account(told, account="Kedua.", version=told.version, by=wcc)


def test_the_types_are_chosen_later_without_any_word(silent, wcc):
    kinds = [CaseType.objects.get(code=code) for code in ("GBV04", "KEL01")]
    case = actions.set_types(silent, types=kinds, version=silent.version, by=wcc)
    assert case.primary_type_id == "GBV04"
    assert list(case.secondary_types.values_list("pk", flat=True)) == ["KEL01"]
    with pytest.raises(Stale):
        actions.set_types(silent, types=kinds, version=silent.version, by=wcc)


def test_an_ordinary_case_is_not_written_through_this_door(case, cast):
    with pytest.raises(NotYours):
        actions.explain_limits(case, answer="go_on", by=cast["meja.cirebon"])


def test_another_house_explains_nothing_in_this_case(silent, cast):
    with pytest.raises(NotYours):
        actions.explain_limits(silent, answer="go_on", by=cast["uptdppa.cirebon"])
