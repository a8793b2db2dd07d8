import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from cases.actions import add_file, remove_file
from cases.models import CaseFile
from ltsa.audit.models import Record
from tests.ltsa.uploads.papers import pdf
from tests.ltsa.uploads.test_handler import GIGABYTE, sent
from tests.ltsa.uploads.test_scanner import scanner_says  # noqa: F401


def paper(content=None, name="Slip Suharti.pdf"):
    return SimpleUploadedFile(name, content or pdf(), "application/pdf")


def photo():
    written = io.BytesIO()
    Image.new("RGB", (40, 30)).save(written, "JPEG")
    return SimpleUploadedFile("IMG_0001.jpg", written.getvalue(), "image/jpeg")


@pytest.fixture
def file(case, cast):
    return add_file(case, upload=paper(), kind="payslip", by=cast["meja.cirebon"])


@pytest.fixture
def hidden(make_case, cast):
    by = cast["konselor.cirebon"]
    case = make_case(by=by, types=("GBV02",), limits_explained=True)
    return add_file(case, upload=photo(), kind="evidence", by=by)


def test_a_file_is_added_from_the_case_and_handed_out_as_a_file(case, as_user):
    client, page = as_user("meja.cirebon"), f"/kasus/{case.pk}/berkas/"
    key = client.get(page).context["form"].key
    told = {"kind": "payslip", "note": "Maret", "idempotency_key": key}
    answers = [client.post(page, {**told, "file": paper()}) for _click in range(2)]
    assert {answer.url for answer in answers} == {f"/kasus/{case.pk}/"}
    file = CaseFile.objects.get()
    shown = client.get(f"/kasus/{case.pk}/").content.decode()
    assert "Maret" in shown
    assert f"/berkas/{file.pk}/" in shown
    assert "Suharti.pdf" not in client.get(f"/berkas/{file.pk}/").content.decode()
    answer = client.get(f"/berkas/{file.pk}/isi/")
    assert answer.content == pdf()
    assert answer["Content-Disposition"] == f'attachment; filename="{case.code}-1.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert "no-store" in answer["Cache-Control"]
    assert Record.objects.filter(subject=file.pk, verb="view").count() == 2


def test_a_photo_taken_on_the_spot_is_one_too(case, as_user):
    client, page = as_user("meja.cirebon"), f"/kasus/{case.pk}/berkas/"
    client.post(page, {"kind": "contract", "photo": photo()})
    assert CaseFile.objects.get().is_photo
    both = client.post(page, {"kind": "contract", "photo": photo(), "file": paper()})
    assert both.context["form"].errors["photo"]
    assert client.post(page, {"kind": "contract"}).context["form"].errors["file"]


@pytest.mark.parametrize(
    ("content", "rule"),
    [(b"<svg><script>alert(1)</script></svg>", "type"), (pdf(b"<< /S /JavaScript >>"), "active")],
)
def test_a_refused_file_keeps_what_was_typed_and_is_on_record(case, as_user, content, rule):
    client, page = as_user("meja.cirebon"), f"/kasus/{case.pk}/berkas/"
    answer = client.post(page, {"kind": "payslip", "note": "Maret 2026", "file": paper(content)})
    assert "Maret 2026" in answer.content.decode()
    assert answer.context["form"].errors["file"]
    assert Record.objects.get(verb="refused", subject=case.pk).fields == ["file.add", rule]
    assert not CaseFile.objects.exists()


def test_a_virus_is_on_record_and_not_kept(case, as_user, scanner_says):  # noqa: F811
    scanner_says(b"stream: Eicar-Test-Signature FOUND\0")
    client, page = as_user("meja.cirebon"), f"/kasus/{case.pk}/berkas/"
    answer = client.post(page, {"kind": "payslip", "file": paper()})
    assert "virus" in answer.content.decode()
    assert Record.objects.get(verb="refused").fields == ["file.add", "infected"]
    assert not CaseFile.objects.exists()


def test_a_clean_file_says_when_it_was_looked_at(case, as_user, scanner_says):  # noqa: F811
    scanner_says(b"stream: OK\0")
    client = as_user("meja.cirebon")
    client.post(f"/kasus/{case.pk}/berkas/", {"kind": "payslip", "file": paper()})
    assert CaseFile.objects.get().scanned_at


def test_of_a_gigabyte_nothing_is_kept_and_the_form_comes_back(case, as_user):
    request, body = sent(GIGABYTE)
    told = {key: request.META[key] for key in ("CONTENT_TYPE", "CONTENT_LENGTH")}
    page = f"/kasus/{case.pk}/berkas/"
    answer = as_user("meja.cirebon").generic("POST", page, **told, **{"wsgi.input": body})
    assert answer.status_code == 200
    assert "Slip gaji Maret" in answer.content.decode()
    assert "terlalu besar" in answer.content.decode()
    assert body.given < 1_000_000
    assert Record.objects.get(verb="refused", subject=case.pk).fields == ["file.add", "large"]


def test_a_new_version_and_its_old_one(file, as_user):
    client = as_user("meja.cirebon")
    form = client.get(f"/berkas/{file.pk}/ganti/").context["form"]
    assert form.initial["kind"] == "payslip"
    answer = client.post(
        f"/berkas/{file.pk}/ganti/", {"kind": "payslip", "note": "Jelas", "file": photo()}
    )
    newer = CaseFile.objects.get(replaces=file)
    assert answer.url == f"/berkas/{newer.pk}/"
    assert f"/berkas/{file.pk}/" in client.get(answer.url).content.decode()
    old = client.get(f"/berkas/{file.pk}/").content.decode()
    assert f"/berkas/{file.pk}/ganti/" not in old
    again = client.post(f"/berkas/{file.pk}/ganti/", {"kind": "payslip", "file": paper()})
    assert again.status_code == 200  # says that it was replaced already


def test_off_the_list_is_gone_for_everybody(file, as_user):
    client, page = as_user("meja.cirebon"), f"/berkas/{file.pk}/hapus/"
    assert client.post(page, {"reason": ""}).context["form"].errors
    for _click in range(2):
        assert client.post(page, {"reason": "Salah kasus"}).url == f"/kasus/{file.case_id}/"
    for path in ("", "isi/", "ganti/"):
        assert client.get(f"/berkas/{file.pk}/{path}").status_code == 404


@pytest.mark.parametrize("path", ["", "isi/", "ganti/", "hapus/"])
@pytest.mark.parametrize("who", ["meja.cirebon", "wcc.cirebon", "admin.cirebon", "ppdp"])
def test_a_file_of_a_restricted_case_is_there_for_its_team_alone(hidden, as_user, who, path):
    assert as_user(who).get(f"/berkas/{hidden.pk}/{path}").status_code in (403, 404)
    assert as_user("konselor.cirebon").get(f"/berkas/{hidden.pk}/{path}").status_code == 200


@pytest.mark.parametrize("who", ["wcc.cirebon", "admin.cirebon", "kader.cirebon", "ppdp", "sistem"])
def test_who_sees_a_line_of_a_case_or_nothing_sees_no_file(file, as_user, who):
    client = as_user(who)
    assert client.get(f"/berkas/{file.pk}/").status_code in (403, 404)
    assert client.get(f"/berkas/{file.pk}/isi/").status_code in (403, 404)
    assert "Slip gaji" not in client.get(f"/kasus/{file.case_id}/").content.decode()


def test_a_closed_case_shows_its_files_and_takes_none(file, as_user):
    client = as_user("meja.cirebon")
    type(file.case).objects.filter(pk=file.case_id).update(state="resolved")
    assert client.get(f"/berkas/{file.pk}/").status_code == 200
    assert client.get(f"/kasus/{file.case_id}/berkas/").status_code == 404
    assert client.get(f"/berkas/{file.pk}/ganti/").status_code == 404


def test_a_removed_file_is_on_the_timeline_by_its_deed_alone(file, as_user, cast):
    remove_file(file, reason="Foto orang lain", by=cast["meja.cirebon"])
    shown = as_user("meja.cirebon").get(f"/kasus/{file.case_id}/").content.decode()
    assert "Berkas dihapus dari daftar" in shown
    assert "Foto orang lain" not in shown
