from datetime import timedelta

import pytest
from django.utils import timezone, translation

from ltsa.audit.models import Record
from services import actions
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
