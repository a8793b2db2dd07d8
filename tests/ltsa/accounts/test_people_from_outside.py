"""People whom whoever runs the server adds: any role, but never quietly and never beside a supervisor."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command

from ltsa.accounts.models import Posting, User
from ltsa.accounts.people_from_outside import add_person, free_username, reaches_restricted
from ltsa.accounts.permissions import Role
from ltsa.audit.models import Record
from ltsa.demo.cast import id_of
from ltsa.notifications.models import Notification
from ltsa.organisations.models import Organisation

pytestmark = pytest.mark.django_db

MAIL = "siti.umpama@contoh.invalid"


@pytest.fixture(autouse=True)
def in_production(settings):
    settings.DEMO = False


def run(capsys, *arguments: str) -> str:
    call_command("add_person", "Siti Umpama", MAIL, *arguments)
    return capsys.readouterr().out


def house(key: str) -> Organisation:
    return Organisation.objects.get(pk=id_of("house", key))


WHERE = {
    Role.VILLAGE_VOLUNTEER: "32.09.30.2009",
    Role.DESK_OFFICER: "cirebon",
    Role.COUNSELLOR: "sbmi.cirebon",
    Role.COMPANION: "uptdppa.cirebon",
    Role.SUPERVISOR: "sbmi.cirebon",
    Role.DISTRICT_ADMIN: "cirebon",
    Role.VIEWER: "nation",
    Role.DATA_PROTECTION_OFFICER: "nation",
    Role.SYSTEM_ADMIN: "nation",
}


@pytest.mark.parametrize("role", Role.values)
def test_every_role_can_be_given_outside_the_demo(role, capsys):
    where = house(WHERE[role])
    run(capsys, "--role", role, "--organisation", str(where.pk))
    person = User.objects.get(email=MAIL)
    assert (person.posting.role, person.posting.organisation) == (role, where)
    assert not person.has_usable_password()
    assert Record.objects.filter(subject=person.pk, verb="create", by=None).exists()
    assert Record.objects.filter(subject=person.posting.pk, verb="create", by=None).exists()


@pytest.mark.parametrize("role", Role.values)
def test_the_link_goes_by_mail_and_is_never_printed_where_restricted_records_are_reached(
    role, capsys
):
    printed = run(capsys, "--role", role, "--organisation", str(house(WHERE[role]).pk))
    mail = Notification.objects.get(address=MAIL, kind="account")
    (link,) = re.findall(r"https?://\S+/akun/sandi/kunci/\S+", mail.mail_body)
    assert link not in printed  # one that is printed proves no address
    shown = {"desk_officer", "village_volunteer", "district_admin", "viewer", "system_admin"}
    assert ("/akun/sandi/" in printed) == (role in shown)


@pytest.mark.parametrize("role", ["counsellor", "companion", "supervisor"])
@pytest.mark.parametrize("key", ["wcc.cirebon", "cirebon"])
def test_where_there_is_a_supervisor_nobody_else_opens_the_door_to_restricted_records(
    role, key, capsys
):
    people = User.objects.count()
    with pytest.raises(CommandError, match=r"supervisor|Peran ini tidak ada"):
        run(capsys, "--role", role, "--organisation", str(house(key).pk))
    assert User.objects.count() == people
    assert not Notification.objects.filter(address=MAIL).exists()


def test_a_supervisor_who_begins_tomorrow_is_one_already(cast, capsys):
    cast["supervisor.wcc.cirebon"].postings.update(starts_on="2099-01-01")
    with pytest.raises(CommandError, match="sudah punya supervisor"):
        run(capsys, "--role", "companion", "--organisation", str(house("wcc.cirebon").pk))


def test_the_first_supervisor_of_a_house_can_be_added_and_the_second_not(capsys):
    where = ["--organisation", str(house("uptdppa.cirebon").pk)]
    run(capsys, "--role", "supervisor", *where)
    with pytest.raises(CommandError, match="sudah punya supervisor"):
        call_command(
            "add_person", "Lain Contoh", "lain@contoh.invalid", "--role", "supervisor", *where
        )


def test_supervisors_and_the_officer_of_the_district_are_told_and_no_line_names_anybody(
    cast, capsys
):
    run(capsys, "--role", "desk_officer", "--district", "32.09")
    told = Notification.objects.filter(kind="people_changed")
    assert {line.user.username for line in told} == {"supervisor.cirebon", "ppdp.cirebon"}
    for line in told:
        said = f"{line.mail_subject} {line.mail_body} {line.code}"
        assert "Siti" not in said
        assert "desk" not in said
    (head,) = told.filter(user=cast["supervisor.cirebon"])
    assert head.link == f"/kelola/orang/{User.objects.get(email=MAIL).pk}/"


def test_where_a_district_has_no_officer_the_nations_is_told(capsys):
    run(capsys, "--role", "desk_officer", "--district", "35.04")
    told = Notification.objects.filter(kind="people_changed")
    assert {line.user.username for line in told} == {"supervisor.tulungagung", "ppdp"}


def test_the_nations_organisation_is_made_when_there_is_none(capsys):
    Posting.objects.filter(organisation__district=None).delete()
    Organisation.objects.filter(district=None).delete()
    run(capsys, "--role", "system_admin")
    made = User.objects.get(email=MAIL).posting.organisation
    assert (made.district, made.kind) == (None, "government")
    call_command("add_person", "Lain Contoh", "lain@contoh.invalid", "--role", "viewer")
    assert User.objects.get(email="lain@contoh.invalid").posting.organisation == made


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--role", "boss"], "Tidak ada peran"),
        (["--role", "desk_officer"], "Sebutkan lembaganya"),
        (["--role", "desk_officer", "--district", "99.99"], "Tidak ada kabupaten"),
        (["--role", "desk_officer", "--district", "33.01"], "belum punya kantor"),
        (["--role", "viewer", "--organisation", "bukan-nomor"], "Tidak ada lembaga"),
        (["--role", "viewer", "--organisation", str(id_of("house", "tidak-ada"))], "Tidak ada lembaga"),
        (["--role", "companion", "--organisation", str(id_of("house", "sbmi.cirebon"))], "tidak ada di lembaga"),
        (["--role", "viewer", "--organisation", str(id_of("house", "wcc.cirebon"))], "tidak ada di lembaga"),
        (["--role", "system_admin", "--district", "32.09"], "tingkat nasional"),
        (["--role", "district_admin", "--organisation", str(id_of("house", "nation"))], "--district"),
        (["--role", "viewer", "--district", "35.04", "--organisation", str(id_of("house", "cirebon"))], "bukan dari"),
        (["--role", "village_volunteer", "--organisation", str(id_of("house", "cirebon"))], "tidak ada di lembaga"),
        (["--role", "viewer", "--username", "dua kata"], "nama pengguna"),
        (["--role", "viewer", "--username", "ppdp"], "sudah dipakai"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_ends_with_a_clear_sentence(arguments, says, capsys):
    people, houses = User.objects.count(), Organisation.objects.count()
    with pytest.raises(CommandError, match=says):
        run(capsys, *arguments)
    assert (User.objects.count(), Organisation.objects.count()) == (people, houses)


def test_one_mail_is_one_account(cast, capsys):
    taken = cast["admin.cirebon"].email.upper()
    with pytest.raises(ValidationError, match="dipakai akun lain"):
        add_person(full_name="Lain Contoh", email=taken, role="viewer", by=None)
    with pytest.raises(ValidationError, match="Isi surel"):
        add_person(full_name="Lain Contoh", email=" ", role="viewer", by=None)


def test_the_admin_is_not_her_own_data_protection_officer(cast, capsys):
    name = cast["admin.cirebon"].full_name.upper()
    told = {"role": "data_protection_officer", "organisation": house("cirebon"), "by": None}
    with pytest.raises(ValidationError, match="orang lain daripada admin"):
        add_person(full_name=name, email=MAIL, **told)


def test_a_house_that_has_ended_gets_nobody(cast):
    Organisation.objects.filter(pk=house("uptdppa.cirebon").pk).update(ended_on="2026-01-01")
    with pytest.raises(ValidationError, match="sudah berakhir"):
        add_person(
            full_name="Siti", email=MAIL, role="supervisor", organisation=house("uptdppa.cirebon")
        )


def test_user_names_are_made_from_the_name(cast):
    assert free_username("Siti Aminah Contoh") == "siti.contoh"
    assert free_username("Sa'adah") == "saadah"
    User.objects.create_user("siti.contoh", full_name="Siti Contoh")
    assert free_username("Siti Contoh") == "siti.contoh2"
    assert free_username("王") == "petugas"


def test_what_reaches_restricted_records_is_three_roles():
    assert {role for role in Role.values if reaches_restricted(role)} == {
        "counsellor",
        "companion",
        "supervisor",
    }
