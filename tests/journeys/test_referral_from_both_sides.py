"""One referral as its two sides live it: Rini sends it with a file, Sa'adah claims, asks, accepts, serves and reports.

Once with the sender at her desk and the partner on a phone, once the other way round.
"""

import pytest
from playwright.sync_api import expect

from tests.browser.ease import expect_easy
from tests.browser.fixtures import DESK, PHONE
from tests.journeys.steps import (
    CENTRE,
    choose,
    choose_from,
    client_with_a_case,
    follow,
    press,
    send_the_referral,
    unfold,
    write,
)
from tests.ltsa.uploads.papers import pdf

QUESTION = "Boleh datang hari Senin?"


def act(page, words: str) -> None:
    """The verb of a referral: a button or a link, in the open or in the menu."""
    unfold(page, words)
    page.get_by_role("main").locator("a, button").filter(has_text=words).first.click()


def add_a_payslip(page, case: str) -> None:
    page.goto(f"{case}berkas/")
    choose_from(page, "Jenis berkas", "Slip gaji")
    paper = {"name": "Slip.pdf", "mimeType": "application/pdf", "buffer": pdf()}
    page.get_by_label("Berkas", exact=True).set_input_files(paper)
    press(page, "Simpan berkas")
    page.wait_for_url(case)


def refer_with_the_payslip(page) -> str:
    unfold(page, "Rujuk")
    follow(page, "Rujuk")
    expect_easy(page)
    choose_from(page, "Lembaga tujuan", CENTRE)
    choose(page, "Layanan yang diminta", "Dukungan psikososial")
    choose(page, "Prioritas", "Mendesak")
    write(page, "Ringkasan kebutuhan", "Butuh teman bicara.")
    page.get_by_label("1. Slip gaji").check()
    page.get_by_label("Klien sudah mendengar dan setuju").check()
    choose(page, "Cara persetujuan", "Tanda tangan")
    press(page, "Lihat dulu yang akan dikirim")
    before, after = (page.locator("section.preview").nth(n) for n in range(2))
    expect(before).not_to_contain_text("Slip gaji")
    expect(after).to_contain_text("1. Slip gaji")
    expect_easy(page)
    return page.url


@pytest.mark.parametrize(("hers", "theirs"), [(DESK, PHONE), (PHONE, DESK)], ids=["desk", "phone"])
def test_a_referral_is_sent_claimed_asked_accepted_served_and_judged(let_in, hers, theirs):
    name = "Yulianti Umpamasari" if hers is DESK else "Komariah Misalwati"
    rini = let_in("meja.cirebon", screen=hers)
    add_a_payslip(rini, client_with_a_case(rini, name))
    address = refer_with_the_payslip(rini)
    send_the_referral(rini)

    # Sa'adah takes it from the list with one tap; her supervisor reads whose it is.
    saadah = let_in("wcc.cirebon", "/rujukan/", screen=theirs)
    row = saadah.locator("li", has=saadah.locator(f"a[href*='{address.split('/')[-2]}']"))
    row.get_by_role("button", name="Saya tangani").click()
    head = let_in("supervisor.wcc.cirebon", "/rujukan/", screen=theirs)
    row = head.locator("li", has=head.locator(f"a[href*='{address.split('/')[-2]}']"))
    expect(row).to_contain_text("Ditangani")
    expect_easy(head)

    # Before she accepts she reads the minimum, and may ask.
    saadah.goto(address)
    seen = saadah.get_by_role("main")
    expect(seen).not_to_contain_text(name)
    expect(seen).not_to_contain_text("Slip gaji")
    expect_easy(saadah)
    act(saadah, "Tanya pengirim")
    write(saadah, "Pesan", QUESTION)
    press(saadah, "Tanya pengirim")
    rini.goto(address)
    expect(rini.get_by_role("main")).to_contain_text(QUESTION)
    act(rini, "Jawab pertanyaan")
    write(rini, "Pesan", "Boleh.")
    press(rini, "Jawab pertanyaan")

    # She accepts: name and file open to her.
    saadah.goto(address)
    act(saadah, "Terima")
    expect(seen).to_contain_text(name)
    with saadah.expect_download() as paper:
        follow(saadah, "1. Slip gaji atau bukti potongan")
    assert paper.value.suggested_filename.startswith("R-")
    expect_easy(saadah)
    act(saadah, "Mulai layanan")
    expect_easy(saadah)
    press(saadah, "Mulai layanan")
    act(saadah, "Laporkan layanan")
    press(saadah, "Laporkan layanan")
    expect(seen).to_contain_text("Layanan diberikan")

    # Rini closes it and writes down whether it helped; both sides know.
    rini.goto(address)
    act(rini, "Selesai")
    act(rini, "Catat pendapat klien")
    choose(rini, "Apakah klien merasa terbantu?", "Ya, terbantu")
    choose(rini, "Ditanya lewat apa?", "Telepon")
    press(rini, "Catat pendapat klien")
    expect(rini.get_by_role("main")).to_contain_text("Ya, terbantu")
    expect_easy(rini)
    saadah.goto(address)
    expect(seen).to_contain_text("Ya, terbantu")

    # She takes her consent back: nothing of her is left on the partner's page, the file neither.
    rini.goto(address)
    follow(rini, "Klien mencabut persetujuan")
    press(rini, "Cabut persetujuan")
    saadah.goto(address)
    expect(seen).not_to_contain_text(name)
    expect(seen).not_to_contain_text("Slip gaji")
    expect(seen).to_contain_text("Sudah kami hapus")
