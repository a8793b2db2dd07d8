import pytest
from django.core.management import CommandError, call_command

from ltsa.accounts.models import User

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
