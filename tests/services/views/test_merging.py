"""Two records side by side, merged into one page, and taken apart again."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from ltsa.audit.models import Record
from services.actions import log_session, merge_clients
from services.models import AccessGrant, Merge, Migrant

NIK = "3209145708990003"


@pytest.fixture
def desk(as_user):
    return as_user("meja.cirebon")


@pytest.fixture
def pair(make_migrant):
    return make_migrant(nik=NIK), make_migrant(
        full_name="Contohsari Soeharti", phone="081234567890"
    )


def test_the_likely_double_is_offered_and_any_other_can_be_searched(desk, pair, make_migrant):
    stays, goes = pair
    other = make_migrant(full_name="Wagiyem Karangan")
    page = desk.get(f"/klien/{stays.pk}/gabung/").text
    assert f"/klien/{stays.pk}/gabung/{goes.pk}/" in page
    assert f"/gabung/{other.pk}/" not in page
    page = desk.post(f"/klien/{stays.pk}/gabung/", {"q": "wagijem"}).text
    assert f"/klien/{stays.pk}/gabung/{other.pk}/" in page


def test_both_stand_side_by_side_before_anything_happens(desk, pair):
    stays, goes = pair
    page = desk.get(f"/klien/{stays.pk}/gabung/{goes.pk}/").text
    for shown in (str(stays), str(goes), stays.code, goes.code):
        assert shown in page
    assert NIK not in page
    assert f"/klien/{goes.pk}/gabung/{stays.pk}/" in page  # the other way round
    assert not Merge.objects.exists()


def test_a_merge_leads_to_the_page_of_the_one_that_stays(desk, cast, pair):
    stays, goes = pair
    talk = log_session(migrant=goes, kind="legal", channel="phone", started_at=timezone.now(), outcome="enough", by=cast["meja.cirebon"])  # fmt: skip
    address = f"/klien/{stays.pk}/gabung/{goes.pk}/"
    answer = desk.post(address, {"reason": "Nama sama"}, follow=True)
    assert answer.redirect_chain == [(f"/klien/{stays.pk}/", 302)]
    assert f"/konseling/{talk.pk}/" in answer.text
    assert "Gabungan" in answer.text
    answer = desk.get(f"/klien/{goes.pk}/", follow=True)
    assert answer.redirect_chain == [(f"/klien/{stays.pk}/", 302)]
    assert f"Data {goes.code} digabung ke sini." in answer.text


def test_a_merged_record_is_not_in_the_list_and_is_found_by_its_number(desk, cast, pair):
    stays, goes = pair
    merge_clients(goes, into=stays, reason="-", by=cast["meja.cirebon"])
    assert goes.code not in desk.get("/klien/").text
    found = desk.post("/klien/", {"q": "081234567890"}).text
    assert stays.code in found
    assert goes.code not in found


def test_without_a_reason_or_once_more_it_says_why_not(desk, pair):
    stays, goes = pair
    address = f"/klien/{stays.pk}/gabung/{goes.pk}/"
    assert "reason" in desk.post(address, {}).context["form"].errors
    desk.post(address, {"reason": "Nama sama", "idempotency_key": str(uuid.uuid4())})
    again = desk.post(address, {"reason": "Nama sama", "idempotency_key": str(uuid.uuid4())})
    assert "sudah digabung" in again.text
    assert Merge.objects.count() == 1


@pytest.mark.parametrize("who", ["sbmi.cirebon", "wcc.cirebon", "meja.tulungagung"])
def test_who_may_not_change_both_finds_no_such_page(as_user, pair, who):
    stays, goes = pair
    for address in (f"/klien/{stays.pk}/gabung/", f"/klien/{stays.pk}/gabung/{goes.pk}/"):
        assert as_user(who).get(address).status_code == 404


def test_rule_10_the_preview_counts_only_what_this_reader_sees(as_user, cast, pair, make_case):
    stays, goes = pair
    desk = as_user("meja.cirebon")
    address = f"/klien/{stays.pk}/gabung/{goes.pk}/"
    before = desk.get(address).context["together"]
    make_case(goes, types=["GBV02"], account="", by="konselor.cirebon")
    log_session(migrant=goes, kind="psychosocial", channel="phone", started_at=timezone.now(), outcome="enough", by=cast["konselor.cirebon"])  # fmt: skip
    assert desk.get(address).context["together"] == before


def test_a_partner_who_was_let_in_keeps_the_page_of_the_one_that_went(as_user, cast, pair):
    stays, goes = pair
    union = cast["sbmi.cirebon"].posting.organisation
    AccessGrant.objects.create(migrant=goes, organisation=union, reason="consent", subject=uuid.uuid4(), groups=["identity"])  # fmt: skip
    merge_clients(goes, into=stays, reason="-", by=cast["meja.cirebon"])
    partner = as_user("sbmi.cirebon")
    assert partner.get(f"/klien/{goes.pk}/").status_code == 200
    assert partner.get(f"/klien/{stays.pk}/").status_code == 404


def test_a_merge_is_taken_back_on_a_page_of_its_own(desk, as_user, cast, pair):
    stays, goes = pair
    merge = merge_clients(goes, into=stays, reason="-", by=cast["meja.cirebon"])
    address = f"/gabungan/{merge.pk}/urungkan/"
    assert address in desk.get(f"/klien/{stays.pk}/").text
    for who in ("sbmi.cirebon", "meja.tulungagung"):
        assert as_user(who).post(address).status_code == 404
    assert goes.code in desk.get(address).text
    assert desk.post(address).url == f"/klien/{goes.pk}/"
    assert Migrant.objects.get(pk=goes.pk).merged_into is None
    assert desk.post(address).url == f"/klien/{goes.pk}/"


def test_after_thirty_days_the_page_says_that_it_is_too_late(desk, cast, pair):
    stays, goes = pair
    merge = merge_clients(goes, into=stays, reason="-", by=cast["meja.cirebon"])
    Merge.objects.filter(pk=merge.pk).update(at=timezone.now() - timedelta(days=31))
    assert "30 hari" in desk.post(f"/gabungan/{merge.pk}/urungkan/").text
    assert Migrant.objects.get(pk=goes.pk).merged_into == stays
    assert "Tetap digabung" in desk.get(f"/klien/{stays.pk}/").text


def test_whoever_compares_two_records_leaves_a_trace_on_both(desk, pair):
    desk.get(f"/klien/{pair[0].pk}/gabung/{pair[1].pk}/")
    assert set(Record.objects.filter(verb="view").values_list("subject", flat=True)) >= {
        row.pk for row in pair
    }
