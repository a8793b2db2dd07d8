from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from cases.models import Case, Hearing, Invitation, Mediation, Promise, Recovery
from ltsa.audit.models import Record
from tests.cases.mediations import ask, hear, in_progress, money, pay


@pytest.fixture
def desk(cast):
    return cast["meja.cirebon"]


@pytest.fixture
def going(make_case, desk):
    return in_progress(make_case(), by=desk)


@pytest.fixture
def mediation(going, desk):
    return ask(going, by=desk)


@pytest.fixture
def at_desk(as_user):
    return as_user("meja.cirebon")


ASKED = {
    "respondent": "new",
    "kind": "sponsor",
    "name": "Budi Umpama",
    "client_willing": "on",
    "briefed": "on",
    "mediator_name": "Rahmat Contohnya",
}


def day(days):
    return (timezone.localdate() + timedelta(days=days)).strftime("%d/%m/%Y")


def test_the_course_of_a_mediation_by_its_forms(at_desk, going):
    page = at_desk.get(f"/kasus/{going.pk}/").content.decode()
    assert "Ajukan mediasi" in page
    answer = at_desk.post(f"/kasus/{going.pk}/mediasi/", ASKED)
    mediation = Mediation.objects.get()
    assert answer["Location"] == f"/mediasi/{mediation.pk}/"
    called = {"meeting": "clarification_1", "meets_at": f"{day(3)} 09.00", "place": "LTSA"}
    assert at_desk.post(f"/mediasi/{mediation.pk}/undang/", called).status_code == 302
    invitation = Invitation.objects.get()
    came = {"delivered_on": day(0), "delivered_by": "by_hand", "version": 1}
    assert at_desk.post(f"/undangan/{invitation.pk}/sampai/", came).status_code == 302
    held = {
        "meeting": "mediation",
        "held_at": timezone.localtime().strftime("%d/%m/%Y %H.%M"),
        "place": "LTSA",
        "client_came": "on",
        "respondent_came": "on",
        "result": "agreed",
        "kind_1": "money",
        "amount_1": "9.200,50",
        "currency_1": "HKD",
        "due_on_1": day(14),
        "kind_2": "documents",
        "text_2": "Paspor",
        "due_on_2": day(7),
    }
    Invitation.objects.update(sent_at=timezone.now() - timedelta(minutes=5))
    answer = at_desk.post(f"/mediasi/{mediation.pk}/pertemuan/", held)
    assert answer.status_code == 302, answer.content.decode()
    promise = Promise.objects.get(kind="money")
    assert promise.amount == Decimal("9200.50")
    signed = {"signed": "on", "version": 1}
    assert (
        at_desk.post(f"/sidang/{Hearing.objects.get().pk}/tanda-tangan/", signed).status_code == 302
    )
    paid = {
        "amount": "4.000",
        "rate": "2.081,5",
        "rate_on": day(0),
        "rate_source": "Bank Indonesia",
    }
    paid |= {"received_on": day(0)}
    assert at_desk.post(f"/kesepakatan/{promise.pk}/bayar/", paid).status_code == 302
    page = at_desk.get(f"/mediasi/{mediation.pk}/").content.decode()
    for words in ("Klarifikasi kesatu", "HKD 9.200,50", "sisa HKD 5.200,50", "Rp8.326.000"):
        assert words in page
    assert "Rp8.326.000" in at_desk.get(f"/kasus/{going.pk}/").content.decode()
    row = Recovery.objects.get()
    assert at_desk.post(f"/perolehan/{row.pk}/batal/", {"reason": "Salah catat"}).status_code == 302
    assert "Salah catat" in at_desk.get(f"/mediasi/{mediation.pk}/").content.decode()


def test_where_the_law_bars_it_the_button_is_gone_and_the_reason_is_told(at_desk, going):
    Case.objects.filter(pk=going.pk).update(threat=True)
    page = at_desk.get(f"/kasus/{going.pk}/").content.decode()
    assert "Ajukan mediasi" not in page
    assert "masih ada ancaman terhadap klien" in page
    assert at_desk.get(f"/kasus/{going.pk}/mediasi/").status_code == 200
    answer = at_desk.post(f"/kasus/{going.pk}/mediasi/", ASKED)
    assert answer.status_code == 422
    assert "bantuan hukum" in answer.content.decode()
    assert not Mediation.objects.exists()
    refusal = Record.objects.get(verb="refused", subject=going.pk)
    assert refusal.fields == ["mediate", "mediation_barred"]


def test_a_bar_that_arose_later_is_told_and_only_ending_is_left(at_desk, mediation):
    Case.objects.filter(pk=mediation.case_id).update(threat=True)
    page = at_desk.get(f"/mediasi/{mediation.pk}/").content.decode()
    assert "masih ada ancaman" in page
    assert "/undang/" not in page
    called = {"meeting": "mediation", "meets_at": f"{day(3)} 09.00", "place": "LTSA"}
    answer = at_desk.post(f"/mediasi/{mediation.pk}/undang/", called)
    assert answer.status_code == 200
    assert Record.objects.filter(verb="refused", fields=["invite", "mediation_barred"]).exists()
    assert at_desk.post(f"/mediasi/{mediation.pk}/cancel/").status_code == 302
    mediation.refresh_from_db()
    assert mediation.state == "cancelled"


def test_a_refusal_keeps_what_was_typed_and_is_on_record(at_desk, mediation):
    held = {
        "meeting": "mediation",
        "held_at": timezone.localtime().strftime("%d/%m/%Y %H.%M"),
        "place": "Balai Contoh",
        "respondent_came": "on",
        "result": "agreed",
    }
    page = at_desk.post(f"/mediasi/{mediation.pk}/pertemuan/", held).content.decode()
    assert "Balai Contoh" in page
    assert "sedikitnya satu janji" in page
    assert Record.objects.filter(verb="refused", fields=["hear", "sums_to_nothing"]).exists()


def test_an_overpayment_asks_to_be_confirmed(at_desk, mediation, desk):
    (promise,) = hear(mediation, items=[money("100", "IDR")], by=desk).promises.all()
    paid = {"amount": "200", "received_on": day(0)}
    assert "more_than_owed" not in at_desk.get(f"/kesepakatan/{promise.pk}/bayar/").content.decode()
    page = at_desk.post(f"/kesepakatan/{promise.pk}/bayar/", paid).content.decode()
    assert "more_than_owed" in page
    answer = at_desk.post(f"/kesepakatan/{promise.pk}/bayar/", paid | {"more_than_owed": "on"})
    assert answer.status_code == 302


def test_a_broken_promise_recommends_a_sanction_to_print(at_desk, mediation, desk):
    (promise,) = hear(mediation, items=[money()], by=desk).promises.all()
    assert at_desk.get(f"/mediasi/{mediation.pk}/rekomendasi/").status_code == 404
    Promise.objects.update(due_on=timezone.localdate() - timedelta(days=1))
    assert "Janji yang lewat tenggat" in at_desk.get("/beranda/").content.decode()
    assert mediation.case.code in at_desk.get("/beranda/").content.decode()
    assert at_desk.post(f"/kesepakatan/{promise.pk}/ingkar/").status_code == 302
    assert "Rekomendasi sanksi" in at_desk.get(f"/mediasi/{mediation.pk}/").content.decode()
    paper = at_desk.get(f"/mediasi/{mediation.pk}/rekomendasi/").content.decode()
    assert "HKD 9.200" in paper
    assert str(mediation.case.migrant) not in paper


def test_an_early_breach_is_refused_in_words(at_desk, mediation, desk):
    (promise,) = hear(mediation, items=[money()], by=desk).promises.all()
    page = at_desk.post(f"/kesepakatan/{promise.pk}/ingkar/", follow=True).content.decode()
    assert "baru dapat dinyatakan ingkar" in page


def test_money_without_a_promise(at_desk, going):
    told = {"kind": "money", "amount": "3.000.000", "currency": "IDR", "received_on": day(0)}
    assert at_desk.post(f"/kasus/{going.pk}/perolehan/", told).status_code == 302
    assert "Rp3.000.000" in at_desk.get(f"/kasus/{going.pk}/").content.decode()


@pytest.mark.parametrize("who", ["sbmi.cirebon", "meja.tulungagung", "wcc.cirebon"])
def test_nobody_else_finds_it(as_user, mediation, desk, who):
    (promise,) = hear(mediation, items=[money()], by=desk).promises.all()
    row = pay(promise, "1", by=desk)
    client = as_user(who)
    for path in (
        f"/mediasi/{mediation.pk}/",
        f"/mediasi/{mediation.pk}/undang/",
        f"/kasus/{mediation.case_id}/mediasi/",
        f"/kesepakatan/{promise.pk}/bayar/",
        f"/perolehan/{row.pk}/batal/",
    ):
        assert client.get(path).status_code in (403, 404), path


def test_rule_1_a_mediation_of_a_restricted_case_is_its_teams_alone(as_user, cast, make_case):
    counsellor = cast["konselor.cirebon"]
    told = {"restricted": True, "types": ["REK03"], "limits_explained": True}
    case = in_progress(make_case(by=counsellor, **told), by=counsellor)
    mediation = ask(case, by=counsellor)
    assert as_user(counsellor).get(f"/mediasi/{mediation.pk}/").status_code == 200
    assert as_user("meja.cirebon").get(f"/mediasi/{mediation.pk}/").status_code == 404
    assert as_user("sistem").get(f"/mediasi/{mediation.pk}/").status_code in (403, 404)


def test_rule_1_the_refusal_of_a_restricted_case_is_recorded_without_its_type(
    as_user, cast, make_case
):
    counsellor = cast["konselor.cirebon"]
    case = make_case(by=counsellor, types=["GBV02"], limits_explained=True)
    answer = as_user(counsellor).post(f"/kasus/{case.pk}/mediasi/", ASKED)
    assert "UU 12/2022 pasal 23" in answer.content.decode()
    assert Record.objects.get(verb="refused").fields == ["mediate", "mediation_barred"]
