"""Who sees which part of a chain of referrals."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cases import actions
from cases.chains import chain_of
from cases.models import Referral
from ltsa.notifications.models import Notification
from ltsa.timeline.models import Event

pytestmark = pytest.mark.django_db


@pytest.fixture
def chain(referral, cast):
    """Three houses, one after the other; each offered on from the one before."""
    found = [referral]
    for who in ("sbmi.cirebon", "uptdppa.cirebon"):
        agreed = {"method": "signature", "expires_on": timezone.localdate() + timedelta(days=30)}
        to = cast[who].posting.organisation
        desk = cast["meja.cirebon"]
        found.append(actions.reoffer_referral(found[-1], to=to, consent=agreed, by=desk))
    return found


def test_the_sender_reads_the_whole_chain_from_any_of_its_members(chain, cast):
    for one in chain:
        assert chain_of(one, cast["meja.cirebon"]) == chain


def test_a_house_of_the_chain_sees_its_own_referral_and_no_sign_of_the_others(chain, cast, as_user):
    assert chain_of(chain[1], cast["sbmi.cirebon"]) == [chain[1]]
    shown = as_user("sbmi.cirebon").get(f"/rujukan/{chain[1].pk}/").text
    assert "Rangkaian rujukan" not in shown
    assert not any(one.code in shown for one in (chain[0], chain[2]))


def test_a_house_that_was_asked_twice_sees_both_and_nothing_between(chain, cast, make_referral):
    again = make_referral(chain[0].case, to="wcc.cirebon", previous=chain[2])
    assert chain_of(again, cast["wcc.cirebon"]) == [chain[0], again]


def test_a_house_beside_it_sees_nothing_of_it(chain, cast):
    assert chain_of(chain[0], cast["meja.tulungagung"]) == []


def test_the_page_marks_where_one_is_and_links_the_rest(chain, as_user):
    shown = as_user("meja.cirebon").get(f"/rujukan/{chain[1].pk}/")
    assert [row["here"] for row in shown.context["chain"]] == [False, True, False]
    assert "Rangkaian rujukan" in shown.text
    assert f'href="/rujukan/{chain[2].pk}/"' in shown.text
    assert f'href="/rujukan/{chain[1].pk}/"' not in shown.text


def test_a_referral_alone_asks_nothing_and_shows_no_chain(
    referral, as_user, django_assert_max_num_queries
):
    with django_assert_max_num_queries(40) as asked:
        shown = as_user("meja.cirebon").get(f"/rujukan/{referral.pk}/")
    assert "Rangkaian rujukan" not in shown.text
    assert not any("RECURSIVE" in one["sql"] for one in asked.captured_queries)


def test_of_a_restricted_case_who_is_not_on_the_team_sees_no_chain(
    make_case, make_referral, cast, wcc
):
    case = make_case(by=wcc, restricted=True, types=())
    first = make_referral(case, by=wcc, to="uptdppa.cirebon")
    actions.withdraw_referral(first, by=wcc)
    second = make_referral(case, by=wcc, to="sbmi.cirebon", previous=first)
    case.members.filter(user=wcc).update(until=timezone.now())
    assert chain_of(Referral.objects.get(pk=second.pk), wcc) == []


@pytest.fixture
def onward(cast, make_referral, make_case):
    """The desk refers a client to the women's centre, which refers her on from a case of its own."""
    first = make_referral(disclose=["identity", "contact", "needs"])
    actions.accept_referral(first, by=cast["wcc.cirebon"])
    own = make_case(first.case.migrant, by="wcc.cirebon")
    return first, make_referral(own, to="uptdppa.cirebon", by="wcc.cirebon")


def test_a_house_that_serves_her_refers_her_on_in_the_same_chain(cast, onward):
    first, second = onward
    assert second.previous == first
    assert [row.pk for row in chain_of(second, cast["wcc.cirebon"])] == [first.pk, second.pk]
    # The first sender learns that she was referred on, and neither where nor why.
    assert chain_of(first, cast["meja.cirebon"]) == [first]
    assert Event.objects.filter(subject=first.pk, verb="referral.refer_on").count() == 1
    told = Notification.objects.filter(subject=first.pk, kind="referral_moved")
    assert {line.user.username for line in told} == {"meja.cirebon"}


def test_her_page_leads_the_recipient_on_and_an_onward_referral_is_no_second_offer(
    cast, as_user, onward
):
    first, second = onward
    page = as_user("wcc.cirebon").get(f"/rujukan/{first.pk}/").text
    assert f"/kasus/{second.case_id}/rujuk/" in page
    assert "Rujuk lanjut" not in as_user("meja.cirebon").get(f"/rujukan/{first.pk}/").text
    consent = {"method": "signature", "expires_on": timezone.localdate()}
    actions.return_referral(first, reason="Perlu rumah aman.", by=cast["wcc.cirebon"])
    house = cast["sbmi.cirebon"].posting.organisation
    again = actions.reoffer_referral(first, to=house, consent=consent, by=cast["meja.cirebon"])
    assert again.previous == first


def test_rule_1_an_onward_referral_of_a_restricted_case_tells_the_first_sender_nothing(
    cast, make_referral, make_case
):
    first = make_referral()
    actions.accept_referral(first, by=cast["wcc.cirebon"])
    told = {"types": ["GBV01"], "by": "supervisor.wcc.cirebon", "limits_explained": True}
    own = make_case(first.case.migrant, **told)
    second = make_referral(own, to="uptdppa.cirebon", by="supervisor.wcc.cirebon", disclose=[])
    assert second.previous is None
    assert not Event.objects.filter(subject=first.pk, verb="referral.refer_on").exists()


def told_of(first) -> int:
    return Event.objects.filter(subject=first.pk, verb="referral.refer_on").count()


def test_rule_1_a_case_that_was_restricted_since_the_draft_tells_the_first_sender_nothing(
    cast, make_referral, make_case
):
    wcc = cast["wcc.cirebon"]
    first = make_referral(disclose=["identity", "contact", "needs"])
    actions.accept_referral(first, by=wcc)
    own = make_case(first.case.migrant, by="wcc.cirebon")
    draft = make_referral(own, to="uptdppa.cirebon", by="wcc.cirebon", sent=False)
    actions.restrict_case(own, by=wcc)
    assert draft.previous == first
    actions.send_referral(Referral.objects.get(pk=draft.pk), by=wcc)
    assert told_of(first) == 0


def test_rule_7_after_she_took_her_consent_back_the_first_sender_hears_of_no_further_house(
    cast, make_referral, make_case
):
    wcc = cast["wcc.cirebon"]
    first = make_referral(disclose=["identity", "contact", "needs"])
    actions.accept_referral(first, by=wcc)
    own = make_case(first.case.migrant, by="wcc.cirebon")
    draft = make_referral(
        own, to="uptdppa.cirebon", by="wcc.cirebon", sent=False, disclose=["needs"]
    )
    actions.withdraw_consent(first.consent, by=cast["meja.cirebon"])
    actions.send_referral(Referral.objects.get(pk=draft.pk), by=wcc)
    assert told_of(first) == 0
