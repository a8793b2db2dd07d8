import pytest
from django.core.management import CommandError, call_command

from ltsa.accounts.models import User
from ltsa.notifications.models import Notification

pytestmark = pytest.mark.django_db


def test_the_command_prints_what_it_made_and_an_invitation_but_no_password(capsys):
    call_command("add_district", "33.01", "--admin-username", "sri.cilacap")
    printed = capsys.readouterr().out
    assert "33.01 Kab. Cilacap" in printed
    assert "284 desa/kelurahan" in printed
    assert "LTSA Kab. Cilacap, 8 loket" in printed
    assert "sri.cilacap" in printed
    assert f"/akun/sandi/kunci/{User.objects.get(username='sri.cilacap').pk.hex}-" in printed


def test_an_admin_with_a_password_gets_no_new_link(capsys):
    call_command("add_district", "33.01")
    admin = User.objects.get(username="admin.cilacap")
    admin.set_password("kebun-teh-di-kaki-gunung")
    admin.save()
    capsys.readouterr()
    call_command("add_district", "33.01")
    printed = capsys.readouterr().out
    assert "/akun/sandi/" not in printed
    assert "Admin sudah membuat kata sandi." in printed


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["33.99"], r"“33\.99” bukan kabupaten atau kota"),
        (["3301"], r"Tulis seperti 33\.01"),
        (["33.01", "--admin-username", "dua kata"], "nama pengguna"),
    ],
)
def test_a_wrong_argument_ends_with_a_clear_sentence(arguments, says):
    with pytest.raises(CommandError, match=f"(?i){says}"):
        call_command("add_district", *arguments)
    assert not User.objects.filter(postings__organisation__district="33.01").exists()


ADMIN = ["--admin-name", "Sri Contoh", "--admin-email", "sri@contoh.invalid"]
OFFICER = ["--dpo-name", "Budi Umpama", "--dpo-email", "budi@contoh.invalid"]


def test_a_district_gets_a_data_protection_officer_of_its_own_by_mail_alone(capsys):
    call_command("add_district", "33.01", *ADMIN, *OFFICER, "--dpo-username", "ppdp.cilacap")
    printed = capsys.readouterr().out
    officer = User.objects.get(username="ppdp.cilacap")
    assert (officer.posting.role, officer.posting.district_id) == (
        "data_protection_officer",
        "33.01",
    )
    assert f"/akun/sandi/kunci/{officer.pk.hex}-" not in printed
    for address in ("sri@contoh.invalid", "budi@contoh.invalid"):
        assert "/akun/sandi/kunci/" in Notification.objects.get(address=address).mail_body


def test_a_second_time_makes_no_second_officer_and_sends_no_second_invitation(capsys):
    call_command("add_district", "33.01", *ADMIN, *OFFICER)
    before = (User.objects.count(), Notification.objects.count())
    call_command("add_district", "33.01", *ADMIN, *OFFICER)
    call_command("add_district", "33.01")
    assert (User.objects.count(), Notification.objects.count()) == before


@pytest.mark.parametrize(
    "officer",
    [
        ["--dpo-name", "SRI  CONTOH", "--dpo-email", "lain@contoh.invalid"],
        ["--dpo-name", "Budi Umpama", "--dpo-email", "SRI@contoh.invalid"],
        ["--dpo-name", "Budi Umpama", "--dpo-email", "budi@contoh.invalid"]
        + ["--dpo-username", "admin.cilacap"],
        ["--dpo-name", "Budi Umpama"],
        ["--dpo-email", "budi@contoh.invalid"],
    ],
)
def test_the_officer_is_not_the_admin_and_nothing_is_half_made(officer):
    with pytest.raises(CommandError):
        call_command("add_district", "33.01", *ADMIN, *officer)
    assert not User.objects.filter(postings__organisation__district="33.01").exists()


def test_without_one_it_says_plainly_who_stands_in(cast, capsys):
    call_command("add_district", "33.01")
    assert "PPDP nasional menggantikannya" in capsys.readouterr().out
    cast["ppdp"].postings.all().delete()
    call_command("add_district", "33.01")
    assert "PPDP nasional juga belum ada" in capsys.readouterr().out


def test_whoever_sits_at_the_terminal_is_asked_once(monkeypatch, capsys):
    answers = iter(["Budi Umpama", "budi@contoh.invalid"])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda _question: next(answers))
    call_command("add_district", "33.01", *ADMIN)
    call_command("add_district", "33.01")
    assert User.objects.get(email="budi@contoh.invalid").posting.district_id == "33.01"
