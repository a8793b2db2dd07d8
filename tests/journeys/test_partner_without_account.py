"""A village clinic has no account: Rini sends a link by mail and reads the PIN aloud, the nurse answers on her phone."""

from playwright.sync_api import expect

from cases.models import Referral
from ltsa.accounts.models import User
from tests.browser.ease import expect_easy
from tests.browser.fixtures import PHONE
from tests.journeys.steps import choose, follow, link_in, press, write

CLINIC = "klinik.desa@contoh.test"
NURSE = "Suster Contoh Wulan"


def test_a_clinic_answers_by_a_link_and_a_pin_on_a_phone(house, let_in, visit):
    with house.database():
        desk = User.objects.get(username="meja.cirebon")
        sent = Referral.objects.outgoing(desk).filter(state="sent").exclude(links=None).get()
        client, address = sent.case.migrant, f"/rujukan/{sent.pk}/"

    rini = let_in("meja.cirebon", address)
    follow(rini, "Tautan tamu, untuk lembaga tanpa akun")
    choose(rini, "Cara mengirim", "Dikirim lewat surel")
    write(rini, "Alamat surel", CLINIC)
    rini.get_by_label("Buka nama dan telepon setelah diterima").check()
    press(rini, "Buat tautan tamu")
    pin = rini.locator(".guest-pin").inner_text()
    assert rini.title() == "Tautan tamu · Satu Atap"

    # The mail opens something, and says nothing about anybody.
    (mail,) = house.mails(CLINIC.split("@")[0], "/tamu/")
    link = link_in(mail)
    for secret in (pin, *client.full_name.split(), client.code, str(sent.to), str(sent.sender)):
        assert secret.lower() not in mail.as_string().replace(link, "").lower()

    nurse = visit(link, screen=PHONE)
    write(nurse, "PIN enam angka", pin)
    press(nurse, "Buka")
    seen = nurse.get_by_role("main")
    expect(seen).to_contain_text(client.code)
    expect(seen).not_to_contain_text(client.full_name)
    assert nurse.title() == "Permintaan · Satu Atap"
    expect_easy(nurse)

    # Whoever finds the mail and overhears the PIN comes too late.
    thief = visit(link)
    write(thief, "PIN enam angka", pin)
    press(thief, "Buka")
    expect(thief.get_by_role("main")).to_contain_text("PIN tidak cocok")

    follow(nurse, "Terima")
    expect_easy(nurse)
    write(nurse, "Nama Anda", NURSE)
    press(nurse, "Terima")
    expect(seen).to_contain_text(client.full_name)
    follow(nurse, "Laporkan bantuan")
    write(nurse, "Catatan status", "Sudah diperiksa.")
    press(nurse, "Kirim laporan")
    expect(seen).to_contain_text("Terima kasih")
    nurse.goto(link)
    expect(seen).to_contain_text("Masukkan PIN")

    rini.goto(address)
    shown = rini.get_by_role("main")
    expect(shown).to_contain_text("Layanan diberikan")
    expect(shown).to_contain_text(NURSE)
