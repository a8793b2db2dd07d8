"""A district's first day: no supervisor, no partner, no data protection officer of its own, and a survivor at the desk."""

import pytest
from django.core.management import call_command
from django.utils import timezone

from cases.models import Case
from ltsa.accounts.models import SupervisorProposal, User
from ltsa.areas.models import Area
from ltsa.notifications.models import Notification
from services.actions import create_migrant
from tests.clients import SUHARTI

TODAY = f"{timezone.localdate():%d/%m/%Y}"


@pytest.fixture
def admin(db):
    told = {"admin_name": "Sari Contohwati", "admin_email": "admin@cilacap.invalid"}
    call_command("add_district", "33.01", **told)
    return User.objects.get(email="admin@cilacap.invalid")


def invite(client, office, role: str, username: str) -> User:
    told = {
        "full_name": f"{username.title()} Contohwati",
        "username": username,
        "email": f"{username}@contoh.invalid",
        "language": "id",
        "role": role,
        "starts_on": TODAY,
    }
    client.post(f"/kelola/orang/undang/?lembaga={office.pk}", told)
    return User.objects.get(username=username)


def test_the_nations_officer_stands_in_until_the_office_has_a_head(admin, as_user, cast):
    office, mine = admin.posting.organisation, as_user(admin)
    officer = invite(mine, office, "desk_officer", "petugas.cilacap")
    assert officer.posting.role == "desk_officer"

    # The first client is a survivor: the officer taps once, and nobody of the office may read it.
    village = Area.objects.filter(code__startswith="33.01", level="village").first()
    client = create_migrant(by=officer, **SUHARTI | {"village": village})
    desk = as_user(officer)
    desk.post(f"/klien/{client.pk}/bantuan-khusus/")
    case = Case.objects.get(migrant=client)
    assert (case.restricted, case.owner) == (True, None)
    assert case.members.current().count() == 0
    assert mine.get(f"/kasus/{case.pk}/").status_code == 404

    # Somebody outside sees code and clock at once: nobody else is there.
    nation = as_user("ppdp")
    assert case.code in nation.get("/kasus/menunggu/").content.decode()
    assert case.code not in as_user("ppdp.cirebon").get("/kasus/menunggu/").content.decode()

    # The admin proposes a head, alone she cannot make one; the nation's officer confirms.
    invite(mine, office, "supervisor", "kepala.cilacap")
    proposal = SupervisorProposal.objects.get()
    assert mine.post(f"/kelola/usulan/{proposal.pk}/", {"verb": "accept"}).status_code == 403
    nation.post(f"/kelola/usulan/{proposal.pk}/", {"verb": "accept"})
    head = User.objects.get(username="kepala.cilacap")
    assert head.posting.role == "supervisor"
    assert Notification.objects.filter(address=head.email).exists()

    # From then on the office helps itself.
    leading = as_user(head)
    assert case.code in leading.get("/kasus/menunggu/").content.decode()
    leading.post(f"/kasus/{case.pk}/tangani/")
    assert Case.objects.get(pk=case.pk).owner == head
    assert leading.get(f"/kasus/{case.pk}/").status_code == 200
    invited = invite(leading, office, "counsellor", "konselor.cilacap")
    assert invited.posting.role == "counsellor"
    assert as_user(invited).get(f"/kasus/{case.pk}/").status_code == 404
    assert as_user("ppdp").get("/kelola/tindakan/").status_code == 200
