import pytest

from ltsa.audit.actions import record
from ltsa.audit.models import Record

pytestmark = pytest.mark.django_db

TRAIL = "/privasi/jejak/"


def readings(by):
    return Record.objects.filter(by=by, subject_type="audit.record")


def test_everybody_can_read_what_happens_to_the_data(client):
    page = client.get("/privasi/").content.decode()
    for words in ("3x24 jam", "Pengendali", "5 tahun setelah ditutup", "UU 18/2017", "tanpa nama"):
        assert words in page


@pytest.mark.parametrize(
    "who",
    ["meja.cirebon", "supervisor.cirebon", "admin.cirebon", "pemirsa", "sistem", "kader.cirebon"],
)
def test_the_trail_is_the_data_protection_officers_alone(as_user, who):
    assert as_user(who).get(TRAIL).status_code == 403


def test_the_trail_tells_who_did_what_to_which_id(as_user, cast):
    subject = cast.kader_cirebon
    record("change", subject, fields=["email"], reason="salah ketik", by=cast.meja_cirebon)
    page = as_user("ppdp").get(TRAIL).content.decode()
    for words in ("meja.cirebon", "diubah", str(subject.pk), "surel", "salah ketik"):
        assert words in page
    assert subject.full_name not in page


def test_reading_the_trail_is_recorded_once(as_user, cast):
    for _ in range(30):
        record("view", cast.kader_cirebon, by=cast.meja_cirebon)
    officer = as_user("ppdp")
    page = officer.get(TRAIL).context["page"]
    officer.get(TRAIL + page.next)
    assert readings(cast.ppdp).count() == 1


def test_the_trail_of_one_person_is_asked_for_without_a_name_in_the_address(as_user, cast):
    record("view", cast.kader_cirebon, by=cast.meja_cirebon)
    record("view", cast.kader_cirebon, by=cast.konselor_cirebon)
    officer = as_user("ppdp")
    response = officer.post(TRAIL, {"username": "meja.cirebon", "day": ""}, follow=True)
    assert response.redirect_chain == [(f"{TRAIL}?petugas={cast.meja_cirebon.pk}", 302)]
    assert {row["by"].username for row in response.context["rows"]} == {"meja.cirebon"}
    assert readings(cast.ppdp).get().subject == cast.meja_cirebon.pk


def test_a_day_narrows_the_trail(as_user, cast):
    record("view", cast.kader_cirebon, by=cast.meja_cirebon)
    officer = as_user("ppdp")
    assert officer.get(TRAIL, {"hari": "2020-01-01"}).context["rows"] == []
    response = officer.post(TRAIL, {"day": "01/02/2026"})
    assert response.url == f"{TRAIL}?hari=2026-02-01"


@pytest.mark.parametrize(
    "typed", [{"username": "tidak.ada"}, {"day": "kemarin"}, {"username": "\x00"}]
)
def test_a_wrong_question_is_told_at_its_field(as_user, typed):
    response = as_user("ppdp").post(TRAIL, typed)
    assert response.status_code == 200
    assert set(response.context["form"].errors) == set(typed)


@pytest.mark.parametrize(
    "query",
    [
        {"petugas": "x"},
        {"hari": "x"},
        {"hari": "9999-12-31"},
        {"hari": "0001-01-01"},
        {"lanjut": "x"},
    ],
)
def test_hostile_addresses_get_a_page(as_user, query):
    assert as_user("ppdp").get(TRAIL, query).status_code == 200
