"""The head of a referral's page: one next step, and where the sender goes when it came back."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cases import actions
from cases.models import Referral
from ltsa.organisations.models import Organisation


@pytest.fixture
def wcc(cast):
    return cast["wcc.cirebon"]


def head(client, referral) -> dict:
    verbs = client.get(f"/rujukan/{referral.pk}/").context["verbs"]
    return {place: [button["verb"] for button in found] for place, found in verbs.items()}


def test_who_answers_is_led_by_one_step_and_finds_the_others_in_the_menu(as_user, referral, wcc):
    client = as_user(wcc)
    assert head(client, referral) == {
        "next": ["accept"],
        "beside": ["claim"],
        "others": ["ask", "decline"],
    }
    actions.claim_referral(referral, by=wcc)
    assert head(client, referral)["beside"] == []
    referral = actions.accept_referral(Referral.objects.get(pk=referral.pk), by=wcc)
    assert head(client, referral)["next"] == ["start"]


def test_the_sender_of_an_emergency_is_told_to_call_and_of_a_question_to_answer(
    as_user, make_referral, wcc, cast
):
    referral = make_referral(priority="emergency")
    sender = as_user("meja.cirebon")
    assert head(sender, referral)["next"] == ["call"]
    actions.note_call(referral, result="reached", by=cast["meja.cirebon"])
    actions.write_note(referral, "ask", text="Boleh datang Senin?", by=wcc)
    shown = head(sender, referral)
    assert (shown["next"], shown["beside"]) == ([], ["answer"])


def test_whoever_declines_names_another_house_and_the_sender_reads_it_as_next(
    as_user, referral, wcc
):
    client = as_user(wcc)
    form = client.get(f"/rujukan/{referral.pk}/decline/").context["form"]
    offered = form.fields["suggested"].queryset
    assert offered.exists()
    assert not offered.filter(pk__in=[referral.sender_id, referral.to_id]).exists()
    told = {"version": referral.version, "reason": "full", "suggested": offered[0].pk}
    assert client.post(f"/rujukan/{referral.pk}/decline/", told).status_code == 302
    page = as_user("meja.cirebon").get(f"/rujukan/{referral.pk}/")
    assert page.context["next_options"]["suggested"] == offered[0]
    assert [button["verb"] for button in page.context["verbs"]["next"]] == ["reoffer"]
    assert f"menyarankan <strong>{offered[0]}</strong>" in page.content.decode()
    assert client.get(f"/rujukan/{referral.pk}/").context["next_options"] is None


def test_a_house_that_is_locked_out_of_the_client_is_not_read_as_next(as_user, referral, wcc, cast):
    house = cast["sbmi.cirebon"].posting.organisation
    actions.decline_referral(referral, reason="full", suggested=house, by=wcc)
    head_of = cast["supervisor.cirebon"]
    actions.lock_out(referral.case, kind="organisation", target=house, reason="Kerabat", by=head_of)
    page = as_user("meja.cirebon").get(f"/rujukan/{referral.pk}/")
    told = page.context["next_options"]
    assert told["suggested"] is None
    assert house not in [one["house"] for one in told["houses"]]


def test_nobody_suggests_one_of_the_two_sides_by_api(api, referral):
    here = f"/api/v1/referrals/{referral.pk}/decline/"
    told = {"reason": "full", "suggested": str(referral.sender_id)}
    assert api("wcc.cirebon").post(here, told, format="json").status_code == 400
    other = Organisation.objects.exclude(pk__in=[referral.sender_id, referral.to_id])
    near = other.filter(district=referral.district_id).exclude(kind="village").first()
    answer = api("wcc.cirebon").post(here, told | {"suggested": str(near.pk)}, format="json")
    assert answer.json()["suggested"] == str(near.pk)


def test_the_first_meeting_stands_on_the_clients_page_without_the_house(as_user, referral, wcc):
    soon = timezone.now() + timedelta(days=3)
    referral = actions.accept_referral(referral, contact="Ibu Piket", by=wcc)
    actions.start_referral(referral, appointment=soon, by=wcc)
    page = as_user("meja.cirebon").get(f"/klien/{referral.case.migrant_id}/").content.decode()
    assert "Janji pertama di lembaga lain" in page
    assert "Ibu Piket" not in page
    assert str(referral.to) not in page.split("Janji pertama di lembaga lain")[0][-400:]
    assert "Ibu Piket" in as_user("meja.cirebon").get(f"/rujukan/{referral.pk}/").content.decode()


def test_feedback_asks_for_status_alone(as_user, referral, wcc):
    referral = actions.accept_referral(referral, contact="Ibu Piket", by=wcc)
    actions.start_referral(referral, by=wcc)
    page = as_user(wcc).get(f"/rujukan/{referral.pk}/feedback/").content.decode()
    assert "Bukan isi konseling" in page
