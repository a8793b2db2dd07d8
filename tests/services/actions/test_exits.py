from django.utils import timezone

from ltsa.audit.models import Record
from ltsa.idempotency.models import Key
from ltsa.timeline.models import Event
from services.actions import answer_exit
from services.models import ExitAnswer


def test_an_answer_has_a_place_and_a_day_and_leads_back_to_nobody(cast):
    answer = answer_exit(score=4, by=cast["meja.cirebon"])
    assert (answer.on, answer.district_id) == (timezone.localdate(), "32.09")
    assert not Event.objects.filter(subject=answer.pk).exists()
    assert not Record.objects.filter(subject=answer.pk).exists()
    assert not Key.objects.filter(object_id=answer.pk).exists()
    related = {field.name for field in ExitAnswer._meta.get_fields() if field.is_relation}
    assert related == {"organisation", "service_point", "district"}
