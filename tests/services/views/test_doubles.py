"""The piece of the intake that says who may be registered already, and the neutral question about other houses."""

import re

import pytest

from ltsa.audit.models import Record
from services.actions.elsewhere import MOST, SEARCH

NIK, UNKNOWN = "3209145708990003", "3209145708990009"
KNOWN_ELSEWHERE = "Klien sudah terdaftar di tempat lain. Bila ia mau, tanyakan di mana, lalu minta persetujuannya untuk berbagi data."
TOKEN = re.compile(r"\w{64}")
TYPED = {
    "full_name": "Contohsari Soeharti", "sex": "female", "age_band": "25-35", "village": "32.09.30.2007",
    "client_type": "prospective", "phase": "before", "consent": "named",
}  # fmt: skip


@pytest.fixture
def desk(as_user):
    return as_user("meja.cirebon")


def test_while_typing_those_who_may_be_her_are_shown_with_why(desk, make_migrant):
    known = make_migrant(nik=NIK)
    piece = desk.post("/klien/mirip/", TYPED).text
    assert known.code in piece
    assert "Nama mirip, desa sama" in piece
    assert f"/klien/{known.pk}/konseling/" in piece
    assert "NIK sama" in desk.post("/klien/mirip/", TYPED | {"nik": NIK}).text
    assert "<html" not in piece


@pytest.mark.parametrize(
    "typed", [{}, {"full_name": "S"}, {"nik": "9" * 100_000}, {"birth_date": "01/01/0001"}]
)
def test_what_cannot_be_read_yet_finds_nobody(desk, make_migrant, typed):
    make_migrant()
    assert desk.post("/klien/mirip/", typed).text.strip() == ""


def test_her_own_record_is_no_double_of_the_client_being_changed(desk, make_migrant):
    known = make_migrant()
    told = TYPED | {"except_for": str(known.pk)}
    assert desk.post("/klien/mirip/", told).text.strip() == ""


def test_rule_10_the_piece_is_empty_for_a_client_of_another_house(desk, make_migrant):
    make_migrant(by="wcc.cirebon", nik=NIK)
    assert desk.post("/klien/mirip/", TYPED | {"nik": NIK}).text.strip() == ""


def test_without_scripts_they_are_shown_at_the_save_which_is_not_blocked(desk, make_migrant):
    known = make_migrant()
    page = desk.post("/klien/baru/", TYPED).text
    assert "Mungkin sudah terdaftar" in page
    assert f"/klien/{known.pk}/" in page
    assert "Periksa di tempat lain" in page
    assert desk.post("/klien/baru/", TYPED | {"confirmed": "on"}).status_code == 302


def test_rule_10_the_answer_is_one_sentence_and_else_nothing_differs(desk, make_migrant):
    make_migrant(by="sbmi.cirebon", nik=NIK)
    hit, miss = (desk.post("/klien/terdaftar/", {"number": one}).text for one in (NIK, UNKNOWN))
    assert KNOWN_ELSEWHERE in hit
    assert KNOWN_ELSEWHERE not in miss
    hit = hit.replace(KNOWN_ELSEWHERE, "").replace(NIK, "")
    miss = miss.replace("Tidak ditemukan di tempat lain. Daftarkan bila ia mau.", "")
    assert TOKEN.sub("", hit) == TOKEN.sub("", miss.replace(UNKNOWN, ""))


@pytest.mark.parametrize(
    "sent", [{"q": NIK}, {"number": NIK}, {"nik": NIK, "full_name": "Suharti"}]
)
def test_the_search_box_and_the_intake_send_what_they_have(desk, make_migrant, sent):
    make_migrant(by="sbmi.cirebon", nik=NIK)
    assert KNOWN_ELSEWHERE in desk.post("/klien/terdaftar/", sent).text


@pytest.mark.parametrize("sent", [{}, {"q": "Suharti"}, {"q": "7890"}, {"full_name": "Suharti"}])
def test_a_part_of_a_name_or_number_is_not_asked(desk, sent):
    answer = desk.post("/klien/terdaftar/", sent)
    assert answer.context["form"].errors
    assert not Record.objects.filter(subject_type=SEARCH).exists()


def test_the_empty_search_leads_to_the_question(desk):
    assert "/klien/terdaftar/" in desk.post("/klien/", {"q": UNKNOWN}).text


def test_the_twenty_first_question_in_an_hour_is_kindly_put_off(desk):
    for _ in range(MOST):
        assert desk.post("/klien/terdaftar/", {"number": NIK}).status_code == 200
    answer = desk.post("/klien/terdaftar/", {"number": NIK})
    assert answer.status_code == 429
    assert "Coba lagi pukul" in answer.text


@pytest.mark.parametrize(
    "who", ["konselor.cirebon", "wcc.cirebon", "sbmi.cirebon", "admin.cirebon"]
)
def test_only_the_desk_asks_about_other_houses(as_user, who):
    assert as_user(who).post("/klien/terdaftar/", {"number": NIK}).status_code == 403
