"""What the officer for data protection is told of; each moment is named."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from ltsa.audit.models import Record
from ltsa.notifications.models import Notification
from ltsa.privacy.actions import say_home
from ltsa.privacy.models import Alert
from ltsa.privacy.tasks import watch
from ltsa.privacy.watching import zone_of
from services.models import Migrant

pytestmark = pytest.mark.django_db
JAKARTA = ZoneInfo("Asia/Jakarta")


WEDNESDAY = datetime(2027, 3, 10, tzinfo=JAKARTA)


@pytest.fixture
def clock(monkeypatch):
    """`clock(hour)` sets the house's clock to that hour of a Wednesday, or to the moment given."""

    def turn(hour=12, minute=0, *, days=0):
        at = WEDNESDAY + timedelta(days=days, hours=hour, minutes=minute)
        monkeypatch.setattr(timezone, "now", lambda: at)
        return at

    turn()
    return turn


@pytest.fixture
def district_officer(cast):
    return cast["ppdp.cirebon"]


def look(by, *, verb="view", subject=None, rows=None, kind="services.migrant"):
    return Record.objects.create(verb=verb, subject_type=kind, subject=subject, rows=rows, by=by)


def kinds(person) -> set:
    return set(Alert.objects.filter(person=person).values_list("kind", flat=True))


def test_many_rows_of_any_sixty_minutes_are_told_once_a_day(cast, clock):
    desk = cast["meja.cirebon"]
    clock(9, 50)
    look(desk, verb="list", rows=1000)
    clock(10, 30)
    look(desk, verb="list", rows=499)
    watch()
    assert kinds(desk) == set()
    look(desk, verb="list", rows=1)
    assert [watch(), watch()] == [1, 0]
    alert = Alert.objects.get(person=desk)
    assert (alert.kind, alert.count, alert.district_id) == ("bulk", 1500, "32.09")
    clock(10, 30, days=1)
    look(desk, verb="list", rows=1500)
    assert watch() == 1


def test_the_same_rows_over_two_hours_are_work(cast, clock):
    for hour in (9, 11):
        clock(hour)
        look(cast["meja.cirebon"], verb="list", rows=1400)
    clock(12)
    assert watch() == 0


@pytest.mark.parametrize(
    ("hour", "minute", "told"),
    [(21, 59, set()), (22, 0, {"night"}), (4, 59, {"night"}), (5, 0, set())],
)
def test_a_night_is_from_ten_to_five(cast, clock, migrant, hour, minute, told):
    clock(hour, minute)
    look(cast["meja.cirebon"], subject=migrant.pk)
    watch()
    assert kinds(cast["meja.cirebon"]) == told


def test_one_night_is_one_alert_and_an_empty_list_is_none(cast, clock, migrant):
    desk = cast["meja.cirebon"]
    clock(23)
    look(desk, subject=migrant.pk)
    look(cast["admin.cirebon"], verb="list", rows=0)
    watch()
    clock(2, days=1)
    look(desk, subject=migrant.pk)
    watch()
    assert Alert.objects.get(kind="night").person == desk


def test_each_district_has_its_own_clock():
    zones = [str(zone_of(code)) for code in ("32.09", "52.01", "91.71", None)]
    assert zones == ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "Asia/Jakarta"]


def test_neighbours_are_those_of_the_village_she_named(cast, clock, as_user, migrant):
    desk = cast["meja.cirebon"]
    look(desk, subject=migrant.pk)
    assert watch() == 0
    say_home(migrant.village, by=desk)
    watch()
    assert kinds(desk) == {"own_village"}


def test_many_clients_whom_she_does_not_serve(cast, clock, make_migrant, settings):
    settings.ALERT_CLIENTS_WITHOUT_VISIT = 2
    desk, head = cast["meja.cirebon"], cast["supervisor.cirebon"]
    for client in [make_migrant(by=desk), make_migrant(by=desk)]:
        Migrant.objects.filter(pk=client.pk).update(created_at=timezone.now())
        look(desk, subject=client.pk)  # she registered them herself
        look(head, subject=client.pk)
    watch()
    assert (kinds(desk), kinds(head)) == (set(), {"no_visit"})


def test_numbers_near_the_limit(cast, clock, settings):
    settings.REVEALS_PER_DAY = 5
    for _ in range(4):
        look(cast["meja.cirebon"], verb="reveal")
    watch()
    assert kinds(cast["meja.cirebon"]) == {"reveals"}


def test_the_districts_officer_is_told_and_where_there_is_none_the_nations(
    cast, clock, migrant, district_officer
):
    clock(23)
    look(cast["meja.cirebon"], subject=migrant.pk)
    look(cast["meja.tulungagung"], subject=migrant.pk)
    look(district_officer, subject=migrant.pk)  # nobody is told of herself
    watch()
    lines = Notification.objects.filter(kind="privacy_alert")
    told = {
        (line.user.username, Alert.objects.get(pk=line.subject).person.username) for line in lines
    }
    assert told == {
        ("ppdp.cirebon", "meja.cirebon"),
        ("ppdp", "meja.tulungagung"),
        ("ppdp", "ppdp.cirebon"),
    }
    assert not any(str(migrant) in line.mail_body for line in lines)


def test_an_alert_is_looked_at_once_with_a_note(cast, clock, as_user, migrant, district_officer):
    clock(23)
    look(cast["meja.cirebon"], subject=migrant.pk)
    look(cast["meja.tulungagung"], subject=migrant.pk)
    watch()
    clock(8, days=1)
    ours = Alert.objects.get(person=cast["meja.cirebon"])
    theirs = Alert.objects.get(person=cast["meja.tulungagung"])
    officer = as_user(district_officer)
    page = officer.get("/privasi/peringatan/").text
    assert "meja.cirebon" in page and "meja.tulungagung" not in page
    assert str(migrant) not in page
    assert officer.get(f"/privasi/peringatan/{theirs.pk}/").status_code == 404
    address = f"/privasi/peringatan/{ours.pk}/"
    assert officer.post(address, {"note": " "}).status_code == 200
    assert officer.post(address, {"note": "Piket malam."}).status_code == 302
    assert "sudah ditandai" in as_user("ppdp").post(address, {"note": "Lain."}).text
    ours.refresh_from_db()
    assert (ours.seen_by, ours.note) == (district_officer, "Piket malam.")


def test_a_districts_officer_reads_the_trail_of_her_own_people(
    cast, as_user, case, district_officer
):
    for who in ("meja.cirebon", "meja.tulungagung"):
        as_user(who).get(f"/kasus/{case.pk}/")
    asked = {"username": "", "record": case.code, "day": ""}
    seen = {}
    for officer in ("ppdp", district_officer):
        answer = as_user(officer).post("/privasi/jejak/", asked, follow=True)
        assert case.code not in answer.redirect_chain[0][0]
        seen[str(officer)] = {(row["by"].username, row["verb"]) for row in answer.context["rows"]}
    tried, looked = ("meja.tulungagung", "ditolak"), ("meja.cirebon", "dilihat")
    assert {tried, looked} <= seen["ppdp"]
    assert looked in seen[str(district_officer)] and tried not in seen[str(district_officer)]


def test_the_code_of_another_district_is_unknown_to_its_officer(
    cast, as_user, make_case, district_officer
):
    far = make_case(by="meja.tulungagung")
    asked = {"record": far.code}
    page = as_user(district_officer).post("/privasi/jejak/", asked)
    assert "record" in page.context["form"].errors
    assert as_user("ppdp").post("/privasi/jejak/", asked).status_code == 302


def test_the_team_of_a_restricted_case_reads_who_looked_by_code(cast, as_user, make_case):
    wcc = cast["wcc.cirebon"]
    case = make_case(types=["GBV02"], by="wcc.cirebon", restricted=True, limits_explained=True)
    as_user("meja.cirebon").get(f"/kasus/{case.pk}/")
    as_user(wcc).get(f"/kasus/{case.pk}/")
    page = as_user(wcc).get(f"/kasus/{case.pk}/pembaca/").text
    desk = cast["meja.cirebon"]
    assert desk.staff_code in page and wcc.staff_code in page and "ditolak" in page
    assert desk.full_name not in page and desk.username not in page
    assert as_user("meja.cirebon").get(f"/kasus/{case.pk}/pembaca/").status_code == 404
