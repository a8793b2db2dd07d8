"""Who may know that a course exists: the counsellor and her supervisor. Everybody else meets a house without it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from ltsa.audit import names
from services import actions
from services.models import CounsellingSession, PsychosocialCourse

OTHERS = ["meja.cirebon", "sbmi.cirebon", "wcc.cirebon", "supervisor.wcc.cirebon", "admin.cirebon", "kader.cirebon", "pemirsa", "ppdp", "sistem"]  # fmt: skip


def content(answer) -> str:
    return answer.content.decode()


@pytest.fixture
def client(make_migrant):
    return make_migrant(by="meja.cirebon", phone="081234567890", full_name="Suharti Contohsari")


@pytest.fixture
def course(client, cast):
    by = cast["konselor.cirebon"]
    return actions.open_course(client, goals=["calm"], wellbeing_before=2, by=by)


@pytest.fixture
def talk(course, cast):
    """A conversation of the course, whose follow-up is late by more than a week."""
    return actions.log_care(
        course,
        channel="phone",
        started_at=timezone.now(),
        outcome="follow_up",
        follow_up_on=timezone.localdate() - timedelta(days=9),
        by=cast["konselor.cirebon"],
    )


def test_a_course_is_opened_worked_and_closed_without_a_word(as_user, client):
    counsellor = as_user("konselor.cirebon")
    told = {"goals": ["calm", "support"], "wellbeing_before": "2"}
    answer = counsellor.post(f"/klien/{client.pk}/pendampingan/", told)
    course = PsychosocialCourse.objects.get(migrant=client)
    assert answer.url == f"/pendampingan/{course.pk}/"
    counsellor.post(f"/pendampingan/{course.pk}/ubah/", {"goals": ["work"], "version": "1"})
    told = {
        "started_at": "01/10/2026 09.00",
        "from_paper": "on",
        "channel": "face_to_face",
        "outcome": "enough",
        "summary": "Ia bercerita.",
    }
    counsellor.post(f"/pendampingan/{course.pk}/catat/", told)
    told = {"ending": "goals_met", "wellbeing_after": "4", "version": "2"}
    counsellor.post(f"/pendampingan/{course.pk}/tutup/", told)
    course.refresh_from_db()
    assert (course.goals, course.wellbeing_after, course.ending) == (["work"], 4, "goals_met")
    assert [row.summary for row in course.sessions.all()] == [""]
    page = content(counsellor.get(f"/pendampingan/{course.pk}/"))
    assert "4 - baik" in page and "<textarea" not in page


@pytest.mark.parametrize("who", ["konselor.cirebon", "supervisor.cirebon"])
def test_the_counsellor_and_her_supervisor_see_it(as_user, course, talk, who):
    reader = as_user(who)
    assert reader.get(f"/pendampingan/{course.pk}/").status_code == 200
    page = content(reader.get(f"/klien/{course.migrant_id}/"))
    assert f"/pendampingan/{course.pk}/" in page
    assert "Pendampingan dibuka" in page


@pytest.mark.parametrize("who", OTHERS)
def test_for_everybody_else_it_does_not_exist(as_user, course, talk, who):
    reader = as_user(who)
    for path in ("", "ubah/", "catat/", "tutup/"):
        assert reader.get(f"/pendampingan/{course.pk}/{path}").status_code in (403, 404)
    assert reader.get(f"/konseling/{talk.pk}/").status_code in (403, 404)
    for answer in (
        reader.get(f"/klien/{course.migrant_id}/"),
        reader.get("/konseling/"),
        reader.get("/beranda/"),
        reader.get("/notifikasi/"),
        reader.post("/cari/", {"q": "Suharti"}),
        reader.post("/cari/", {"q": talk.code}),
    ):
        shown = content(answer).replace(f"“{talk.code}”", "")
        told = [str(course.pk), str(talk.pk), talk.code, "Pendampingan dibuka", "Pendampingan psikososial"]  # fmt: skip
        if answer.request["PATH_INFO"].startswith("/klien/") and who in ("wcc.cirebon", "sbmi.cirebon"):  # fmt: skip
            told.pop()  # her own empty block, if she may see the client at all
        assert [word for word in told if word in shown] == [], (who, answer.request["PATH_INFO"])


def test_the_desk_of_the_same_office_meets_the_client_as_ever(as_user, client, course, talk):
    page = content(as_user("meja.cirebon").get(f"/klien/{client.pk}/"))
    assert "sikososial" not in page
    assert "Tindak lanjut " not in page
    assert "Konseling dicatat" not in page


def test_another_counsellor_sees_only_that_she_has_none(as_user, cast, course):
    """Of the same house even: her block is empty, and says nothing of another's course."""
    seen = PsychosocialCourse.objects.visible_to(cast["meja.cirebon"])
    assert not seen.exists()
    assert not PsychosocialCourse.objects.visible_to(cast["konselor.tulungagung"]).exists()


def test_the_supervisor_may_close_but_does_not_work_on_it(as_user, course):
    head = as_user("supervisor.cirebon")
    assert head.get(f"/pendampingan/{course.pk}/catat/").status_code == 404
    assert head.get(f"/pendampingan/{course.pk}/ubah/").status_code == 404
    head.post(f"/pendampingan/{course.pk}/tutup/", {"ending": "handed_on", "version": "1"})
    course.refresh_from_db()
    assert course.ending == "handed_on"


def test_the_audit_trail_calls_it_a_conversation():
    assert names.subject_name("services.psychosocialcourse") == names.subject_name(
        "services.counsellingsession"
    )


def test_the_reader_of_the_trail_meets_no_course(as_user, course, talk):
    page = content(as_user("ppdp").get("/privasi/jejak/"))
    assert "pendampingan" not in page.lower()
    assert "psychosocial" not in page.lower()


def test_an_appointment_kept_by_such_a_conversation_shows_the_desk_no_way_to_it(
    as_user, cast, client, course
):
    by = cast["konselor.cirebon"]
    at = timezone.now() - timedelta(hours=1)
    planned = actions.plan_appointment(client, at=at, channel="phone", by=by)
    told = {"channel": "phone", "kind": "psychosocial", "started_at": at, "outcome": "enough"}
    session = actions.log_appointment(planned, by=by, **told)
    assert session.course == course
    for who in ("meja.cirebon", "supervisor.wcc.cirebon"):
        answer = as_user(who).get(f"/janji/{planned.pk}/")
        assert str(session.pk) not in content(answer)
    assert str(session.pk) in content(as_user("konselor.cirebon").get(f"/janji/{planned.pk}/"))


def test_it_is_in_no_export_of_sessions_of_others(cast, talk):
    for who in ("meja.cirebon", "sbmi.cirebon", "wcc.cirebon"):
        assert not CounsellingSession.objects.visible_to(cast[who]).filter(pk=talk.pk).exists()


def test_nothing_of_it_goes_to_the_printer(as_user, course, talk):
    page = content(as_user("konselor.cirebon").get(f"/klien/{course.migrant_id}/cetak/"))
    assert course.migrant.code in page
    assert not [
        word for word in ("sikososial", "Pendampingan", "Konseling dicatat") if word in page
    ]
