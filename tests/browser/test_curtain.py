"""The curtain in a browser: what was typed stays, no other tab and no Back gets round it, and without server it stays."""

import pytest
from playwright.sync_api import expect

FORM = "/kelola/lembaga/baru/"
PASSWORD = "satu-atap"


@pytest.fixture
def page(sign_in):
    page = sign_in("admin.cirebon")
    page.goto(FORM)
    page.get_by_label("Nama lembaga").fill("Lembaga Contoh")
    with page.expect_response("**/akun/tirai/"):
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
    return page


def sheet(page):
    return page.locator("[data-curtain-sheet]")


def try_secret(page, secret):
    page.get_by_label("Kata sandi atau PIN").fill(secret)
    page.get_by_role("button", name="Buka layar").click()


def test_the_password_lifts_it_in_place_and_what_was_typed_is_there(page):
    expect(sheet(page)).to_be_visible()
    expect(page.get_by_label("Nama lembaga")).to_be_hidden()
    try_secret(page, "salah")
    expect(page.get_by_role("alert").filter(has_text="salah")).to_be_visible()
    expect(sheet(page)).to_be_visible()
    try_secret(page, PASSWORD)
    expect(sheet(page)).to_be_hidden()
    expect(page.get_by_label("Nama lembaga")).to_have_value("Lembaga Contoh")
    expect(page.locator("[data-draft-state]")).to_have_text("Draf tersimpan")


def test_another_tab_meets_it_too_and_opens_both(page):
    other = page.context.new_page()
    other.goto("/kelola/")
    expect(other.get_by_role("heading", name="Layar ditutup")).to_be_visible()
    page.go_back()
    expect(page.get_by_label("Kata sandi atau PIN")).to_be_visible()
    try_secret(other, PASSWORD)
    other.wait_for_url("**/kelola/")


def test_without_the_server_it_stays_down(page):
    page.context.set_offline(True)
    try_secret(page, PASSWORD)
    expect(page.get_by_role("alert").filter(has_text="tidak terjangkau")).to_be_visible()
    expect(sheet(page)).to_be_visible()
    page.context.set_offline(False)
    try_secret(page, PASSWORD)
    expect(sheet(page)).to_be_hidden()
