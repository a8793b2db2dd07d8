from cases.models import Case
from tests.moments import in_days


def test_a_supervisor_sees_numbers_and_no_story(make_case, make_migrant, as_user, cast):
    desk = cast["meja.cirebon"]
    make_case(make_migrant(by=desk, full_name="Wening Contohwati"), by=desk, account="Rahasia.")
    page = as_user("supervisor.cirebon").get("/kasus/beban/").content.decode()
    assert str(desk) in page
    assert "Wening" not in page
    assert "Rahasia." not in page


def test_cases_move_after_they_were_looked_at(make_case, as_user, cast):
    desk, head = cast["meja.cirebon"], cast["supervisor.cirebon"]
    case = make_case(by=desk)
    client, address = as_user(head), f"/kasus/alihkan/?dari={desk.pk}"
    told = {"cases": [str(case.pk)], "to": str(head.pk), "note": "Sedang menunggu slip gaji."}
    looked = client.post(address, told)
    assert case.code in looked.content.decode()
    assert Case.objects.get(pk=case.pk).owner == desk
    assert client.post(address, told | {"sure": "1"}).url == "/kasus/beban/"
    assert Case.objects.get(pk=case.pk).owner == head


def test_an_officer_has_no_workload_page(as_user):
    assert as_user("meja.cirebon").get("/kasus/beban/").status_code == 403


def test_a_supervisor_moves_no_case_of_another_house(make_case, as_user, cast):
    make_case(by="sbmi.cirebon")
    page = as_user("supervisor.cirebon").get(f"/kasus/alihkan/?dari={cast['sbmi.cirebon'].pk}")
    assert page.context["lines"] == []


def test_an_absence_is_noted_and_called_off(as_user, cast):
    client = as_user("supervisor.cirebon")
    key = client.get("/kasus/tidak-masuk/").context["form"].key
    told = {
        "user": str(cast["meja.cirebon"].pk),
        "stand_in": str(cast["supervisor.cirebon"].pk),
        "starts_on": in_days(1).isoformat(),
        "ends_on": "2099-01-01",
        "idempotency_key": key,
    }
    assert "ends_on" in client.post("/kasus/tidak-masuk/", told).context["form"].errors


def test_ending_a_posting_with_open_cases_asks_who_goes_on(make_case, as_user, cast):
    desk, head = cast["meja.cirebon"], cast["supervisor.cirebon"]
    case = make_case(by=desk)
    client = as_user("admin.cirebon")
    address = f"/kelola/tugas/{desk.posting.pk}/akhiri/"
    page = client.get(address)
    assert "Siapa yang melanjutkan" in page.content.decode()
    assert client.post(address, {"successor": ""}).status_code == 200
    client.post(address, {"successor": str(head.pk), "note": "Pindah."})
    assert Case.objects.get(pk=case.pk).owner == head
