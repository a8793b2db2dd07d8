import pytest
from django.core.exceptions import ValidationError

from cases import actions
from cases.models import Case
from cases.transitions import NotPossible
from ltsa.timeline.models import Event
from ltsa.versions import Stale
from services.models import AccessGrant


def walk(case, *verbs, by):
    for verb in verbs:
        case = actions.move_case(case, verb, by=by)
    return case


def test_a_sensitive_story_is_taken_only_after_the_limits_were_explained(make_case):
    with pytest.raises(ValidationError) as refusal:
        make_case(types=["GBV02"])
    assert "limits_explained" in refusal.value.message_dict
    assert not Case.objects.exists()


def test_an_ordinary_case_needs_its_type_and_its_story(make_case):
    with pytest.raises(ValidationError) as refusal:
        make_case(types=[], account=" ")
    assert set(refusal.value.message_dict) == {"types", "account"}


def test_a_case_goes_its_whole_way_and_leaves_an_event_a_step(cast, case):
    way = ["verify", "start", "wait_for_client", "resume", "monitor", "resolve", "reopen", "start"]
    case = walk(case, *way, by=cast["meja.cirebon"])
    assert case.state == "in_progress"
    verbs = Event.objects.filter(subject=case.pk).order_by("at").values_list("verb", flat=True)
    assert list(verbs) == [f"case.{verb}" for verb in ["open", *way]]


def test_the_second_of_two_officers_is_told(cast, case):
    read = case.version
    actions.move_case(case, "verify", version=read, by=cast["meja.cirebon"])
    with pytest.raises(NotPossible):
        actions.move_case(case, "verify", version=read, by=cast["meja.cirebon"])
    with pytest.raises(Stale):
        actions.move_case(case, "start", version=read, by=cast["meja.cirebon"])


def test_rule_1_the_team_of_a_restricted_case_is_named(cast, make_case):
    case = make_case(types=["GBV02"], account="", by="meja.cirebon")
    team = {member.user for member in case.members.current()}
    assert team == set()
    assert Case.objects.waiting_for(cast["supervisor.cirebon"]).filter(pk=case.pk).exists()
    assert case.owner is None


def test_handing_over_gives_the_case_the_client_and_the_team_to_the_partner_once(cast, make_case):
    desk, wcc = cast["meja.cirebon"], cast["wcc.cirebon"]
    case = make_case(types=["GBV02"], account="", by=desk)
    there = wcc.posting.organisation
    actions.hand_over_case(case, to=there, method="witness", people=[wcc], by=desk)
    case.refresh_from_db()
    assert case.organisation == there
    assert wcc in {member.user for member in case.members.current()}
    assert AccessGrant.objects.current().filter(subject=case.pk, user=wcc).exists()
    with pytest.raises(ValidationError):
        actions.hand_over_case(case, to=there, method="witness", by=desk)


def test_nobody_to_take_it_is_an_error_at_the_field(cast, make_case):
    case = make_case(types=["GBV02"], account="")
    village = cast["kader.cirebon"].posting.organisation
    with pytest.raises(ValidationError) as refusal:
        actions.hand_over_case(case, to=village, method="witness", by=cast["meja.cirebon"])
    assert "to" in refusal.value.message_dict
