import re
import uuid

import pytest

from ltsa.drafts.models import Draft
from services.models import Migrant

NIK = "3209305708990003"


@pytest.fixture
def desk(as_user):
    return as_user("meja.cirebon")


@pytest.fixture
def typed():
    return {
        "full_name": "Suharti Contohsari", "sex": "female", "age_band": "25-35", "village": "32.09.30.2007",
        "client_type": "prospective", "phase": "before", "consent": "named", "idempotency_key": str(uuid.uuid4()),
    }  # fmt: skip


def test_a_double_click_makes_one_client_and_both_lead_to_her(desk, typed):
    first, second = (desk.post("/klien/baru/", typed) for _ in range(2))
    assert first.status_code == second.status_code == 302
    assert first.url == second.url
    assert Migrant.objects.count() == 1


def test_the_same_form_with_other_words_is_refused_and_keeps_them(desk, typed):
    desk.post("/klien/baru/", typed)
    page = desk.post("/klien/baru/", typed | {"full_name": "Lestari Andaisari"}).text
    assert "Lestari Andaisari" in page
    assert "sudah disimpan sebelumnya" in page
    assert Migrant.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("full_name", ""), ("full_name", "x" * 121), ("full_name", "a\0b"), ("sex", "both"), ("age_band", ""),
        ("birth_date", "31/02/1999"), ("birth_date", "01/01/2999"), ("birth_date", "01/01/0001"), ("village", "99.99"),
        ("phone", "nomor saya"), ("phone", "9" * 30), ("client_type", ""), ("consent", ""), ("nik", "1" * 41),
    ],
)  # fmt: skip
def test_the_message_stands_at_the_field_and_all_else_is_kept(desk, typed, field, value):
    answer = desk.post("/klien/baru/", typed | {"destination": "Hong Kong", field: value})
    assert answer.status_code == 200
    assert field in answer.context["form"].errors
    assert 'value="Hong Kong"' in answer.text
    assert not Migrant.objects.exists()


def test_a_nik_of_seventeen_digits_is_asked_about_once_and_then_saved(desk, typed):
    typed |= {"nik": NIK + "4"}
    page = desk.post("/klien/baru/", typed)
    assert page.status_code == 200
    assert desk.post("/klien/baru/", typed | {"confirmed": "on"}).status_code == 302
    assert Migrant.objects.get().nik == NIK + "4"


def test_a_possible_double_is_asked_about_once(desk, make_migrant, typed):
    known = make_migrant()
    assert known.code in desk.post("/klien/baru/", typed).text
    assert desk.post("/klien/baru/", typed | {"confirmed": "on"}).status_code == 302


def test_a_stale_edit_shows_both_values_and_may_be_saved_knowingly(desk, migrant, typed):
    page = f"/klien/{migrant.pk}/ubah/"
    body = typed | {"version": migrant.version}
    assert desk.post(page, body | {"destination": "Hong Kong"}).status_code == 302
    late = desk.post(page, body | {"destination": "Singapura"})
    assert late.status_code == 409
    assert "Hong Kong" in late.text
    assert "Singapura" in late.text
    (form,) = [late.context["form"]]
    again = body | {"destination": "Singapura", "version": form["version"].value()}
    assert desk.post(page, again).status_code == 302
    assert Migrant.objects.get(pk=migrant.pk).destination == "Singapura"


def test_a_save_drops_the_draft(desk, typed, cast):
    shown = desk.get("/klien/baru/")
    stamp = shown.context["form"].stamp
    assert desk.post("/draf/simpan/", typed | {"draft_stamp": stamp}).status_code == 204
    assert 'value="Suharti Contohsari"' in desk.get("/klien/baru/").text
    desk.post("/klien/baru/", typed)
    assert not Draft.objects.exists()


@pytest.mark.parametrize("path", ["/klien/", "/klien/{pk}/", "/klien/{pk}/tampilkan/nik/"])
def test_rule_9_no_title_and_no_address_holds_a_number_or_a_name(desk, make_migrant, path):
    client = make_migrant(nik=NIK, phone="081234567890", passport="C1234567")
    answer = desk.get(path.format(pk=client.pk)).text
    title = re.search(r"<title>(.*?)</title>", answer, re.DOTALL)[1]
    for secret in (NIK, "81234567890", "C1234567", "Suharti"):
        assert secret not in title
        assert not [link for link in re.findall(r'(?:href|action)="([^"]*)"', answer) if secret in link]  # fmt: skip
    assert NIK not in answer


def test_rule_9_a_search_for_a_number_stays_out_of_the_address(desk, make_migrant):
    make_migrant(nik=NIK)
    answer = desk.post("/klien/", {"q": NIK})
    assert "Suharti" in answer.text
    assert not re.findall(rf'(?:href|action|src)="[^"]*{NIK}', answer.text)


def test_a_number_is_shown_only_after_a_reason(desk, make_migrant):
    page = f"/klien/{make_migrant(nik=NIK).pk}/tampilkan/nik/"
    assert NIK not in desk.get(page).text
    assert NIK not in desk.post(page, {"field": "nik", "why": "other", "words": "cek"}).text
    assert NIK in desk.post(page, {"field": "nik", "why": "letter", "words": "formulir BPJS"}).text
