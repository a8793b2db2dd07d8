"""A house keeps its own entry, the district keeps those of the district, and nobody another's."""

from datetime import time, timedelta

import pytest
from django.utils import timezone

from ltsa.organisations.models import Closure, OpeningHours, Organisation

HOUSES = "/kelola/lembaga/"
PAGES = ["", "hubungan/", "jam/", "penutupan/", "layanan/"]


@pytest.fixture
def wcc(cast):
    return Organisation.objects.get(pk=cast.wcc_cirebon.posting.organisation_id)


@pytest.fixture
def worker(as_user):
    return as_user("wcc.cirebon")


@pytest.mark.parametrize("page_of", PAGES)
def test_a_house_keeps_its_own_entry_and_its_district_too(as_user, wcc, page_of):
    path = f"{HOUSES}{wcc.pk}/{page_of}"
    for who in ("wcc.cirebon", "supervisor.wcc.cirebon", "admin.cirebon"):
        assert as_user(who).get(path).status_code == 200
    for who in ("sbmi.cirebon", "supervisor.cirebon", "admin.tulungagung"):
        assert as_user(who).get(path).status_code == 404
    for who in ("meja.cirebon", "kader.cirebon", "pemirsa"):
        assert as_user(who).get(path).status_code == 403


def test_what_belongs_to_another_house_cannot_be_changed(as_user, wcc):
    offer = wcc.offers.first()
    today = timezone.localdate()
    closure = Closure.objects.create(
        organisation=wcc, starts_on=today, ends_on=today, reason="Rapat"
    )
    union = as_user("sbmi.cirebon")
    for verb in ("ubah", "hapus", "penuh", "menerima"):
        assert union.post(f"/kelola/layanan/{offer.pk}/{verb}/").status_code == 404
    assert union.post(f"/kelola/penutupan/{closure.pk}/batal/").status_code == 404
    assert union.post(f"{HOUSES}{wcc.pk}/diperiksa/").status_code == 404
    for verb in ("ubah", "akhiri", "perjanjian", "titik"):
        assert as_user("wcc.cirebon").get(f"{HOUSES}{wcc.pk}/{verb}/").status_code == 403


def test_a_house_does_not_see_the_buttons_of_the_district(worker, wcc):
    page = worker.get(f"{HOUSES}{wcc.pk}/").content.decode()
    assert f"{wcc.pk}/jam/" in page and f"{wcc.pk}/diperiksa/" in page
    for path in ("akhiri/", "perjanjian/", f"{wcc.pk}/ubah/", "/kelola/kantor/"):
        assert path not in page


def test_her_own_house_is_one_tap_from_the_directory(worker, wcc):
    assert "/kelola/lembaga/saya/" in worker.get("/direktori/").content.decode()
    assert worker.get("/kelola/lembaga/saya/").url == f"{HOUSES}{wcc.pk}/"


def test_how_to_reach_it_is_changed_without_verifying(worker, wcc):
    Organisation.objects.filter(pk=wcc.pk).update(verified_on=None)
    body = {"phone": "0231 000 777", "languages": ["id", "inl"], "disability_access": ["ramp"]}
    worker.post(f"{HOUSES}{wcc.pk}/hubungan/", body | {"version": wcc.version})
    wcc.refresh_from_db()
    assert (wcc.phone, wcc.languages, wcc.verified_on) == ("0231 000 777", ["id", "inl"], None)
    stale = worker.post(f"{HOUSES}{wcc.pk}/hubungan/", body | {"phone": "1", "version": 1})
    assert stale.context["form"].both


def test_a_week_of_hours_is_written_once_for_all_workdays(worker, wcc):
    monday = {
        "opens_1": "8", "closes_1": "12:00", "opens_1_again": "1300", "closes_1_again": "15,30",
    }  # fmt: skip
    path = f"{HOUSES}{wcc.pk}/jam/"
    answer = worker.post(path, monday | {"same": "on", "opens_3": "9", "version": wcc.version})
    assert answer.status_code == 302
    assert OpeningHours.objects.filter(organisation=wcc).count() == 10
    assert "Senin–Jumat" in worker.get(f"{HOUSES}{wcc.pk}/").content.decode()


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"opens_1": "08:00"}, "closes_1"),
        ({"opens_1": "08:00", "closes_1": "08:00"}, "closes_1"),
        ({"opens_1": "25:00", "closes_1": "26:00"}, "opens_1"),
        (
            {"opens_1": "08:00", "closes_1": "13:00", "opens_1_again": "12:00", "closes_1_again": "15:00"},
            "opens_1_again",
        ),
    ],
)  # fmt: skip
def test_hours_that_cannot_be_are_refused_at_their_day(worker, wcc, typed, field):
    answer = worker.post(f"{HOUSES}{wcc.pk}/jam/", typed | {"version": wcc.version})
    assert field in answer.context["form"].errors
    assert not OpeningHours.objects.filter(organisation=wcc).exists()


def test_an_edit_of_hours_that_is_stale_shows_both(worker, wcc):
    path = f"{HOUSES}{wcc.pk}/jam/"
    typed = {"opens_1": "08:00", "closes_1": "12:00", "version": 1}
    worker.post(path, typed)
    answer = worker.post(path, typed | {"closes_1": "14:00"})
    assert [row.label for row in answer.context["form"].both] == ["Senin, Tutup"]


def test_full_takes_two_taps(worker, wcc):
    offer = wcc.offers.get(code="shelter")
    path = f"/kelola/layanan/{offer.pk}/penuh/"
    assert worker.get(path).context["form"]["span"].value() == "14"
    worker.post(path, {"span": "14"})
    offer.refresh_from_db()
    assert offer.paused_until == timezone.localdate() + timedelta(days=14)
    page = worker.get("/direktori/", {"kabupaten": "32.09"}).content.decode()
    assert "Penuh sampai" in page
    worker.post(f"/kelola/layanan/{offer.pk}/menerima/")
    offer.refresh_from_db()
    assert offer.paused_since is None


@pytest.mark.parametrize("until", ["", "1/1/1", "31/12/9999", "kapan"])
def test_full_until_a_day_needs_a_sensible_day(worker, wcc, until):
    offer = wcc.offers.first()
    answer = worker.post(f"/kelola/layanan/{offer.pk}/penuh/", {"span": "day", "until": until})
    assert "until" in answer.context["form"].errors


def test_a_closure_is_declared_and_taken_back(worker, wcc):
    day = timezone.localdate() + timedelta(days=3)
    typed = {"starts_on": f"{day:%d/%m/%Y}", "ends_on": f"{day:%d/%m/%Y}", "reason": "Rapat"}
    worker.post(f"{HOUSES}{wcc.pk}/penutupan/", typed)
    closure = Closure.objects.get(organisation=wcc)
    worker.post(f"/kelola/penutupan/{closure.pk}/batal/")
    closure.refresh_from_db()
    assert closure.cancelled_at


@pytest.mark.parametrize("day", ["01/01/0001", "31/12/9999", "besok"])
def test_a_closure_of_another_age_is_refused_at_its_day(worker, wcc, day):
    typed = {"starts_on": day, "ends_on": day, "reason": "Rapat"}
    assert worker.post(f"{HOUSES}{wcc.pk}/penutupan/", typed).context["form"].errors
    assert not Closure.objects.filter(organisation=wcc).exists()


def test_a_service_with_eligibility_is_added_changed_and_taken_away(worker, wcc):
    typed = {"code": "health", "sex": "female", "age_from": "18", "areas": ["32.09.30"]}
    assert worker.post(f"{HOUSES}{wcc.pk}/layanan/", typed).status_code == 302
    offer = wcc.offers.get(code="health")
    wcc.refresh_from_db()
    path = f"/kelola/layanan/{offer.pk}/ubah/"
    worker.post(path, {"sex": "", "phases": ["after"], "version": wcc.version})
    offer.refresh_from_db()
    assert (offer.sex, offer.age_from, offer.phases, offer.areas) == ("", None, ["after"], [])
    worker.post(f"/kelola/layanan/{offer.pk}/hapus/")
    assert not wcc.offers.filter(code="health").exists()


def test_a_sub_district_of_elsewhere_or_an_age_of_nobody_is_refused(worker, wcc):
    typed = {"code": "health", "age_from": "40", "age_to": "20", "areas": ["35.04.13"]}
    errors = worker.post(f"{HOUSES}{wcc.pk}/layanan/", typed).context["form"].errors
    assert {"age_to", "areas"} <= set(errors)


def test_the_district_sees_what_is_old_and_which_agreement_ends(as_user, wcc):
    today = timezone.localdate()
    Organisation.objects.filter(pk=wcc.pk).update(verified_on=today - timedelta(days=91))
    wcc.agreements.create(
        number="PKS/7", starts_on=today - timedelta(days=300), ends_on=today + timedelta(days=20)
    )
    admin = as_user("admin.cirebon")
    page = admin.get(f"{HOUSES}perlu-diperiksa/")
    assert wcc.name in [row["name"] for row in page.context["houses"]]
    assert "PKS/7 berakhir" in page.context["agreements"][0]["words"]
    answer = admin.post(f"{HOUSES}{wcc.pk}/diperiksa/", {"back": "due"})
    assert answer.url == f"{HOUSES}perlu-diperiksa/"
    wcc.agreements.create(number="PKS/8", starts_on=today, ends_on=None)
    page = admin.get(f"{HOUSES}perlu-diperiksa/")
    assert page.context["houses"] == [] and page.context["agreements"] == []
    assert as_user("wcc.cirebon").get(f"{HOUSES}perlu-diperiksa/").status_code == 403


def test_an_old_entry_stands_on_my_day_of_its_own_house(worker, wcc):
    Organisation.objects.filter(pk=wcc.pk).update(verified_on=None)
    assert "Direktori: perlu diperiksa" in worker.get("/beranda/").content.decode()
    worker.post(f"{HOUSES}{wcc.pk}/diperiksa/")
    assert "Direktori: perlu diperiksa" not in worker.get("/beranda/").content.decode()


def test_the_day_and_night_and_now_filters_ask_the_same_service(client, wcc):
    def found(**asked):
        page = client.get("/direktori/", {"kabupaten": "32.09"} | asked)
        return {row["name"] for group in page.context["groups"] for row in group["organisations"]}

    wcc.offers.filter(code="shelter").update(is_24h=True)
    wcc.offers.filter(code="legal").update(areas=["32.09.05"])
    assert found(layanan="shelter", buka="24") == {wcc.name}
    assert wcc.name not in found(layanan="legal", buka="24")
    assert wcc.name not in found(layanan="legal", kecamatan="32.09.30")
    assert wcc.name in found(layanan="legal", kecamatan="32.09.05")
    assert found(buka="kini", layanan="shelter") == {wcc.name}
    today = timezone.localdate()
    Closure.objects.create(organisation=wcc, starts_on=today, ends_on=today, reason="Rahasia kami")
    page = client.get("/direktori/", {"kabupaten": "32.09"}).content.decode()
    assert "Tutup sampai" in page and "Rahasia kami" not in page
    assert found(buka="kini", layanan="shelter") == set()


def test_hours_make_a_house_open_now(client, wcc, monkeypatch):
    monkeypatch.setattr("ltsa.organisations.workdays.holidays_on", lambda day: [])
    for weekday in range(1, 8):
        OpeningHours.objects.create(
            organisation=wcc, weekday=weekday, opens=time(0), closes=time(23, 59)
        )
    page = client.get("/direktori/", {"kabupaten": "32.09", "buka": "kini"})
    entries = [row for group in page.context["groups"] for row in group["organisations"]]
    assert wcc.name in {row["name"] for row in entries} or timezone.localtime().minute == 59
