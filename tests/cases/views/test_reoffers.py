from datetime import timedelta

import pytest
from django.utils import timezone

from cases import actions
from cases.models import Referral

pytestmark = pytest.mark.django_db


@pytest.fixture
def declined(referral, cast):
    return actions.decline_referral(referral, reason="full", by=cast["wcc.cirebon"])


@pytest.fixture
def told(cast, referral):
    return {
        "to": cast["sbmi.cirebon"].posting.organisation_id,
        "services": referral.services,
        "priority": "urgent",
        "needs": "Perlu teman bicara.",
        "disclose": ["needs"],
        "consent_given": "on",
        "method": "signature",
        "expires_on": (timezone.localdate() + timedelta(days=20)).strftime("%d/%m/%Y"),
        "idempotency_key": "6c9f4b1e-98a5-4d9e-8d0c-4a1f5c2d7b10",
    }


def address(referral):
    return f"/rujukan/{referral.pk}/tawarkan/"


def test_the_sender_reads_what_the_next_house_would_read_before_anything_is_sent(
    as_user, declined, told
):
    desk = as_user("meja.cirebon")
    asked = desk.get(address(declined))
    assert "Perlu teman bicara." in asked.text
    assert "Cocok" in asked.text
    first, second = (desk.post(address(declined), told) for _ in range(2))
    new = Referral.objects.get(previous=declined)
    assert first.url == second.url == f"/rujukan/{new.pk}/"
    assert (new.state, new.priority, new.disclose) == ("draft", "urgent", ["needs"])
    assert "Yang akan dilihat penerima" in desk.get(first.url).text
    desk.post(f"{first.url}send/")
    assert Referral.objects.get(pk=new.pk).state == "sent"


def test_a_draft_that_was_begun_is_gone_on_with(as_user, declined, told):
    desk = as_user("meja.cirebon")
    draft = desk.post(address(declined), told).url
    assert desk.get(address(declined)).url == draft
    desk.post(f"{draft}discard/")
    assert desk.get(address(declined)).status_code == 200


def test_a_draft_comes_too_late_once_the_first_house_has_begun(as_user, referral, told, cast):
    desk, partner = as_user("meja.cirebon"), cast["wcc.cirebon"]
    draft = desk.post(address(referral), told).url
    assert f"Menggantikan rujukan ke {referral.to}" in desk.get(draft).text
    taken = actions.accept_referral(referral, contact="Contoh", by=partner)
    actions.start_referral(taken, by=partner)
    answer = desk.post(f"{draft}send/", follow=True)
    assert "sudah mulai dilayani" in answer.text
    assert Referral.objects.get(previous=referral).state == "draft"


def test_sorting_the_houses_keeps_what_was_typed_and_sends_nothing(as_user, declined, told):
    shown = as_user("meja.cirebon").post(
        address(declined), told | {"needs": "Kalimat baru.", "susun": "1", "services": ["legal"]}
    )
    assert "Kalimat baru." in shown.text
    assert Referral.objects.count() == 1


def test_the_house_that_declined_is_not_offered_again(as_user, declined):
    assert str(declined.to_id) not in as_user("meja.cirebon").get(address(declined)).text


def test_whoever_may_not_offer_it_on_is_sent_away(as_user, declined, referral):
    assert as_user("wcc.cirebon").get(address(declined)).status_code in (403, 404)
    assert as_user("meja.tulungagung").get(address(declined)).status_code == 404


def test_a_referral_that_came_back_names_the_houses_that_fit_and_leads_to_the_form(
    as_user, declined
):
    desk = as_user("meja.cirebon")
    shown = desk.get(f"/rujukan/{declined.pk}/")
    first = shown.context["next_options"]["houses"][0]
    assert first["house"] != declined.to
    assert first["url"].replace("&", "&amp;") in shown.text
    form = desk.get(first["url"]).context["form"]
    assert str(form["to"].value()) == str(first["house"].pk)
