from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from ltsa.audit.models import Record
from ltsa.timeline.models import Event
from ltsa.versions import Stale
from services import actions
from services.models import CounsellingSession


@pytest.fixture
def talk(cast, migrant):
    return actions.log_session(
        migrant=migrant,
        kind="information",
        channel="phone",
        outcome="follow_up",
        follow_up_on=timezone.localdate(),
        started_at=timezone.now(),
        by=cast["meja.cirebon"],
    )


def correct(talk, by, **fields):
    told = {"version": talk.version, "reason": "Salah jenis."} | fields
    return actions.correct_session(talk, by=by, **told)


def void(talk, by, **fields):
    return actions.void_session(
        talk, **({"version": talk.version, "reason": "double"} | fields), by=by
    )


def test_a_correction_is_a_new_version_with_a_line_and_the_old_values_in_the_history(talk, cast):
    correct(talk, cast["meja.cirebon"], kind="legal")
    now = CounsellingSession.objects.get(pk=talk.pk)
    assert (now.kind, now.version) == ("legal", 2)
    line = Event.objects.get(subject=talk.pk, verb="session.correct")
    assert line.detail == {"fields": ["kind"]}
    kept = Record.objects.get(subject=talk.pk, verb="change")
    assert (kept.fields, kept.reason) == (["kind"], "Salah jenis.")
    history = CounsellingSession.pgh_event_model.objects.filter(pgh_obj_id=talk.pk)
    assert "information" in history.values_list("kind", flat=True)


def test_a_correction_says_what_was_wrong(talk, cast):
    with pytest.raises(ValidationError):
        correct(talk, cast["meja.cirebon"], reason=" ", kind="legal")


def test_the_author_and_her_supervisor_correct_and_nobody_else(talk, cast):
    for who in ("konselor.cirebon", "wcc.cirebon", "supervisor.tulungagung"):
        with pytest.raises(PermissionDenied):
            correct(talk, cast[who], kind="legal")
        with pytest.raises(PermissionDenied):
            void(talk, cast[who])
    talk = correct(talk, cast["supervisor.cirebon"], kind="legal")
    assert talk.kind == "legal"


def test_the_second_of_two_who_correct_is_told(talk, cast):
    again = CounsellingSession.objects.get(pk=talk.pk)
    correct(talk, cast["meja.cirebon"], kind="legal")
    with pytest.raises(Stale):
        correct(again, cast["supervisor.cirebon"], kind="employment")


def test_a_conversation_that_turns_out_psychosocial_loses_its_words(talk, cast):
    correct(talk, cast["meja.cirebon"], summary="Bertanya kontrak.")
    again = CounsellingSession.objects.get(pk=talk.pk)
    assert correct(again, cast["meja.cirebon"], kind="psychosocial").summary == ""


def test_a_void_keeps_the_row_and_leaves_my_day(talk, cast):
    desk = cast["meja.cirebon"]
    owed = CounsellingSession.objects.follow_ups_of(desk, until=timezone.localdate())
    assert talk in owed
    void(talk, desk, note="Dua kali klik.")
    now = CounsellingSession.objects.get(pk=talk.pk)
    assert (now.voided_by, now.void_reason) == (desk, "double: Dua kali klik.")
    assert talk not in owed.all()
    assert talk in CounsellingSession.objects.visible_to(desk)
    assert Event.objects.filter(subject=talk.pk, verb="session.void").exists()


def test_what_is_void_is_neither_corrected_nor_voided_nor_finished(talk, cast):
    desk = cast["meja.cirebon"]
    talk = void(talk, desk)
    with pytest.raises(PermissionDenied):
        correct(talk, desk, kind="legal")
    with pytest.raises(PermissionDenied):
        void(talk, desk)
    assert actions.finish_follow_up(talk, version=talk.version, by=desk).outcome == "follow_up"


def test_the_last_talk_of_an_officer_is_hers_and_counts(talk, cast):
    desk, rows = cast["meja.cirebon"], CounsellingSession.objects
    assert rows.last_talk_of(desk) == talk
    assert rows.last_talk_of(cast["konselor.cirebon"]) != talk
    void(talk, desk)
    assert rows.last_talk_of(desk) is None
    assert timezone.now() - talk.created_at < timedelta(minutes=5)
