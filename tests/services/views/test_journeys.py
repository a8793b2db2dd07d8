import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from ltsa.organisations.actions import create_agency
from services.actions import add_journey
from services.models import AccessGrant, Journey

TOLD = {"destination": "Hong Kong", "sector": "domestic", "left_on": "01/03/2024"}
PRIVATE = ("Nonprosedural", "Pak Umpama", "Keluarga Contoh")


@pytest.fixture
def agency(cast):
    return create_agency(
        name="PT Contoh Karya Umpama",
        kind="p3mi",
        status="revoked",
        branch="Cirebon",
        by=cast["admin.cirebon"],
    )


@pytest.fixture
def journey(migrant, agency, cast):
    return add_journey(
        migrant,
        destination="Taiwan",
        sector="factory",
        scheme="non_procedural",
        sponsor="Pak Umpama",
        employer="Keluarga Contoh",
        agency=agency,
        by=cast["meja.cirebon"],
    )


def url_of(migrant) -> str:
    return reverse("services:journey_create", args=[migrant.pk])


def test_the_desk_notes_a_journey_with_its_agency_by_name(as_user, migrant, agency):
    told = TOLD | {"agency": "pt. contoh karya umpama"}
    answer = as_user("meja.cirebon").post(url_of(migrant), told)
    assert answer.status_code == 302
    journey = Journey.objects.get(migrant=migrant, destination="Hong Kong")
    assert (journey.agency, journey.phase) == (agency, "during")


def test_the_client_page_shows_journey_licence_and_complaints(as_user, journey, migrant):
    page = as_user("meja.cirebon").get(f"/klien/{migrant.pk}/").content.decode()
    assert "PT Contoh Karya Umpama (Cirebon): izin dicabut, 0 pengaduan terverifikasi" in page


def test_way_sponsor_and_employer_stand_on_the_journeys_own_page_and_on_no_print(
    as_user, journey, migrant
):
    desk = as_user("meja.cirebon")
    own = desk.get(reverse("services:journey_detail", args=[journey.pk])).content.decode()
    for word in PRIVATE:
        assert word in own
        for path in ("", "cetak/"):
            assert word not in desk.get(f"/klien/{migrant.pk}/{path}").content.decode()


def test_an_agency_that_is_not_in_the_register_is_said_with_what_is_alike(as_user, migrant, agency):
    form = as_user("meja.cirebon").post(url_of(migrant), TOLD | {"agency": "Contoh Karia Umpamo"})
    assert form.status_code == 200
    assert "PT Contoh Karya Umpama (Cirebon)" in form.context["form"].errors["agency"][0]
    form = as_user("meja.cirebon").post(url_of(migrant), TOLD | {"agency": "Xyzzy"})
    assert "belum ada di daftar" in form.context["form"].errors["agency"][0]


def test_impossible_dates_stand_at_their_field(as_user, migrant):
    told = TOLD | {"returned_on": "01/02/2024"}
    form = as_user("meja.cirebon").post(url_of(migrant), told)
    assert form.status_code == 200
    assert "returned_on" in form.context["form"].errors


def test_two_who_edit_at_once_see_both_values(as_user, journey):
    url = reverse("services:journey_edit", args=[journey.pk])
    told = {"destination": "Jepang", "version": "1", "agency": ""}
    assert as_user("meja.cirebon").post(url, told).status_code == 302
    page = as_user("konselor.cirebon").post(url, told | {"destination": "Malaysia"})
    assert page.status_code == 200
    assert "Jepang" in page.content.decode()


def let_in(cast, migrant, *groups, who="wcc.cirebon"):
    AccessGrant.objects.create(
        migrant=migrant,
        user=cast[who],
        reason="referral",
        groups=list(groups),
        subject=uuid.uuid4(),
        since=timezone.now(),
    )


def test_a_partner_let_in_to_her_journeys_sees_where_and_when_but_not_how(
    as_user, cast, journey, migrant
):
    let_in(cast, migrant, "journey")
    wcc = as_user("wcc.cirebon")
    for url in (f"/klien/{migrant.pk}/", reverse("services:journey_detail", args=[journey.pk])):
        page = wcc.get(url).content.decode()
        assert "Taiwan" in page
        for word in PRIVATE:
            assert word not in page
    assert wcc.get(reverse("services:journey_edit", args=[journey.pk])).status_code == 404
    assert wcc.get(url_of(migrant)).status_code == 404


def test_a_partner_let_in_to_something_else_sees_no_journey(as_user, cast, journey, migrant):
    let_in(cast, migrant, "identity")
    wcc = as_user("wcc.cirebon")
    assert "Taiwan" not in wcc.get(f"/klien/{migrant.pk}/").content.decode()
    assert wcc.get(reverse("services:journey_detail", args=[journey.pk])).status_code == 404


def test_a_house_that_may_edit_but_did_not_write_it_is_asked_neither_way_nor_sponsor(
    as_user, cast, journey, migrant
):
    let_in(cast, migrant, "identity", "contact", "journey")
    url = reverse("services:journey_edit", args=[journey.pk])
    wcc = as_user("wcc.cirebon")
    assert wcc.get(url).status_code == 404  # by a referral she reads, and changes nothing
    migrant.grants.update(reason="team")
    page = wcc.get(url).content.decode()
    for word in ("Pak Umpama", "Keluarga Contoh", 'name="scheme"', 'name="sponsor"'):
        assert word not in page
    told = {"destination": "Malaysia", "version": "1", "sponsor": "Orang Lain"}
    assert wcc.post(url, told).status_code == 302
    journey.refresh_from_db()
    assert (journey.destination, journey.sponsor) == ("Malaysia", "Pak Umpama")


def test_a_house_that_sees_her_no_more_reads_what_it_wrote_and_moves_her_phase_no_more(
    as_user, cast, migrant
):
    let_in(cast, migrant, "identity", "contact", "journey", who="sbmi.cirebon")
    written = add_journey(migrant, destination="Taiwan", by=cast["sbmi.cirebon"])
    migrant.grants.update(until=timezone.now())
    union, told = as_user("sbmi.cirebon"), {"destination": "Arab Saudi", "left_on": "01/03/2024"}
    assert union.get(reverse("services:journey_detail", args=[written.pk])).status_code == 200
    url = reverse("services:journey_edit", args=[written.pk])
    assert union.post(url, told | {"version": "1"}).status_code == 404
    migrant.refresh_from_db()
    assert (migrant.phase, migrant.destination) == ("before", "Taiwan")
