"""Who has moved on sees nothing of what she left behind, and no grant follows her into another house."""

from django.utils import timezone

from cases.actions import accept_referral, hand_over_case
from ltsa.accounts.models import Posting, User
from ltsa.accounts.permissions import Role
from services.actions import log_session
from services.models import CounsellingSession, Migrant


def moved(cast, username: str, to: str, role: str) -> User:
    """The person of `username`, who works from tomorrow's morning on for the house of `to`."""
    person = cast[username]
    today = timezone.localdate()
    Posting.objects.filter(user=person).update(
        starts_on=today - timezone.timedelta(days=30), ends_on=today
    )
    Posting.objects.create(user=person, role=role, organisation=cast[to].posting.organisation)
    return User.objects.get(pk=person.pk)


def test_rule_1_a_grant_of_the_team_ends_when_she_works_for_another_house(
    cast, make_case, make_migrant
):
    client = make_migrant(by="konselor.cirebon")
    case = make_case(client, by="konselor.cirebon", types=["GBV02"], account="")
    house = cast["wcc.cirebon"].posting.organisation
    people = [cast["wcc.cirebon"]]
    hand_over_case(case, to=house, method="witness", people=people, by=cast["konselor.cirebon"])
    assert Migrant.objects.identified_for(cast["wcc.cirebon"]).filter(pk=client.pk).exists()
    yesterday = timezone.now() - timezone.timedelta(days=1)
    client.grants.update(since=yesterday)
    person = moved(cast, "wcc.cirebon", "meja.blitar", Role.DESK_OFFICER)
    assert not Migrant.objects.visible_to(person).filter(pk=client.pk).exists()


def test_sessions_stay_with_the_house_in_which_they_were_logged(cast, migrant):
    told = {"channel": "phone", "kind": "legal", "started_at": timezone.now()}
    told |= {"outcome": "follow_up", "follow_up_on": timezone.localdate()}
    log_session(migrant=migrant, by=cast["meja.cirebon"], **told)
    assert CounsellingSession.objects.visible_to(cast["meja.cirebon"]).exists()
    person = moved(cast, "meja.cirebon", "meja.blitar", Role.DESK_OFFICER)
    today = timezone.localdate()
    assert not CounsellingSession.objects.visible_to(person).exists()
    assert not CounsellingSession.objects.follow_ups_of(person, until=today).exists()


def test_rule_6_my_day_does_not_name_a_client_whose_name_was_not_shared(
    cast, as_user, make_migrant, make_case, make_referral
):
    client = make_migrant(full_name="Suharti Contohsari")
    sent = make_referral(make_case(client), to="wcc.cirebon", disclose=["needs"])
    accept_referral(sent, by=cast["wcc.cirebon"])
    told = {"channel": "phone", "kind": "psychosocial", "started_at": timezone.now()}
    told |= {"outcome": "follow_up", "follow_up_on": timezone.localdate()}
    log_session(migrant=client, by=cast["wcc.cirebon"], **told)
    page = as_user("wcc.cirebon").get("/beranda/").text
    assert "Hubungi S•••" in page
    assert "Suharti" not in page
