from datetime import timedelta

import pytest
from django.utils import timezone

from ltsa.audit.models import Record
from services.models import AccessGrant, Migrant
from tests.ltsa.api.test_errors import MIGRANT, NOBODY, problem

pytestmark = pytest.mark.django_db


def register(client, **fields):
    return client.post("/api/v1/migrants/", MIGRANT | fields, format="json")


def change(client, migrant, **fields):
    return client.patch(f"/api/v1/migrants/{migrant.pk}/", fields, format="json")


def read(client, migrant):
    return client.get(f"/api/v1/migrants/{migrant.pk}/")


def test_numbers_are_masked_in_every_answer(api):
    told = register(
        api("meja.cirebon"), nik="3209305705960007", phone="081234567890", passport="A1234567"
    )
    assert told.status_code == 201
    assert "3209305705960007" not in told.content.decode()
    assert "81234567890" not in told.content.decode()
    assert "A1234567" not in told.content.decode()
    kept = Migrant.objects.get(pk=told.json()["id"])
    assert (kept.nik, kept.phone) == ("3209305705960007", "+6281234567890")


def test_doubts_warn_and_do_not_block(api, make_migrant):
    make_migrant()
    told = register(api("meja.cirebon"), nik="12", age_band="<18")
    assert told.status_code == 201
    codes = {(one["code"], one["field"]) for one in told.json()["warnings"]}
    assert codes == {
        ("nik_format", "nik"),
        ("under_18", "age_band"),
        ("possible_duplicate", "full_name"),
    }


def test_an_anonymous_client_keeps_no_name_and_no_number(api):
    told = register(api("meja.cirebon"), anonymous=True, full_name="Siti", nik="3209305705960007")
    kept = Migrant.objects.get(pk=told.json()["id"])
    assert (kept.full_name, kept.nik, kept.consent) == ("", "", "anonymous")


@pytest.mark.parametrize("missing", ["full_name", "age_band", "village", "sex", "consent"])
def test_what_is_missing_is_said_at_its_field(api, missing):
    body = {name: value for name, value in MIGRANT.items() if name != missing}
    told = api("meja.cirebon").post("/api/v1/migrants/", body, format="json")
    assert list(problem(told, 400)["errors"]) == [missing]


def test_a_relative_speaks_for_a_client_that_the_officer_sees(api, migrant):
    told = register(api("meja.cirebon"), client_type="family", represents=str(migrant.pk))
    assert told.status_code == 201
    assert migrant.relatives.get().relative_id == Migrant.objects.get(pk=told.json()["id"]).pk
    foreign = register(api("meja.blitar"), represents=str(migrant.pk))
    assert list(problem(foreign, 400)["errors"]) == ["represents"]


def test_an_edit_with_the_version_that_was_read_is_saved(api, migrant):
    told = change(api("meja.cirebon"), migrant, version=1, nickname="Harti").json()
    assert (told["nickname"], told["version"]) == ("Harti", 2)
    found = api("meja.cirebon").get("/api/v1/migrants/?q=Suharti").json()["results"]
    assert [row["id"] for row in found] == [str(migrant.pk)]


def test_a_stale_edit_is_409_with_the_values_of_now(api, migrant):
    desk = api("meja.cirebon")
    change(desk, migrant, version=1, destination="Hong Kong")
    told = problem(change(desk, migrant, version=1, destination="Taiwan"), 409)
    assert (told["current"]["destination"], told["current"]["version"]) == ("Hong Kong", 2)
    migrant.refresh_from_db()
    assert migrant.destination == "Hong Kong"


def test_an_edit_without_a_version_is_400(api, migrant):
    told = problem(change(api("meja.cirebon"), migrant, destination="Taiwan"), 400)
    assert list(told["errors"]) == ["version"]


def test_a_masked_number_never_overwrites_the_real_one(api, make_migrant):
    migrant = make_migrant(nik="3209305705960007")
    desk = api("meja.cirebon")
    shown = read(desk, migrant).json()
    told = problem(change(desk, migrant, version=1, nik=shown["nik"]), 400)
    assert list(told["errors"]) == ["nik"]


def test_a_name_is_not_taken_away_from_a_named_client(api, migrant):
    told = problem(change(api("meja.cirebon"), migrant, version=1, full_name=" "), 400)
    assert list(told["errors"]) == ["full_name"]


@pytest.mark.parametrize(
    ("who", "code"),
    [
        ("meja.cirebon", 200),
        ("konselor.cirebon", 200),
        ("supervisor.cirebon", 200),
        ("admin.cirebon", 200),
        ("wcc.cirebon", 404),
        ("sbmi.cirebon", 404),
        ("meja.blitar", 404),
        ("admin.blitar", 404),
        ("kader.cirebon", 403),
        ("pemirsa", 403),
        ("ppdp", 403),
        ("sistem", 403),
    ],
)
def test_who_sees_a_client_of_the_desk(api, migrant, who, code):
    answer = read(api(who), migrant)
    assert answer.status_code == code
    listed = api(who).get("/api/v1/migrants/")
    rows = listed.json().get("results", [])
    assert [row["id"] for row in rows] == ([str(migrant.pk)] if code == 200 else [])


def test_a_district_admin_reads_a_masked_line(api, make_migrant):
    migrant = make_migrant(nik="3209305705960007", phone="081234567890")
    told = read(api("admin.cirebon"), migrant).json()
    assert (told["full_name"], told["village"], told["nik"], told["phone"]) == (
        "S•••",
        None,
        "",
        "",
    )
    assert told["groups"] == []
    assert api("admin.cirebon").get("/api/v1/migrants/?q=Suharti").json()["results"] == []
    problem(change(api("admin.cirebon"), migrant, version=1), 403)


def test_a_grant_shows_its_groups_and_nothing_else(api, cast, make_migrant):
    migrant = make_migrant(phone="081234567890")
    AccessGrant.objects.create(
        migrant=migrant,
        organisation=cast.sbmi_cirebon.posting.organisation,
        reason="referral",
        groups=["contact"],
        subject=NOBODY,
        until=timezone.now() + timedelta(days=1),
    )
    told = read(api("sbmi.cirebon"), migrant).json()
    assert told["phone"] == "+62*******7890"
    assert (told["full_name"], told["destination"], told["phase"]) == ("S•••", "", None)
    problem(change(api("sbmi.cirebon"), migrant, version=1), 404)


def test_reading_a_client_is_written_down(api, cast, migrant):
    read(api("meja.cirebon"), migrant)
    views = Record.objects.filter(verb="view", subject=migrant.pk, by=cast.meja_cirebon)
    assert views.count() == 1
