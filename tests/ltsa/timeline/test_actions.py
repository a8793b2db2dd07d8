import pytest
from django.db import InternalError, transaction

from cases.transitions import CASE_VERBS, REFERRAL_VERBS
from ltsa.timeline.actions import write_event
from ltsa.timeline.labels import LABELS, icon, label
from ltsa.timeline.models import Event
from ltsa.timeline.rows import timeline_rows


def test_a_line_keeps_the_house_she_worked_for_then(cast, migrant):
    event = write_event("client.edit", migrant, client=migrant.pk, by=cast["meja.cirebon"])
    assert event.organisation == cast["meja.cirebon"].posting.organisation
    assert write_event("referral.expire", migrant, by=None).by is None


def test_the_newest_stands_first_with_who_what_and_where(cast, migrant):
    write_event("client.edit", migrant, by=cast["meja.cirebon"])
    first, *_, last = timeline_rows(Event.objects.about(migrant.pk))
    assert (first["text"], last["text"]) == (label("client.edit"), label("client.register"))
    assert str(cast["meja.cirebon"]) in first["who"]


@pytest.mark.parametrize("act", ["update", "delete"])
def test_what_happened_cannot_be_changed(migrant, act):
    events = Event.objects.all()
    with pytest.raises(InternalError), transaction.atomic():
        events.update(verb="x") if act == "update" else events.delete()


def test_every_verb_has_words_and_a_picture():
    verbs = {f"case.{verb}" for verb in CASE_VERBS} | {
        f"referral.{verb}" for verb in REFERRAL_VERBS
    }
    assert verbs <= set(LABELS)
    assert (label("never.heard"), icon("never.heard")) == ("never.heard", "circle")
