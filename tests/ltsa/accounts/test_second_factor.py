"""A printed sheet as a factor, and devices that are remembered: each person for herself, by role, revocable."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from ltsa.accounts.actions import disable_person, enable_person, reset_second_factor
from ltsa.signin.addresses import prove_address
from ltsa.signin.models import Device

PASSWORD = "satu-atap"


@pytest.fixture(autouse=True)
def in_production(db, settings):
    settings.DEMO = False


def sign_in(client, username):
    return client.post("/masuk/", {"login": username, "password": PASSWORD})


def make_sheet(client, person) -> list[str]:
    prove_address(person, person.email)
    sign_in(client, person.username)
    client.post("/akun/masuk-ulang/", {"password": PASSWORD})
    client.post("/akun/pengaman/kode-cadangan/generate/")
    return client.get("/akun/pengaman/kode-cadangan/").context["unused_codes"]


def with_code(client, username, code, **more):
    assert sign_in(client, username).url == "/akun/pengaman/authenticate/"
    return client.post("/akun/pengaman/authenticate/", {"code": code} | more)


def test_a_printed_sheet_alone_is_a_factor_and_each_code_works_once(client, cast):
    codes = make_sheet(client, cast.meja_cirebon)
    assert len(codes) == 20
    assert client.get("/beranda/").status_code == 200
    other = Client()
    assert with_code(other, "meja.cirebon", f"{codes[0][:4]} {codes[0][4:]}").url == "/beranda/"
    assert with_code(Client(), "meja.cirebon", codes[0]).status_code == 200
    stored = Authenticator.objects.get(user=cast.meja_cirebon).data["seed"]
    assert stored.startswith("gAAAA")  # encrypted in the column


@pytest.mark.parametrize(
    ("username", "lasts"),
    [("meja.cirebon", timedelta(days=30)), ("konselor.cirebon", timedelta(hours=12))],
)
def test_a_remembered_device_asks_again_when_its_time_is_over(client, cast, username, lasts):
    codes = make_sheet(Client(), cast[username])
    with_code(client, username, codes[0], remember="on")
    client.post("/keluar/")
    assert sign_in(client, username).url == "/beranda/"
    client.post("/keluar/")
    device = Device.objects.get(user=cast[username], remembered_at__isnull=False)
    device.remembered_at -= lasts
    device.save()
    assert sign_in(client, username).url == "/akun/pengaman/authenticate/"


def test_on_a_shared_pc_each_is_remembered_for_herself(client, cast):
    codes = make_sheet(Client(), cast.meja_cirebon)
    make_sheet(Client(), cast.konselor_cirebon)
    with_code(client, "meja.cirebon", codes[0], remember="on")
    client.post("/keluar/")
    assert sign_in(client, "konselor.cirebon").url == "/akun/pengaman/authenticate/"


@pytest.mark.parametrize("how", ["button", "password", "reset", "disabled", "posting"])
def test_a_remembered_device_is_forgotten(client, cast, how):
    person = cast.meja_cirebon
    codes = make_sheet(Client(), person)
    with_code(client, person.username, codes[0], remember="on")
    device = Device.objects.get(user=person, remembered_at__isnull=False)
    if how == "button":
        client.post(f"/akun/sesi/lupakan/{device.pk}/")
    elif how == "password":
        person.refresh_from_db()
        person.set_password(PASSWORD)
        person.save()
    elif how == "reset":
        reset_second_factor(person, by=cast.supervisor_cirebon)
        assert not Device.objects.filter(user=person).exists()
        return
    elif how == "disabled":
        disable_person(person, by=cast.admin_cirebon, successor=None)
        enable_person(person, by=cast.admin_cirebon)
    else:
        posting = person.postings.get()
        posting.pk = None
        person.postings.all().delete()
        posting.save(force_insert=True)
    client.post("/keluar/")
    assert sign_in(client, person.username).url == "/akun/pengaman/authenticate/"


def test_nobody_forgets_the_device_of_another(as_user, cast, client):
    sign_in(client, "meja.cirebon")
    device = Device.objects.get(user=cast.meja_cirebon)
    other = as_user("konselor.cirebon")
    assert other.post(f"/akun/sesi/lupakan/{device.pk}/").status_code == 404


def test_wrong_codes_are_slowed(client, cast):
    codes = make_sheet(Client(), cast.meja_cirebon)
    sign_in(client, "meja.cirebon")
    for _ in range(6):
        client.post("/akun/pengaman/authenticate/", {"code": "000000"})
    answer = client.post("/akun/pengaman/authenticate/", {"code": codes[0]})
    assert answer.status_code == 200
