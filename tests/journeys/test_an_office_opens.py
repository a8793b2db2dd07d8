"""A real office opens: DEMO off, over HTTP alone, with a real worker and a real mail listener.

What runs on the server is two commands, add_district and add_person; all else is done by people in their browsers.
"""

import re
import time

import pytest

from tests.journeys.production import Person, RealHouse, one_time_code, option
from tests.journeys.steps import NEUTRAL

PASSWORD = "kebun-teh-di-kaki-gunung"
UUID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
NAME = "Wagiyem Umpamasari"


@pytest.fixture(scope="module")
def real(django_db_setup):
    with RealHouse("real") as house:
        yield house


@pytest.mark.django_db
def test_from_an_empty_district_to_the_first_answered_referral(real):
    printed = real.manage(
        "add_district", "33.01", "--admin-name", "Sri Contoh", "--admin-email", "sri@contoh.invalid",
        "--dpo-name", "Budi Umpama", "--dpo-email", "budi@contoh.invalid", "--dpo-username", "ppdp.cilacap",
    )  # fmt: skip
    (office,) = re.findall(rf"Dinas .*\(({UUID})\)", printed)
    assert "ppdp.cilacap" in printed

    admin = move_in(real, "admin.cilacap", "sri@contoh.invalid")
    officer = move_in(real, "ppdp.cilacap", "budi@contoh.invalid")
    assert officer.get("/privasi/jejak/").status == 200
    assert "1 dari 7 selesai" in admin.get("/kelola/").text

    invite(admin, office, "meja.cilacap", "Rini Misalsari", "meja@contoh.invalid")
    centre = add_partner(admin)
    printed = real.manage(
        "add_person", "Mariam Ibaratwati", "mariam@contoh.invalid",
        "--role", "supervisor", "--organisation", centre, "--username", "supervisor.cilacap",
    )  # fmt: skip
    assert "/akun/sandi/" not in printed
    assert admin.post("/kelola/standar/", {}, at="/kelola/standar/lazim/").status == 200

    desk = move_in(real, "meja.cilacap", "meja@contoh.invalid")
    assert "Ambil nomor" in desk.get("/loket/").text
    client = register(real, desk)
    case = open_case(desk, client)
    referral = refer(desk, case, centre)

    link = real.link_for("mariam@contoh.invalid", referral)
    head = move_in(real, "supervisor.cilacap", "mariam@contoh.invalid")
    before = head.get(link)
    assert before.status == 200
    assert NAME not in before.text
    after = head.post(f"{referral}accept/", {})
    assert after.status == 200
    assert NAME in head.get(referral).text

    assert real.link_for("meja@contoh.invalid", referral)
    told = [mail for mail in real.mailbox.mails if referral in mail.get_content()]
    assert {mail["Subject"] for mail in told} == {NEUTRAL}
    assert "Diterima" in desk.get(referral).text
    # Who appointed people and keeps watch reads none of it.
    assert admin.get(case).status in (403, 404) or NAME not in admin.get(case).text
    assert officer.get(referral).status in (403, 404)


def move_in(house: RealHouse, username: str, address: str) -> Person:
    """The link of the invitation, a password, the second factor: then my day opens."""
    person = Person(house)
    door = person.get(house.link_for(address, "/akun/sandi/kunci/"))
    assert username in door.text
    person.post(door.url, {"password1": PASSWORD, "password2": PASSWORD})
    person.post("/masuk/", {"login": username, "password": PASSWORD}, at="/masuk/")
    enrol(person)
    assert person.get("/beranda/").url.endswith("/beranda/")
    assert person.get("/beranda/").status == 200
    return person


def enrol(person: Person) -> None:
    """An app on her phone."""
    path = "/akun/pengaman/aplikasi/activate/"
    page = person.get(path)
    if "/masuk-ulang/" in page.url:
        person.post(page.url, {"password": PASSWORD})
    done = person.post(path, lambda page: {"code": one_time_code(secret_of(page), time.time())})
    assert done.status == 200
    assert not done.url.endswith(path), words_of(done.text)


def words_of(page: str) -> str:
    """What the page says, for a failure."""
    main = page.partition("<main")[2].partition("</main>")[0] or page
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def secret_of(page: str) -> str:
    """Each look at the page makes another one."""
    return re.findall(r'value="([A-Z2-7]{32})"', page)[0]


def invite(admin: Person, office: str, username: str, name: str, address: str) -> None:
    form = f"/kelola/orang/undang/?lembaga={office}"
    told = {"username": username, "full_name": name, "email": address, "language": "id"}
    point = option(admin.get(form).text, "LTSA Kab. Cilacap")
    post = {
        "role": "desk_officer",
        "service_point": point,
        "starts_on": f"{time.strftime('%d/%m/%Y')}",
    }
    page = admin.post(form, told | post)
    assert re.search(rf"/kelola/orang/{UUID}/$", page.url), page.url


def add_partner(admin: Person) -> str:
    told = {"name": "WCC Umpama Cilacap", "kind": "womens_organisation", "is_confirmed": "on"}
    page = admin.post("/kelola/lembaga/baru/", told | {"services": ["psychosocial"]})
    return re.search(rf"/kelola/lembaga/({UUID})/$", page.url)[1]


def register(house: RealHouse, desk: Person) -> str:
    ((village,),) = house.sql(
        "SELECT code FROM areas_area WHERE code LIKE '33.01.%' AND level = 'village' ORDER BY code LIMIT 1"
    )
    page = desk.post("/klien/baru/", {
        "full_name": NAME, "sex": "female", "age_band": "25-35", "village": village,
        "client_type": "returned", "phase": "after", "consent": "named",
    })  # fmt: skip
    client = re.search(rf"/klien/({UUID})/$", page.url)[1]
    talk = desk.post(f"/klien/{client}/konseling/", {
        "channel": "face_to_face", "kind": "employment", "topics": ["complaints"], "identity_check": "not_checked",
        "consent_read": "True", "outcome": "enough",
    })  # fmt: skip
    assert re.search(rf"/(klien|konseling)/{UUID}/$", talk.url), words_of(talk.text)
    return client


def open_case(desk: Person, client: str) -> str:
    told = {"primary_type": "KRJ01", "account": "Gaji belum dibayar.", "reported_by": "self"}
    page = desk.post(f"/klien/{client}/kasus/", told)
    assert re.search(rf"/kasus/{UUID}/$", page.url), words_of(page.text)
    return re.search(rf"/kasus/{UUID}/$", page.url)[0]


def refer(desk: Person, case: str, centre: str) -> str:
    page = desk.post(f"{case}rujuk/", {
        "to": centre, "services": ["psychosocial"], "priority": "normal", "needs": "Perlu teman bicara.",
        "disclose": ["identity", "contact", "needs"], "consent_given": "on", "method": "signature",
    })  # fmt: skip
    assert re.search(rf"/rujukan/{UUID}/$", page.url), words_of(page.text)
    referral = re.search(rf"/rujukan/{UUID}/$", page.url)[0]
    sent = desk.post(referral, {}, at=f"{referral}send/")
    assert "Terkirim" in sent.text
    return referral
