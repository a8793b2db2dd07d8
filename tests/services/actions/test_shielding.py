from ltsa.audit.models import Record
from ltsa.timeline.models import Event
from services.actions import shield_client
from services.models import Migrant


def test_a_client_is_shielded_in_silence(migrant):
    told = Event.objects.count(), Record.objects.count()
    shield_client(migrant)
    row = Migrant.objects.get(pk=migrant.pk)
    assert row.shielded
    assert row.version == migrant.version
    assert told == (Event.objects.count(), Record.objects.count())


def test_rule_10_a_case_is_what_shields_her_as_soon_as_it_is_opened(make_case):
    assert not Migrant.objects.get(pk=make_case().migrant_id).shielded
    opened = make_case(restricted=True, types=(), account="")
    assert Migrant.objects.get(pk=opened.migrant_id).shielded
