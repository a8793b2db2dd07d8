from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from ltsa.accounts.models import User
from ltsa.audit.models import Record
from ltsa.drafts.actions import find_draft
from ltsa.notifications.models import Notification
from ltsa.timeline.models import Event
from ltsa.versions import Stale
from villages import actions
from villages.models import VillageRequest
from villages.transitions import NotPossible

pytestmark = pytest.mark.django_db


def verbs(row):
    return set(Event.objects.filter(subject=row.pk).values_list("verb", flat=True))


def told(row):
    lines = Notification.objects.filter(subject=row.pk)
    return {line.user.username for line in lines.select_related("user")}


def test_a_request_lands_in_the_volunteers_village_with_a_call_owed_in_24_hours(asked, cast):
    assert asked.village_id == "32.09.30.2007"
    assert asked.district_id == "32.09"
    assert asked.state == "received"
    assert asked.call_due_at - asked.created_at == timedelta(hours=24)
    assert asked.code.startswith("LTSA-3209-")
    assert verbs(asked) == {"village_request.hand_in"}
    written = Record.objects.get(subject=asked.pk, verb="create")
    assert written.by == cast.kader_cirebon
    assert "Carsinah" not in str(written.fields)


def test_what_the_family_said_is_encrypted_in_the_column(asked):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT reporter_name, migrant_name, phone, needs FROM villages_villagerequest WHERE id = %s",
            [asked.pk],
        )
        stored = " ".join(cursor.fetchone())
    assert not any(word in stored for word in ("Carsinah", "Yati", "81234567890", "kabar"))


def test_the_desks_of_the_government_are_told_and_nobody_else(asked):
    assert told(asked) == {"meja.cirebon", "supervisor.cirebon"}


def test_a_message_carries_no_personal_data_rule_4(make_request):
    asked = make_request(urgent=True)
    for line in Notification.objects.filter(subject=asked.pk):
        sent = f"{line.mail_subject} {line.mail_body} {line.link} {line.code}"
        for word in ("Carsinah", "Yati", "81234567890", "Arab", "Gebang", "kabar"):
            assert word.lower() not in sent.lower()
        assert str(asked.pk) in line.mail_body


def test_an_urgent_request_is_an_emergency_for_the_desk(make_request):
    asked = make_request(urgent=True)
    line = Notification.objects.filter(subject=asked.pk).first()
    assert line.emergency
    assert line.due_at == asked.call_due_at


def test_the_volunteer_corrects_her_entry_while_nobody_has_called(asked, given, cast):
    changed = given | {"destination": "Oman"}
    row = actions.correct_request(asked, changed, version=1, by=cast.kader_cirebon)
    row.refresh_from_db()
    assert (row.destination, row.version, row.state) == ("Oman", 2, "received")
    assert Record.objects.get(subject=row.pk, verb="change").fields == ["destination"]


def test_a_correction_that_makes_it_urgent_tells_the_desk_again(asked, given, cast):
    actions.correct_request(asked, given | {"urgent": True}, version=1, by=cast.kader_cirebon)
    assert Notification.objects.filter(subject=asked.pk, emergency=True).count() == 2


def test_a_stale_correction_overwrites_nothing(asked, given, cast):
    actions.correct_request(
        asked, given | {"destination": "Oman"}, version=1, by=cast.kader_cirebon
    )
    with pytest.raises(Stale):
        actions.correct_request(
            asked, given | {"destination": "Qatar"}, version=1, by=cast.kader_cirebon
        )
    assert VillageRequest.objects.get(pk=asked.pk).destination == "Oman"


def test_she_cannot_correct_after_24_hours_rule_2(asked, given, cast):
    VillageRequest.objects.filter(pk=asked.pk).update(
        created_at=asked.created_at - timedelta(hours=24, seconds=1)
    )
    with pytest.raises(NotPossible):
        actions.correct_request(asked, given, version=1, by=cast.kader_cirebon)


def test_she_cannot_correct_after_the_call(asked, given, cast):
    actions.handle_request(asked, by=cast.meja_cirebon)
    with pytest.raises(NotPossible):
        actions.correct_request(asked, given, version=2, by=cast.kader_cirebon)


def test_the_desk_calls_and_finishes(asked, cast):
    row = actions.handle_request(asked, by=cast.meja_cirebon)
    assert (row.state, row.handled_by) == ("handled", cast.meja_cirebon)
    row = actions.finish_request(row, by=cast.supervisor_cirebon)
    row.refresh_from_db()
    assert row.state == "done"
    assert verbs(row) >= {"village_request.handle", "village_request.finish"}


def test_of_two_officers_one_handles_it_and_the_other_hears_so(asked, cast):
    actions.handle_request(asked, by=cast.meja_cirebon)
    with pytest.raises(NotPossible) as refused:
        actions.handle_request(asked, by=cast.supervisor_cirebon)
    assert refused.value.row.handled_by == cast.meja_cirebon


@pytest.mark.parametrize("who", ["kader.cirebon", "konselor.cirebon", "admin.cirebon", "ppdp"])
def test_only_a_desk_handles(asked, cast, who):
    with pytest.raises(PermissionDenied):
        actions.handle_request(asked, by=cast[who])


def test_another_districts_desk_does_not_find_it(asked, cast):
    with pytest.raises(VillageRequest.DoesNotExist):
        actions.handle_request(asked, by=cast.meja_blitar)


def test_the_family_is_prepared_as_a_client_through_the_officers_draft(asked, cast):
    path = "/klien/baru/?permintaan=1"
    actions.draft_client(asked, path=path, by=cast.meja_cirebon)
    assert find_draft(cast.meja_cirebon, path).body == {
        "full_name": ["Ibu Carsinah Contoh"],
        "phone": ["+6281234567890"],
        "phone_safe": ["yes"],
        "village": ["32.09.30.2007"],
        "client_type": ["family"],
        "phase": ["during"],
        "destination": ["Arab Saudi"],
    }
    assert find_draft(User.objects.get(username="supervisor.cirebon"), path) is None
    assert Record.objects.get(subject=asked.pk, verb="reveal").fields == ["phone"]


def test_what_the_officer_has_typed_there_is_not_overwritten(asked, cast):
    path = "/klien/baru/?permintaan=1"
    actions.draft_client(asked, path=path, by=cast.meja_cirebon)
    asked.reporter_name = "Lain"
    actions.draft_client(asked, path=path, by=cast.meja_cirebon)
    assert find_draft(cast.meja_cirebon, path).body["full_name"] == ["Ibu Carsinah Contoh"]
