import io
import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from openpyxl import Workbook

from ltsa.audit.models import Record
from services import actions
from services.models import Attendance, CounsellingSession

pytestmark = pytest.mark.django_db

SHOWN = re.compile(r"12\W?3456\W?7890")
TWO = "Suharti Contohsari; P; 27; Gebang Kulon; 081234567890; ya\nJoko Misalnya; L; 40"


@pytest.fixture
def meeting(cast):
    return actions.log_session(
        kind="information",
        channel="village_post",
        started_at=timezone.now() - timedelta(hours=2),
        outcome="enough",
        title="Penyuluhan contoh",
        by=cast["meja.cirebon"],
    )


def address(meeting) -> str:
    return f"/konseling/{meeting.pk}/peserta/"


def paste(client, meeting, text: str, do: str = "save", **more):
    return client.post(address(meeting), {"text": text, "phase": "before", "do": do, **more})


def test_a_list_is_looked_at_before_anything_is_saved(as_user, meeting):
    page = paste(as_user("meja.cirebon"), meeting, TWO, do="look")
    assert "Simpan 2 peserta" in page.content.decode()
    assert not Attendance.objects.exists()


def test_what_was_looked_at_is_saved(as_user, meeting):
    assert paste(as_user("meja.cirebon"), meeting, TWO).status_code == 302
    assert [row.name for row in meeting.attendances.order_by("pk")] == [
        "Suharti Contohsari",
        "Joko Misalnya",
    ]


def test_one_wrong_line_saves_nothing_and_loses_nothing(as_user, meeting):
    page = paste(as_user("meja.cirebon"), meeting, TWO + "\nDewi Umpama; Q; 30")
    assert "1 perlu diperbaiki" in page.content.decode()
    assert "Dewi Umpama; Q; 30" in page.content.decode()
    assert not Attendance.objects.exists()


def test_a_file_is_read_into_the_box(as_user, meeting):
    book = Workbook()
    for row in (["Nama", "L/P", "Umur"], ["Dewi Umpamawati", "P", 33]):
        book.active.append(row)
    body = io.BytesIO()
    book.save(body)
    upload = SimpleUploadedFile("daftar.xlsx", body.getvalue())
    page = paste(as_user("meja.cirebon"), meeting, "", do="look", sheet=upload)
    assert "Dewi Umpamawati\tP\t33" in page.content.decode()


@pytest.mark.parametrize("body", [b"\x89PNG\r\n\x1a\n" + b"x" * 200, b"PK\x03\x04broken", b""])
def test_a_file_that_is_no_list_is_refused_in_words(as_user, meeting, body):
    upload = SimpleUploadedFile("daftar.xlsx", body)
    page = paste(as_user("meja.cirebon"), meeting, "", do="look", sheet=upload)
    assert page.status_code == 200
    assert page.context["form"].errors


def test_ten_thousand_names_get_a_clear_answer_and_stay_in_the_box(as_user, meeting):
    page = paste(as_user("meja.cirebon"), meeting, "Peserta Contoh; P; 30\n" * 10_000)
    assert "Paling banyak 500 orang" in page.content.decode()
    assert not Attendance.objects.exists()


def test_one_more_person_is_added_and_the_page_stays(as_user, meeting):
    told = {"name": "Dewi Umpama", "sex": "female", "age_band": "18-24", "phase": "before"}
    page = as_user("meja.cirebon").post(f"{address(meeting)}tambah/", told)
    assert page.url == f"{address(meeting)}tambah/"
    assert meeting.attendances.get().name == "Dewi Umpama"


def test_who_wants_to_be_spoken_to_is_a_task_until_it_is_done(as_user, meeting):
    officer = as_user("meja.cirebon")
    paste(officer, meeting, TWO)
    assert "Peserta yang ingin dihubungi" in officer.get("/beranda/").content.decode()
    lead = Attendance.objects.get(wants_follow_up=True)
    officer.post(f"/peserta/{lead.pk}/dihubungi/")
    assert "Peserta yang ingin dihubungi" not in officer.get("/beranda/").content.decode()


def test_a_name_is_linked_to_a_client_by_her_code(as_user, meeting, migrant):
    officer = as_user("meja.cirebon")
    paste(officer, meeting, "Dewi Umpama; P; 30")
    row = meeting.attendances.get()
    officer.post(f"/peserta/{row.pk}/", {"code": migrant.code})
    row.refresh_from_db()
    assert row.migrant == migrant


def test_a_line_can_be_taken_off_again(as_user, meeting):
    officer = as_user("meja.cirebon")
    paste(officer, meeting, "Dewi Umpama; P; 30")
    officer.post(f"/peserta/{meeting.attendances.get().pk}/hapus/")
    assert not meeting.attendances.exists()


def test_the_list_of_a_meeting_is_its_house_s_alone(as_user, meeting):
    paste(as_user("meja.cirebon"), meeting, "Dewi Umpama; P; 30")
    row = meeting.attendances.get()
    for who in ("wcc.cirebon", "meja.tulungagung", "sbmi.cirebon"):
        assert as_user(who).get(address(meeting)).status_code == 404
        assert as_user(who).get(f"/peserta/{row.pk}/").status_code == 404


def test_names_of_a_list_stand_encrypted_in_the_table(as_user, meeting, django_db_blocker):
    paste(as_user("meja.cirebon"), meeting, "Dewi Umpama; P; 30; Gebang Kulon; 081234567890")
    stored = Attendance.objects.extra(select={"raw": "name || phone"}).get().raw
    assert "Dewi" not in stored
    assert "1234567890" not in stored


def test_a_meeting_goes_on_to_its_names_when_asked(as_user):
    told = {
        "title": "Penyuluhan contoh",
        "channel": "village_post",
        "kind": "information",
        "started_at": timezone.localtime().strftime("%d/%m/%Y %H.%M"),
        "outcome": "enough",
        "do": "names",
    }
    page = as_user("meja.cirebon").post("/konseling/kelompok/", told)
    assert page.url == address(CounsellingSession.objects.get())


def test_her_number_is_masked_until_it_is_asked_for_and_both_looks_leave_a_trace(as_user, meeting):
    officer = as_user("meja.cirebon")
    paste(officer, meeting, TWO)
    lead = Attendance.objects.get(wants_follow_up=True)
    assert "7890" in (page := officer.get(f"/peserta/{lead.pk}/").content.decode())
    assert not SHOWN.search(page)
    assert Record.objects.get(subject=meeting.pk, verb="view").fields == ["attendances"]
    shown = officer.post(f"/peserta/{lead.pk}/", {"do": "phone"}).content.decode()
    assert SHOWN.search(shown)
    assert Record.objects.get(subject=meeting.pk, verb="reveal").fields == ["attendances.phone"]
    lead.refresh_from_db()
    assert lead.migrant_id is None


def test_a_key_of_one_meeting_does_not_answer_for_another(as_user, cast, meeting):
    told = {"kind": "information", "channel": "village_post", "outcome": "enough", "title": "Lain"}
    other = actions.log_session(started_at=timezone.now(), by=cast["meja.cirebon"], **told)
    officer, key = as_user("meja.cirebon"), str(uuid4())
    assert paste(officer, meeting, TWO, idempotency_key=key).status_code == 302
    page = paste(officer, other, TWO, idempotency_key=key)
    assert "sudah disimpan sebelumnya" in page.content.decode()
    assert paste(officer, meeting, TWO, idempotency_key=key).status_code == 302
    assert (meeting.attendances.count(), other.attendances.count()) == (2, 0)
