from datetime import timedelta

import pytest
from django.apps import apps
from django.utils import timezone

from ltsa.demo.rows import insert
from ltsa.timeline.models import Event
from services.models import CounsellingSession, Migrant

pytestmark = pytest.mark.django_db


def test_awkward_text_arrives_as_it_was(migrant, cast):
    words = 'tab\there, line\nbreak, back\\slash, \\N, {curly}, "quoted"'
    session = CounsellingSession(
        code="S-CONTOH1",
        mode="individual",
        channel="phone",
        kind="legal",
        topics=["costs", "rights"],
        started_at=timezone.now(),
        outcome="enough",
        summary=words,
        migrant=migrant,
        organisation=migrant.registered_by,
        district=migrant.district,
        by=cast.meja_cirebon,
    )
    insert([session])
    kept = CounsellingSession.objects.get(pk=session.pk)
    assert kept.summary == words
    assert kept.topics == ["costs", "rights"]
    assert kept.minutes is None
    assert kept.title == ""


def test_times_of_the_past_stay_and_details_are_json(migrant):
    then = timezone.now() - timedelta(days=400)
    insert([Event(subject=migrant.pk, verb="client.edit", at=then, detail={"fields": ["phone"]})])
    event = Event.objects.get(verb="client.edit")
    assert event.at == then
    assert event.detail == {"fields": ["phone"]}


def test_history_is_written_for_copied_rows(migrant):
    copy = Migrant.objects.get(pk=migrant.pk)
    copy.pk, copy.code = "0a0a0a0a-0000-4000-8000-000000000001", "K-CONTOH1"
    insert([copy])
    history = apps.get_model("services", "MigrantEvent")
    assert history.objects.filter(pgh_obj_id=copy.pk).count() == 1
    assert Migrant.objects.get(code="K-CONTOH1").full_name == migrant.full_name
