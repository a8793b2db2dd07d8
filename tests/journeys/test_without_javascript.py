"""An old phone, a strict browser: the whole story without a line of JavaScript."""

from playwright.sync_api import expect

from tests.browser.fixtures import PHONE
from tests.journeys.steps import press, refer_a_client


def test_the_main_job_needs_no_javascript(house, sign_in):
    name = "Sukesi Contoh Pagi"
    rini = sign_in("meja.cirebon", java_script_enabled=False)
    address = refer_a_client(rini, name)
    saadah = sign_in("wcc.cirebon", "/notifikasi/", java_script_enabled=False, screen=PHONE)
    saadah.get_by_role("button", name="Rujukan masuk").first.click()
    saadah.wait_for_url(address)
    press(saadah, "Terima")
    expect(saadah.get_by_role("main")).to_contain_text(name)
    rini.reload()
    expect(rini.get_by_role("main")).to_contain_text("Diterima")


def test_language_theme_search_and_logout_need_no_javascript(sign_in):
    rini = sign_in("meja.cirebon", java_script_enabled=False)
    open_the_menu(rini)
    rini.get_by_role("button", name="English").click()
    expect(rini.locator("html")).to_have_attribute("lang", "en")
    open_the_menu(rini, "Rini Contohsari")
    rini.get_by_role("button", name="Indonesia").click()
    expect(rini.locator("html")).to_have_attribute("lang", "id")

    box = rini.get_by_role("searchbox", name="Cari klien, kasus, atau rujukan")
    box.fill("nama yang tidak ada")
    box.press("Enter")
    expect(rini.get_by_role("main")).to_contain_text("nama yang tidak ada")
    open_the_menu(rini)
    rini.get_by_role("button", name="Keluar").click()
    rini.goto("/beranda/")
    rini.wait_for_url("**/masuk/**")


def open_the_menu(page, words: str = "Menu akun") -> None:
    page.locator("summary", has_text=words).click()
