"""A village clinic has no account: Rini sends a link by mail and reads the PIN aloud, the nurse answers on her phone."""

from playwright.sync_api import expect

from cases.models import Referral
from tests.browser.ease import expect_easy
from tests.browser.fixtures import PHONE
from tests.journeys.steps import (
    choose,
    client_with_a_case,
    follow,
    link_in,
    press,
    send_the_referral,
    write,
    write_a_referral,
)

CLINIC, MAILBOX = "Puskesmas Contoh Cirebon", "klinik.desa@contoh.test"
NAME = "Wartinah Contohasih"
NURSE = "Suster Contoh Wulan"


def test_a_clinic_answers_by_a_link_and_a_pin_on_a_phone(house, let_in, visit):
    rini = let_in("meja.cirebon")
    client_with_a_case(rini, NAME)
    address = write_a_referral(rini, partner=CLINIC)
    send_the_referral(rini)
    with house.database():
        sent = Referral.objects.get(pk=address.split("/")[-2])
        code, houses = sent.case.migrant.code, (str(sent.to), str(sent.sender))

    follow(rini, "Tautan tamu, untuk lembaga tanpa akun")
    choose(rini, "Cara mengirim", "Dikirim lewat surel")
    write(rini, "Alamat surel", MAILBOX)
    write(rini, "Mengapa ke alamat ini", "Puskesmas menyebutnya lewat telepon.")
    rini.get_by_label("Buka nama dan telepon setelah diterima").check()
    press(rini, "Buat tautan tamu")
    pin = rini.locator(".guest-pin").inner_text()
    assert rini.title() == "Tautan tamu · Satu Atap"

    # The mail opens something, and says nothing about anybody.
    (mail,) = house.mails(MAILBOX.split("@")[0], "/tamu/")
    link = link_in(mail)
    for secret in (pin, *NAME.split(), code, *houses):
        assert secret.lower() not in mail.as_string().replace(link, "").lower()

    nurse = visit(link, screen=PHONE)
    write(nurse, "PIN enam angka", pin)
    press(nurse, "Buka")
    seen = nurse.get_by_role("main")
    expect(seen).to_contain_text(code)
    expect(seen).not_to_contain_text(NAME)
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
    expect(seen).to_contain_text(NAME)
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
