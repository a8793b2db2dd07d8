import pytest

from cases.actions import assess
from cases.models import Assessment, Case


@pytest.fixture
def desk(as_user):
    return as_user("meja.cirebon")


def test_the_page_warns_in_plain_words_before_an_indication_closes_the_case(case, desk):
    page = desk.get(f"/kasus/{case.pk}/penilaian/penapisan/").content.decode()
    assert "tertutup untuk semua orang, kecuali tim yang ditunjuk" in page
    assert (
        "tertutup untuk semua"
        not in desk.get(f"/kasus/{case.pk}/penilaian/risiko/").content.decode()
    )


def test_a_risk_is_shown_with_its_day_and_what_it_rests_on(case, desk):
    answer = desk.post(
        f"/kasus/{case.pk}/penilaian/risiko/", {"suicide": "yes", "note": "Ditemani."}
    )
    page = desk.get(answer.url).content.decode()
    assert "Ada pikiran untuk mengakhiri hidup." in page
    assert "Ditemani." in page
    assert "Risiko tinggi, " in desk.get(f"/kasus/{case.pk}/").content.decode()
    assert "Risiko" not in desk.get("/kasus/").content.decode()


def test_two_clicks_make_one_assessment(case, desk):
    form = desk.get(f"/kasus/{case.pk}/penilaian/risiko/").context["form"]
    for _ in range(2):
        desk.post(f"/kasus/{case.pk}/penilaian/risiko/", {"idempotency_key": form.key})
    assert Assessment.objects.count() == 1


def test_whoever_finds_an_indication_and_may_not_work_on_it_is_left_with_code_and_state(case, desk):
    answer = desk.post(f"/kasus/{case.pk}/penilaian/penapisan/", {"recruited": "yes"}, follow=True)
    page = answer.content.decode()
    assert "Tersimpan. Kasus ini sekarang terbatas" in page
    assert "Suharti" not in page
    assert case.code in page
    assert Case.objects.get(pk=case.pk).trafficking == "partial"


def test_two_clicks_that_close_the_case_are_answered_kindly(case, desk):
    form = desk.get(f"/kasus/{case.pk}/penilaian/penapisan/").context["form"]
    told = {"recruited": "yes", "idempotency_key": form.key}
    address = f"/kasus/{case.pk}/penilaian/penapisan/"
    assert [desk.post(address, told).status_code for _ in range(2)] == [302, 404]
    assert Assessment.objects.count() == 1


def test_a_strange_answer_is_asked_again(case, desk):
    assert desk.post(f"/kasus/{case.pk}/penilaian/risiko/", {"suicide": "x\0"}).status_code == 200


def test_before_the_limits_there_is_no_field_for_words(make_case, as_user):
    secret = make_case(restricted=True, types=(), account="", by="konselor.cirebon")
    head = as_user("konselor.cirebon")
    page = head.get(f"/kasus/{secret.pk}/penilaian/risiko/").content.decode()
    assert 'name="note"' not in page
    assert f"/kasus/{secret.pk}/batas/" in page


def test_earlier_ones_stand_beside_the_last(case, desk, cast):
    first = assess(case, "needs_risk", answers={"suicide": "yes"}, by=cast["meja.cirebon"])
    last = assess(case, "needs_risk", answers={"suicide": "no"}, by=cast["meja.cirebon"])
    assert f"/penilaian/{first.pk}/" in desk.get(f"/penilaian/{last.pk}/").content.decode()
    page = desk.get(f"/kasus/{case.pk}/").content.decode()
    assert f"/penilaian/{last.pk}/" in page
    assert f"/penilaian/{first.pk}/" not in page
