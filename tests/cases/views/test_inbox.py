"""The list of referrals: what waits is on top, what one tap does, and what narrows it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from cases import actions
from cases.models import Referral


@pytest.fixture
def three(make_referral):
    """Sent in this order: what is due last first."""
    made = [make_referral(priority=priority) for priority in ("normal", "urgent", "emergency")]
    return {referral.priority: referral for referral in made}


def codes(page) -> list[str]:
    return [row["code"] for row in page.context["rows"]]


def test_what_is_due_first_stands_on_top_with_how_long_is_left(as_user, three):
    page = as_user("wcc.cirebon").get("/rujukan/")
    assert codes(page) == [three[name].code for name in ("emergency", "urgent", "normal")]
    shown = page.content.decode()
    assert "3 rujukan menunggu jawaban Anda, 3 belum dibuka." in shown
    assert "sisa 23 jam" in shown


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ("prioritas=urgent", {"urgent"}),
        ("siapa=saya", {"normal"}),
        ("siapa=belum", {"urgent", "emergency"}),
        ("telat=on", {"emergency"}),
        ("layanan=psychosocial&prioritas=normal", {"normal"}),
        ("layanan=health", set()),
        ("prioritas=apa-saja", {"normal", "urgent", "emergency"}),
    ],
)
def test_the_list_is_narrowed_by_priority_service_holder_and_deadline(
    as_user, cast, three, asked, left
):
    actions.claim_referral(three["normal"], by=cast["wcc.cirebon"])
    late = timezone.now() - timedelta(hours=1)
    Referral.objects.filter(pk=three["emergency"].pk).update(due_at=late)
    page = as_user("wcc.cirebon").get(f"/rujukan/?tampil=masuk&{asked}")
    assert set(codes(page)) == {three[name].code for name in left}


def test_one_tap_takes_it_and_stays_in_the_list_where_a_colleague_reads_whose_it_is(
    as_user, cast, referral
):
    told = {"version": referral.version, "dari": "daftar"}
    answer = as_user("wcc.cirebon").post(f"/rujukan/{referral.pk}/claim/", told)
    assert answer.url == "/rujukan/"
    shown = as_user("supervisor.wcc.cirebon").get("/rujukan/").content.decode()
    assert f"Ditangani {cast['wcc.cirebon']}".replace("'", "&#x27;") in shown
    assert f"/rujukan/{referral.pk}/claim/" not in shown
    assert f"/rujukan/{referral.pk}/accept/" in shown


def test_one_tap_accepts_and_names_who_tapped_as_the_one_to_call(as_user, cast, referral):
    client = as_user("wcc.cirebon")
    told = {"version": referral.version}
    assert client.post(f"/rujukan/{referral.pk}/accept/", told).url == f"/rujukan/{referral.pk}/"
    referral.refresh_from_db()
    assert (referral.state, referral.contact) == ("accepted", str(cast["wcc.cirebon"]))
    assert codes(client.get("/rujukan/")) == []
    assert codes(client.get("/rujukan/?tampil=diterima")) == [referral.code]
    start = client.get(f"/rujukan/{referral.pk}/start/").context["form"]
    assert start["contact"].value() == referral.contact


def test_who_sends_and_does_not_answer_is_offered_no_tap_and_no_inbox(as_user, referral):
    shown = as_user("meja.cirebon").get("/rujukan/?tampil=masuk").content.decode()
    assert referral.code in shown
    assert "/accept/" not in shown
    assert "Perlu dijawab" not in shown


def test_what_waits_for_an_answer_is_read_from_its_index(cast, referral):
    incoming = Referral.objects.incoming(cast["wcc.cirebon"])
    sent = Referral.objects.outgoing(cast["meja.cirebon"])
    assert "Index Scan using referral_inbox" in as_read(incoming.unanswered())
    assert "Index Scan using referral_awaited" in as_read(sent.unanswered())


def as_read(rows) -> str:
    """The plan of a list's first page where a sort costs more than the index; a dozen rows are read in any way."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_sort = off")
        cursor.execute("SET LOCAL enable_bitmapscan = off")
    return rows.order_by("due_at", "id").values("pk")[:26].explain()


def test_a_district_admin_learns_neither_service_nor_officer_from_the_list(as_user, cast, referral):
    actions.claim_referral(referral, by=cast["wcc.cirebon"])
    admin = as_user("admin.cirebon")
    shown = admin.get("/rujukan/?tampil=semua&layanan=legal")
    assert referral.code in shown.text
    assert 'name="layanan"' not in shown.text
    assert str(cast["wcc.cirebon"]) not in shown.text
    assert (
        referral.code
        not in as_user("meja.cirebon").get("/rujukan/?tampil=keluar&layanan=legal").text
    )
