"""A house is suspended: what was urgent there goes to those who can act, and no other door opens into it."""

import pytest
from django.core.exceptions import ValidationError

from cases import actions
from cases.models import Referral
from cases.transitions import NotYours
from ltsa.clocks.models import Clock
from ltsa.notifications.models import Notification
from ltsa.organisations.actions import lift_suspension, suspend_organisation
from ltsa.organisations.models import Organisation
from tests.cases.deadlines import clock_of
from tests.cases.links import linked, state

REOFFER = "referral_reoffer"


@pytest.fixture
def wcc_house(cast):
    return Organisation.objects.get(pk=cast["wcc.cirebon"].posting.organisation_id)


@pytest.fixture
def halt(cast):
    def suspend(house):
        return suspend_organisation(house, hours=24, reason="Uji", by=cast["admin.cirebon"])

    return suspend


@pytest.mark.parametrize("taken", [False, True])
def test_whoever_sent_an_emergency_hears_at_once(
    make_referral, wcc_house, halt, cast, as_user, taken
):
    sent = make_referral(priority="emergency")
    if taken:
        sent = actions.accept_referral(sent, by=cast["wcc.cirebon"])
    kind = "referral_first_contact" if taken else "referral_answer"
    before = clock_of(sent, kind).due_at
    halt(wcc_house)
    told = Notification.objects.get(kind=REOFFER, subject=sent.pk)
    assert (told.user, told.emergency, told.state) == (cast["meja.cirebon"], True, "pending")
    assert clock_of(sent, kind).due_at == before and clock_of(sent, kind).state == "running"
    assert f"/rujukan/{sent.pk}/" in as_user("meja.cirebon").get("/beranda/").content.decode()


def test_what_is_not_an_emergency_waits_quietly(make_referral, wcc_house, halt):
    sent = make_referral(priority="urgent")
    halt(wcc_house)
    assert not Notification.objects.filter(kind=REOFFER, subject=sent.pk).exists()


def test_the_next_house_is_offered_it_with_a_consent_of_its_own(
    make_referral, wcc_house, halt, cast, as_user
):
    sent, desk = make_referral(priority="emergency"), cast["meja.cirebon"]
    halt(wcc_house)
    page = as_user("meja.cirebon").get(f"/rujukan/{sent.pk}/tawarkan/")
    assert str(wcc_house.pk) not in page.content.decode().split("<main", 1)[-1]
    consent = {"method": "signature", "expires_on": sent.consent.expires_on}
    to = cast["uptdppa.cirebon"].posting.organisation
    actions.reoffer_referral(sent, to=to, consent=consent, by=desk)
    assert Referral.objects.get(pk=sent.pk).state == "withdrawn"


def test_nothing_new_is_sent_there_and_no_link_opens_it(make_referral, no_accounts, halt, cast):
    desk = cast["meja.cirebon"]
    sent = make_referral(to=no_accounts)
    draft = make_referral(to=no_accounts, case=None, sent=False)
    link, secret = linked(sent, desk)
    suspension = halt(no_accounts)
    assert state(link) == "revoked"
    assert actions.open_link(secret.token, secret.pin, secret="", address="x") is None
    for act in (
        lambda: linked(sent, desk),
        lambda: actions.send_referral(draft, by=desk),
        lambda: make_referral(to=no_accounts),
    ):
        with pytest.raises(ValidationError):
            act()
    lift_suspension(suspension, by=cast["admin.cirebon"])
    assert state(link) == ""


def test_a_suspended_house_with_accounts_gets_no_link_instead(make_referral, wcc_house, halt, cast):
    sent = make_referral()
    halt(wcc_house)
    with pytest.raises(ValidationError):
        linked(sent, cast["meja.cirebon"])


def test_nobody_writes_an_answer_for_a_suspended_house(
    make_referral, no_accounts, halt, cast, as_user
):
    """Else a yes that nobody gave would stop the clock of an emergency."""
    desk = cast["meja.cirebon"]
    sent = [make_referral(priority="emergency"), make_referral(to=no_accounts)]
    for referral in sent:
        halt(referral.to)
        with pytest.raises(NotYours):
            actions.note_answer(referral, answer="accept", how="phone", name="Ibu Contoh", by=desk)
    page = as_user("meja.cirebon").get(f"/rujukan/{sent[1].pk}/tautan/").content.decode()
    assert "untuk sementara tidak melayani" in page and "Buat tautan tamu" not in page


def test_of_its_own_emergencies_the_officer_hears_code_and_clock(
    make_case, make_migrant, wcc_house, halt, cast
):
    client = make_migrant(by="wcc.cirebon", full_name="Lestari Andaisari")
    case = make_case(client, by="wcc.cirebon", restricted=True, types=(), priority="emergency")
    calm = make_case(
        make_migrant(by="wcc.cirebon", full_name="Wati Andaisari"),
        by="wcc.cirebon",
        restricted=True,
        types=(),
    )
    due = Clock.objects.get(subject=case.pk, kind="case_verification").due_at
    halt(wcc_house)
    line = Notification.objects.get(user=cast["ppdp.cirebon"], subject=case.pk)
    assert (line.code, line.link, line.emergency) == (case.code, "/privasi/jejak/", True)
    assert line.due_at == due
    assert not Notification.objects.filter(user=cast["ppdp.cirebon"], subject=calm.pk).exists()
