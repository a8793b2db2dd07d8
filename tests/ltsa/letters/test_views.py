import io
from urllib.parse import urlencode

import pytest
from pypdf import PdfReader

from ltsa.letters.models import Letter, LetterNumber, LetterText

HERE = "/kelola/surat/"


def post(web, **changed):
    told = {"subject": "Undangan", "body": "Kami mengundang {pengadu}.", "version": "0"} | changed
    return web.post(f"{HERE}invitation/ubah/", told)


@pytest.fixture
def admin(as_user):
    return as_user("admin.cirebon")


def test_the_list_says_which_texts_were_changed(admin):
    assert admin.get(HERE).content.decode().count("Teks bawaan") == 6
    assert post(admin).status_code == 302
    page_now = admin.get(HERE).content.decode()
    assert page_now.count("Teks bawaan") == 5 and "Diubah" in page_now


def test_an_unknown_placeholder_is_refused_with_a_list_and_nothing_is_lost(admin):
    answer = post(admin, body="Kepada {nik} yang terhormat")
    words = answer.content.decode()
    assert answer.status_code == 200 and "{nomor_kasus}" in words and "{nik}" in words
    assert "yang terhormat" in words
    assert not LetterText.objects.exists()


def test_two_who_change_a_text_at_once_are_shown_both(admin):
    post(admin)
    answer = post(admin, body="Versi lain.")
    assert "baru saja diubah orang lain" in answer.content.decode()
    assert LetterText.objects.get().body == "Kami mengundang {pengadu}."


def test_an_example_is_a_pdf_of_what_stands_in_the_form_and_takes_no_number(admin):
    for answer in (
        admin.get(f"{HERE}invitation/contoh/"),
        admin.post(f"{HERE}invitation/contoh/", {"subject": "S", "body": "Kata baru {tempat}", "version": "0"}),
    ):  # fmt: skip
        assert answer["Content-Type"] == "application/pdf"
        said = PdfReader(io.BytesIO(answer.content)).pages[0].extract_text()
        assert "CONTOH" in said
    assert "Kata baru" in said
    wrong = admin.post(
        f"{HERE}invitation/contoh/", {"subject": "S", "body": "{nik}", "version": "0"}
    )
    assert "tidak dikenal" in wrong.content.decode()
    assert not (
        Letter.objects.exists() or LetterNumber.objects.exists() or LetterText.objects.exists()
    )


def test_the_shipped_text_comes_back_and_the_history_stays(admin):
    post(admin)
    admin.post(f"{HERE}invitation/bawaan/", {"version": "1"})
    words = admin.get(f"{HERE}invitation/").content.decode()
    assert "Versi 2" in words and "Versi 1" in words and "Dengan hormat" in words


@pytest.mark.parametrize("version", ["", "0", "x", "99", "-1", "9" * 30])
def test_going_back_with_a_wrong_version_changes_nothing(admin, version):
    post(admin)
    admin.post(f"{HERE}invitation/bawaan/", {"version": version})
    assert not LetterText.objects.filter(shipped=True).exists()


def test_an_unknown_kind_is_not_found(admin):
    for tail in ("", "ubah/", "contoh/"):
        assert admin.get(f"{HERE}visum/{tail}").status_code == 404


@pytest.mark.parametrize("who", ["meja.cirebon", "supervisor.cirebon", "wcc.cirebon", "ppdp"])
def test_only_the_district_admin_changes_texts(as_user, who):
    assert as_user(who).get(HERE).status_code == 403


@pytest.mark.parametrize(
    "body", ["\x00", "x" * 1_000_000, "王", "{" * 500, "\ud800", "", "\n" * 9000, "{butir}"]
)
def test_bad_input_is_refused_and_is_no_error(admin, body):
    for tail in ("ubah/", "contoh/"):
        told = {"subject": body, "body": body, "version": "0"}
        answer = admin.post(
            f"{HERE}invitation/{tail}",
            urlencode(told, errors="surrogatepass"),
            content_type="application/x-www-form-urlencoded",
        )
        assert answer.status_code in (200, 400)
    assert not LetterText.objects.exists()
