import pytest
from django.core.exceptions import ValidationError

from cases import actions
from cases.models import ClientFeedback
from cases.transitions import NotPossible, NotYours
from ltsa.timeline.models import Event
from ltsa.versions import Stale


@pytest.fixture
def desk(cast):
    return cast["meja.cirebon"]


@pytest.fixture
def wcc(cast):
    return cast["wcc.cirebon"]


@pytest.fixture
def served(referral, desk, wcc):
    """Completed, from both sides."""
    referral = actions.accept_referral(referral, contact="Ibu Piket", by=wcc)
    referral = actions.start_referral(referral, by=wcc)
    referral = actions.report_service(referral, by=wcc)
    return actions.complete_referral(referral, by=desk)


def test_what_she_says_is_kept_and_corrected_and_the_timeline_holds_none_of_it(served, desk):
    asked = actions.ask_client(served, helped="partly", how="phone", score=3, by=desk)
    actions.ask_client(asked, helped="yes", how="phone", version=asked.version, by=desk)
    said = ClientFeedback.objects.get()
    assert (said.helped, said.score, said.version) == ("yes", None, 2)
    events = Event.objects.filter(verb="referral.ask_client")
    assert len(events) == 2
    assert all(set(event.detail) == {"from", "to"} for event in events)


def test_two_who_ask_her_at_once_do_not_write_over_each_other(served, desk):
    actions.ask_client(served, helped="yes", how="phone", version=served.version, by=desk)
    with pytest.raises(Stale):
        actions.ask_client(served, helped="no", how="phone", version=served.version, by=desk)


@pytest.mark.parametrize(
    "told",
    [
        {"helped": "maybe", "how": "phone"},
        {"helped": "yes", "how": "dream"},
        {"helped": "yes", "how": "phone", "score": 6},
        {"helped": "yes", "how": "phone", "score": 0},
    ],
)
def test_only_what_the_lists_hold_is_kept(served, desk, told):
    with pytest.raises(ValidationError):
        actions.ask_client(served, by=desk, **told)
    assert not ClientFeedback.objects.exists()


def test_the_sender_asks_and_only_once_something_came_of_it(
    referral, served, desk, wcc, make_referral
):
    with pytest.raises(NotYours):
        actions.ask_client(served, helped="yes", how="phone", by=wcc)
    waiting = make_referral()
    with pytest.raises(NotPossible):
        actions.ask_client(waiting, helped="yes", how="phone", by=desk)


def test_it_is_asked_for_on_the_senders_page_and_read_on_both(served, as_user, desk):
    here, sender = f"/rujukan/{served.pk}/", as_user(desk)
    page = sender.get(here)
    assert [button["verb"] for button in page.context["verbs"]["next"]] == ["ask_client"]
    assert "Tanyakan kepada klien" in page.content.decode()
    form = sender.get(f"{here}ask_client/").context["form"]
    told = {"version": form["version"].value(), "helped": "partly", "score": "4", "how": "chat"}
    assert sender.post(f"{here}ask_client/", told).url == here
    page = sender.get(here)
    assert not page.context["verbs"]["next"]
    assert "4 dari 5" in page.content.decode()
    assert str(desk) in str(page.context["said"])
    theirs = as_user("wcc.cirebon").get(here)
    assert "Sebagian" in theirs.content.decode()
    assert str(desk) not in str(theirs.context["said"])
    form = sender.get(f"{here}ask_client/").context["form"]
    assert form["helped"].value() == "partly"


def test_the_partner_reads_it_no_longer_than_the_rest(served, as_user, desk):
    actions.ask_client(served, helped="yes", how="phone", by=desk)
    actions.withdraw_consent(served.consent, by=desk)
    assert not as_user("wcc.cirebon").get(f"/rujukan/{served.pk}/").context["said"]


def test_the_api_keeps_and_shows_it(served, api):
    here = f"/api/v1/referrals/{served.pk}/"
    told = {"helped": "yes", "how": "phone"}
    answer = api("meja.cirebon").post(f"{here}ask_client/", told, format="json")
    assert answer.json()["client_feedback"] == {"helped": "yes", "score": None}
    assert api("wcc.cirebon").get(here).json()["client_feedback"]["helped"] == "yes"
    refused = api("wcc.cirebon").post(f"{here}ask_client/", told, format="json")
    assert refused.status_code == 403
