from datetime import timedelta

import pytest
from django.utils import timezone

from services import actions
from services.models import CounsellingSession

CELL = {"sex": "female", "phase": "before", "age_band": "18-24", "count": 12, "disability": 1}


@pytest.fixture
def talk(cast, migrant):
    told = {"kind": "legal", "channel": "face_to_face", "outcome": "enough"}
    then = timezone.now() - timedelta(minutes=1)
    return actions.log_session(migrant=migrant, started_at=then, by=cast["meja.cirebon"], **told)


def typed(session, **fields):
    return {
        "channel": session.channel,
        "kind": session.kind,
        "outcome": session.outcome,
        "started_at": f"{timezone.localtime(session.started_at):%d/%m/%Y %H.%M}",
        "version": session.version,
        "reason": "Salah jenis.",
    } | fields


def test_a_correction_is_saved_and_shown(as_user, talk):
    desk = as_user("meja.cirebon")
    path = f"/konseling/{talk.pk}/perbaiki/"
    assert desk.get(path).context["form"]["kind"].value() == "legal"
    assert "reason" in desk.post(path, typed(talk, reason="")).context["form"].errors
    assert desk.post(path, typed(talk, kind="employment")).url == f"/konseling/{talk.pk}/"
    talk.refresh_from_db()
    assert (talk.kind, talk.version, talk.entry) == ("employment", 2, "live")
    stale = desk.post(path, typed(talk, kind="srhr", version=1))
    assert (stale.status_code, len(stale.context["form"].both)) == (409, 1)


def test_an_old_row_is_corrected_as_it_was_when_it_was_written(as_user, talk):
    old = timezone.now() - timedelta(days=400)
    due = timezone.localdate() - timedelta(days=390)
    CounsellingSession.objects.filter(pk=talk.pk).update(
        created_at=old, started_at=old, outcome="follow_up", follow_up_on=due
    )
    talk.refresh_from_db()
    answer = as_user("meja.cirebon").post(
        f"/konseling/{talk.pk}/perbaiki/",
        typed(talk, kind="srhr", follow_up_on=f"{due:%d/%m/%Y}"),
    )
    assert answer.status_code == 302, answer.context["form"].errors


def test_a_meeting_is_corrected_but_for_its_people(as_user, cast):
    meeting = actions.log_session(
        kind="information",
        channel="face_to_face",
        outcome="enough",
        title="Penyuluhan",
        started_at=timezone.now(),
        counts=[CELL],
        by=cast["meja.cirebon"],
    )
    path = f"/konseling/{meeting.pk}/perbaiki/"
    answer = as_user("meja.cirebon").post(path, typed(meeting, title="Penyuluhan desa"))
    assert answer.status_code == 302
    meeting.refresh_from_db()
    assert (meeting.title, meeting.counts.get().count) == ("Penyuluhan desa", 12)


def test_a_void_stays_to_be_seen_with_who_and_why(as_user, talk):
    desk = as_user("meja.cirebon")
    path = f"/konseling/{talk.pk}/batalkan/"
    assert "reason" in desk.post(path, {"version": talk.version}).context["form"].errors
    told = {"version": talk.version, "reason": "wrong_person", "note": "Tertukar."}
    assert desk.post(path, told).status_code == 302
    page = desk.get(f"/konseling/{talk.pk}/").content.decode()
    for words in ("Dibatalkan", "Tercatat pada orang yang salah", "Tertukar."):
        assert words in page
    assert "Dibatalkan" in desk.get(f"/klien/{talk.migrant_id}/").content.decode()
    assert desk.get(path).status_code == 404
    assert desk.get(f"/konseling/{talk.pk}/tanda-terima/").status_code == 404


def test_nobody_else_corrects_or_voids(as_user, talk):
    for who in ("wcc.cirebon", "meja.tulungagung"):
        for verb in ("perbaiki", "batalkan"):
            assert as_user(who).get(f"/konseling/{talk.pk}/{verb}/").status_code == 404
