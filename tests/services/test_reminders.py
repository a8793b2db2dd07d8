from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone, translation

from ltsa.audit.models import Record
from services import actions
from services.models import AccessGrant
from services.reminders import can_be_reminded, open_chat, reminder_of


@pytest.fixture
def plan(cast, make_migrant):
    def make(days=1):
        client = make_migrant(phone="081234567890", phone_safe="yes")
        at = timezone.localtime().replace(hour=9, minute=0, second=0) + timedelta(days=days)
        return actions.plan_appointment(client, at=at, channel="phone", by=cast["meja.cirebon"])

    return make


@pytest.mark.parametrize(("days", "words"), [(0, "hari ini"), (1, "besok")])
def test_the_words_are_those_of_the_brief(plan, days, words):
    expected = f"Halo, ini pengingat janji {words} pukul 09.00. Balas 1 bila bisa."
    assert reminder_of(plan(days)) == expected


def test_an_officer_who_reads_english_sends_indonesian(plan):
    with translation.override("en"):
        assert reminder_of(plan()).startswith("Halo, ini pengingat janji besok")


def test_a_later_day_is_named(plan):
    made = plan(5)
    assert "besok" not in reminder_of(made)
    assert str(timezone.localtime(made.at).day) in reminder_of(made)


def test_a_partner_who_was_not_given_the_number_reminds_nobody(plan, cast):
    client = plan().migrant
    assert can_be_reminded(client, cast["meja.cirebon"])
    assert not can_be_reminded(client, cast["wcc.cirebon"])


def test_opening_the_chat_is_written_down(plan, cast):
    made = plan()
    assert open_chat(made, by=cast["meja.cirebon"]).startswith("https://wa.me/6281234567890?")
    line = Record.objects.get(subject=made.migrant_id, verb="reveal")
    assert (line.fields, line.by) == (["phone"], cast["meja.cirebon"])


def test_a_record_that_was_merged_is_reminded_only_while_the_one_that_stays_is_safe(
    plan, cast, make_migrant
):
    desk, client = cast["meja.cirebon"], plan().migrant
    stays = make_migrant(phone="081298765432", phone_safe="no")
    actions.merge_clients(client, into=stays, reason="NIK sama", by=desk)
    client.refresh_from_db()
    assert not can_be_reminded(client, desk)


def test_a_partner_whom_she_told_to_stop_reminds_her_no_more(plan, cast):
    client, wcc = plan().migrant, cast["wcc.cirebon"]
    AccessGrant.objects.create(
        migrant=client,
        user=wcc,
        reason="referral",
        groups=["contact"],
        subject=uuid4(),
    )
    assert can_be_reminded(client, wcc)
    day = timezone.localdate() + timedelta(days=30)
    told = {"purpose": "contact", "method": "tick", "expires_on": day, "by": wcc}
    actions.withdraw_consent(actions.record_consent(client, **told), by=wcc)
    assert not can_be_reminded(client, wcc)
    actions.record_consent(client, **told)
    assert can_be_reminded(client, wcc)
