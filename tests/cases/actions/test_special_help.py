from cases import actions
from cases.models import Case


def test_one_tap_opens_a_restricted_case_without_type_or_story(cast, migrant):
    case = actions.ask_special_help(migrant, by=cast["meja.cirebon"])
    assert case.restricted
    assert case.primary_type is None
    assert case.account == ""
    assert case.limits_explained_at is None


def test_a_second_tap_finds_the_same_case_until_it_is_handed_over(cast, migrant):
    desk, wcc = cast["meja.cirebon"], cast["wcc.cirebon"]
    case = actions.ask_special_help(migrant, by=desk)
    assert actions.ask_special_help(migrant, by=desk) == case
    actions.hand_over_case(case, to=wcc.posting.organisation, method="witness", by=desk)
    assert actions.ask_special_help(migrant, by=desk) != case
    assert Case.objects.filter(migrant=migrant).count() == 2
