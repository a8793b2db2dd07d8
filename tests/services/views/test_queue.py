import pytest
from django.urls import reverse
from django.utils import timezone

from ltsa.organisations.models import ServicePoint, ServiceStandard
from services import actions
from services.models import DeskVisit

pytestmark = pytest.mark.django_db

QUEUE = "/loket/"


@pytest.fixture
def standard(cast):
    office = cast["meja.cirebon"].posting.organisation
    desk = ServicePoint.objects.get(organisation=office, desk="KTK")
    return ServiceStandard.objects.create(
        desk=desk, name="Pendaftaran AK-1", limit=20, starts_on=timezone.localdate()
    )


@pytest.fixture
def visit(cast, standard):
    return actions.take_number(standard=standard, by=cast["meja.cirebon"])


def act(visit, word: str) -> str:
    return reverse("services:visit_act", args=[visit.pk, word])


def test_the_queue_shows_who_waits_and_for_what(as_user, visit):
    page = as_user("meja.cirebon").get(QUEUE)
    assert "1 menunggu, 0 dilayani" in page.content.decode()
    assert "Pendaftaran AK-1" in page.content.decode()


def test_an_office_without_a_desk_is_told_that_all_else_works(as_user):
    page = as_user("supervisor.wcc.cirebon").get(QUEUE)
    assert "belum punya loket" in page.content.decode()


def test_an_office_with_desks_is_told_that_the_standards_are_missing_and_whom_to_ask(as_user, cast):
    page = as_user("meja.cirebon").get(QUEUE).content.decode()
    assert "belum punya loket" not in page
    assert "Standar layanan loket belum ditulis" in page
    assert cast["admin.cirebon"].full_name in page
    assert cast["admin.blitar"].full_name not in page


def test_desks_that_have_closed_are_none(as_user, cast):
    office = cast["meja.cirebon"].posting.organisation
    ServicePoint.objects.filter(organisation=office).update(closed_on="2026-01-01")
    assert "belum punya loket" in as_user("meja.cirebon").get(QUEUE).content.decode()


def test_a_district_without_an_admin_says_so(as_user, cast):
    cast["admin.cirebon"].postings.all().delete()
    assert "belum punya admin" in as_user("meja.cirebon").get(QUEUE).content.decode()


def test_a_number_is_taken_called_and_finished(as_user, standard):
    officer = as_user("meja.cirebon")
    officer.post("/loket/nomor/", {"standard": standard.pk})
    visit = DeskVisit.objects.get()
    for word in ("panggil", "selesai"):
        assert officer.post(act(visit, word)).status_code == 302
    visit.refresh_from_db()
    assert (visit.state, visit.in_time) == ("done", True)


def test_a_second_click_on_call_is_told_and_changes_nothing(as_user, visit):
    officer = as_user("meja.cirebon")
    officer.post(act(visit, "panggil"))
    page = officer.post(act(visit, "panggil"), follow=True)
    assert "sudah ditangani rekan lain" in page.content.decode()


def test_a_number_for_a_client_stands_with_her(as_user, standard, migrant):
    officer = as_user("meja.cirebon")
    officer.post(f"/klien/{migrant.pk}/antrean/", {"standard": standard.pk})
    assert DeskVisit.objects.get().migrant == migrant


def test_a_number_is_given_a_client_by_her_code(as_user, visit, migrant):
    as_user("meja.cirebon").post(f"/loket/{visit.pk}/klien/", {"code": migrant.code.lower()})
    visit.refresh_from_db()
    assert visit.migrant == migrant


def test_a_code_that_is_not_mine_to_see_is_not_found(as_user, visit, make_migrant):
    other = make_migrant(by="wcc.cirebon")
    page = as_user("meja.cirebon").post(f"/loket/{visit.pk}/klien/", {"code": other.code})
    assert "Kode ini tidak ditemukan" in page.content.decode()


@pytest.mark.parametrize("who", ["wcc.cirebon", "konselor.cirebon", "admin.cirebon"])
def test_whoever_serves_no_desk_has_no_queue(as_user, who):
    assert as_user(who).get(QUEUE).status_code == 403


@pytest.mark.parametrize("who", ["meja.tulungagung", "supervisor.wcc.cirebon"])
def test_the_numbers_of_another_office_do_not_exist(as_user, visit, who):
    assert as_user(who).get(f"/loket/{visit.pk}/").status_code == 404
    assert as_user(who).post(act(visit, "panggil")).status_code == 404


@pytest.mark.parametrize("day", ["2026-02-30", "9999-12-31", "0001-01-01", "x\0"])
def test_a_day_that_cannot_be_is_today(as_user, visit, day):
    page = as_user("meja.cirebon").get(QUEUE, {"hari": day})
    assert page.context["is_today"]


def test_the_list_costs_the_same_for_many_numbers(
    as_user, cast, standard, migrant, django_assert_num_queries
):
    officer = as_user("meja.cirebon")
    actions.take_number(standard=standard, migrant=migrant, by=cast["meja.cirebon"])
    officer.get(QUEUE)
    for _ in range(5):
        actions.take_number(standard=standard, migrant=migrant, by=cast["meja.cirebon"])
    with django_assert_num_queries(6):  # one of them is the line in the trail
        officer.get(QUEUE)
