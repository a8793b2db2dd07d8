"""An ordinary case that turns out to be one of trafficking vanishes from everybody but its team."""

import pytest

from cases import actions, notices
from cases.gbvims import SEXUAL_TYPES
from cases.models import Case, CaseType, Referral
from cases.reminders import tell
from cases.reporting import CLOCK
from ltsa.clocks.models import Clock
from ltsa.notifications.models import Notification
from ltsa.organisations.actions import create_agency
from ltsa.timeline.models import Event
from services.models import AccessGrant, Consent, Migrant


def sees(user, case) -> bool:
    return Case.objects.visible_to(user).filter(pk=case.pk).exists()


@pytest.fixture
def closed(case, cast):
    return actions.restrict_case(case, by=cast["meja.cirebon"])


def test_rule_1_nobody_is_on_the_team_when_the_worker_may_not(closed, cast):
    assert Case.objects.waiting_for(cast["supervisor.cirebon"]).filter(pk=closed.pk).exists()
    for who in (
        "supervisor.cirebon",
        "meja.cirebon",
        "admin.cirebon",
        "konselor.cirebon",
        "sbmi.cirebon",
        "ppdp",
    ):
        assert not sees(cast[who], closed)
    assert closed.owner is None


def test_rule_1_a_worker_who_may_stays_on_the_team_and_owns_it(make_case, cast):
    counsellor = cast["konselor.cirebon"]
    closed = actions.restrict_case(make_case(by=counsellor), by=counsellor)
    assert sees(counsellor, closed)
    assert not sees(cast["supervisor.cirebon"], closed)
    assert closed.owner == counsellor


def test_rule_2_who_opened_it_keeps_code_and_state_and_nothing_more(closed, case, as_user):
    page = as_user("meja.cirebon").get(f"/kasus/{closed.pk}/")
    assert page.status_code == 200
    text = page.content.decode()
    assert case.code in text
    assert "Biaya diminta" not in text
    assert "Suharti" not in text


def test_rule_1_it_is_in_no_list_search_or_api_of_others(closed, as_user, api):
    for who in ("admin.cirebon", "konselor.cirebon"):
        client = as_user(who)
        for answer in (client.get("/kasus/?tampil=semua"), client.get("/beranda/")):
            assert closed.code not in answer.content.decode(), who
        assert client.get(f"/kasus/{closed.pk}/").status_code == 404
    assert api("admin.cirebon").get(f"/api/v1/cases/{closed.pk}/").status_code == 404


def test_its_referrals_and_their_consents_become_restricted(case, make_referral, cast):
    sent = make_referral(case)
    actions.restrict_case(case, by=cast["meja.cirebon"])
    assert Referral.objects.get(pk=sent.pk).restricted
    assert Consent.objects.get(pk=sent.consent_id).restricted
    assert not Referral.objects.visible_to(cast["admin.cirebon"]).filter(pk=sent.pk).exists()
    assert not Referral.objects.visible_to(cast["meja.cirebon"]).filter(pk=sent.pk).exists()
    assert Referral.objects.visible_to(cast["wcc.cirebon"]).filter(pk=sent.pk).exists()


def test_rule_4_whoever_wrote_the_referral_hears_no_more_of_it(case, make_referral, cast):
    sent = make_referral(case)
    closed = actions.restrict_case(case, by=cast["meja.cirebon"])
    actions.take_on_case(closed, by=cast["supervisor.cirebon"])
    Notification.objects.all().delete()
    notices.referral_answered(
        Referral.objects.get(pk=sent.pk), "referral_accepted", by=cast["wcc.cirebon"]
    )
    told = set(Notification.objects.values_list("user__username", flat=True))
    assert told == {"supervisor.cirebon"}


def test_rule_4_whoever_may_take_it_on_gets_a_neutral_line(closed, cast):
    lines = Notification.objects.filter(subject=closed.pk)
    assert {(line.user.username, line.kind) for line in lines} == {
        ("supervisor.cirebon", "case_handed_over")
    }


def test_the_client_is_shielded_and_the_event_names_no_client(closed):
    assert Migrant.objects.get(pk=closed.migrant_id).shielded
    assert Event.objects.get(subject=closed.pk, verb="case.restrict").client is None


def test_the_agency_is_no_longer_counted_for_it(make_case, cast):
    desk = cast["meja.cirebon"]
    agency = create_agency(name="PT Contoh Karya", kind="p3mi", by=cast["admin.cirebon"])
    case = make_case(agency=agency)
    actions.move_case(case, "verify", by=desk)
    actions.move_case(case, "start", by=desk)
    agency.refresh_from_db()
    assert agency.complaints == 1
    actions.restrict_case(case, by=desk)
    agency.refresh_from_db()
    assert agency.complaints == 0


def test_to_restrict_twice_changes_nothing_more(closed, cast):
    again = actions.restrict_case(closed, by=cast["supervisor.cirebon"])
    assert again.version == closed.version
    assert Event.objects.filter(subject=closed.pk, verb="case.restrict").count() == 1


def test_it_can_be_handed_over_by_who_opened_it(closed, cast):
    house = cast["wcc.cirebon"].posting.organisation
    desk = cast["meja.cirebon"]
    assert Case.objects.to_hand_over_by(desk).filter(pk=closed.pk).exists()
    actions.hand_over_case(
        closed, to=house, method="signature", people=[cast["wcc.cirebon"]], by=desk
    )
    assert sees(cast["wcc.cirebon"], closed)
    assert not sees(cast["supervisor.cirebon"], closed)


def test_the_private_clock_starts_when_a_case_turns_out_to_be_one_of_sexual_violence(case, cast):
    head = cast["supervisor.cirebon"]
    types = [CaseType.objects.get(code=next(iter(sorted(SEXUAL_TYPES))))]
    actions.set_types(case, types=types, version=case.version, closing=True, by=head)
    clock = Clock.objects.ticking().about(case.pk).get(kind=CLOCK)
    assert (clock.private, clock.named) == (True, [head.pk])


def test_rule_1_lines_about_it_go_from_the_inbox_of_whoever_had_it(case, cast):
    desk, head, wcc = (cast[who] for who in ("meja.cirebon", "supervisor.cirebon", "wcc.cirebon"))
    for person in (desk, head):
        tell(case, [person], "clock_reminder")
    closed = actions.restrict_case(case, by=head)
    told = Notification.objects.filter(subject=case.pk)
    assert set(told.values_list("user", flat=True)) == {head.pk}
    house = wcc.posting.organisation
    actions.hand_over_case(closed, to=house, method="signature", people=[wcc], by=head)
    assert not told.filter(user=head).exists()
    assert told.filter(user=wcc).exists()


def test_rule_1_of_a_restricted_case_the_recipient_lets_in_people_by_name(
    cast, api, make_case, make_referral, make_migrant
):
    client = make_migrant(by="wcc.cirebon")
    case = make_case(client, types=["GBV01"], by="supervisor.wcc.cirebon", limits_explained=True)
    sent = make_referral(case, to="uptdppa.cirebon", by="supervisor.wcc.cirebon")
    actions.accept_referral(sent, by=cast["uptdppa.cirebon"])
    grants = AccessGrant.objects.current().filter(subject=sent.pk)
    assert {grant.user for grant in grants} == {cast["uptdppa.cirebon"]}
    assert Migrant.objects.visible_to(cast["uptdppa.cirebon"]).filter(pk=client.pk).exists()
    seen = api("uptdppa.cirebon").get(f"/api/v1/migrants/{client.pk}/")
    assert seen.status_code == 404  # no token reads what a restricted case opened


def test_rule_1_whoever_was_let_in_by_her_house_alone_is_shut_out_when_it_becomes_restricted(
    cast, referral
):
    actions.accept_referral(referral, by=cast["wcc.cirebon"])
    actions.restrict_case(referral.case, by=cast["supervisor.cirebon"])
    grants = AccessGrant.objects.current().filter(subject=referral.pk)
    people = {grant.user.username for grant in grants}
    assert people == {"wcc.cirebon"}
    assert not grants.filter(organisation__isnull=False).exists()
