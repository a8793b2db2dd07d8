"""The 90-second log: a new client from my day to her receipt by keyboard alone, measured in keys and requests.

The figures stand in README.md; the bounds here keep them from growing.
"""

from playwright.sync_api import Page, expect

from tests.browser.fixtures import type_login
from tests.journeys.steps import exactly

MOST_KEYS = 46
MOST_REQUESTS = 4  # pages and answers to a search; what is fetched for drafts and styles apart


class Meter:
    """Counts the keys a person presses and the requests that the house answers."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.keys = self.requests = self.drafts = 0
        page.on("request", self._asked)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.keys += len(key.split("+"))
            self.page.keyboard.press(key)

    def type(self, words: str) -> None:
        self.keys += len(words)
        self.page.keyboard.type(words)

    def _asked(self, request) -> None:
        if request.url.endswith("/draf/simpan/"):
            self.drafts += 1
        elif request.resource_type in ("document", "xhr", "fetch"):
            self.requests += 1


def test_a_new_client_is_logged_from_my_day_to_her_receipt_by_keyboard(house, let_in):
    page = let_in("meja.cirebon")
    page.evaluate("document.addEventListener('pointerdown', () => (window.mouse = true), true)")
    desk = Meter(page)
    desk.press("Alt+l")
    page.wait_for_url("**/layanan/")
    expect(page.get_by_role("searchbox", name="Cari nama")).to_be_focused()
    desk.type("suharti")
    desk.press("Enter")
    expect(page.get_by_role("radio", name="Suharti").first).to_be_focused()
    desk.press("ArrowUp", "ArrowUp")  # none of these: somebody new
    answer(page, desk)
    desk.press("Enter")
    page.wait_for_url("**/tanda-terima/")
    expect(page.get_by_role("link", name="Layanan baru")).to_be_focused()

    code = page.locator(".receipt-code").inner_text()
    [(name, band, village, phase, kind)] = house.sql(
        "SELECT m.full_name, m.age_band, a.name, s.phase, s.kind FROM services_counsellingsession s "
        "JOIN services_migrant m ON m.id = s.migrant_id JOIN areas_area a ON a.code = m.village_id "
        "WHERE s.code = %s",
        [code],
    )
    assert (name, band, village) == ("Suharti Dewibaru", "25-35", "Gebang Kulon")
    assert (phase, kind) == ("before", "safe_migration")
    assert desk.keys <= MOST_KEYS
    assert desk.requests <= MOST_REQUESTS
    assert not page.evaluate("window.mouse")


def answer(page: Page, desk: Meter) -> None:
    """From the consent to the outcome; of the name, what was looked for stands there already."""
    expect(page.get_by_label("Orang baru", exact=True)).to_be_checked()
    desk.press("Tab", "Space", "Tab", "End")
    expect(page.get_by_role("textbox", name=exactly("Nama"))).to_have_value("Suharti")
    desk.type(" Dewibaru")
    desk.press("Tab", "Space", "Tab")
    desk.type("27")
    desk.press("Tab")
    village = page.get_by_role("combobox", name=exactly("Desa"))
    expect(village).to_be_focused()
    desk.type("gebang k")
    expect(village.locator("option:checked")).to_have_text("Gebang Kulon")
    desk.press("Tab", "Space", "Tab", "ArrowRight", "Tab", "Space")
    expect(page.get_by_label("Calon PMI", exact=True)).to_be_checked()
    expect(page.get_by_label("Migrasi aman", exact=True)).to_be_checked()
    expect(page.get_by_label("Cukup", exact=True)).to_be_checked()


def test_what_was_typed_survives_a_reload_and_a_logout_in_the_middle(house, let_in):
    page = let_in("meja.cirebon", "/layanan/")
    desk = Meter(page)
    desk.type("Qomariyatun Dhuhuriyah")
    desk.press("Enter")
    answer_who(page, desk)
    page.reload()
    expect_it_is_all_there(page)

    page.locator("summary", has_text="Menu akun").click()
    page.get_by_role("button", name="Keluar", exact=True).click()
    page.goto("/masuk/?next=/layanan/")
    type_login(page, "meja.cirebon")
    page.wait_for_url("**/layanan/")
    expect_it_is_all_there(page)
    page.get_by_label("Informasi", exact=True).focus()
    desk.press("Space", "Tab", "Space", "Enter")
    page.wait_for_url("**/tanda-terima/")
    rows = house.sql("SELECT 1 FROM services_migrant WHERE full_name = 'Qomariyatun Dhuhuriyah'")
    assert len(rows) == 1


def answer_who(page: Page, desk: Meter) -> None:
    expect(page.get_by_label("Setuju dicatat dengan nama")).to_be_focused()
    desk.press("Space", "Tab", "Tab", "Space", "Tab")
    desk.type("31")
    desk.press("Tab", "Tab", "Space")
    expect(page.get_by_text("Draf tersimpan", exact=True).first).to_be_visible()


def expect_it_is_all_there(page: Page) -> None:
    expect(page.get_by_text("Draf dipulihkan")).to_be_visible()
    expect(page.get_by_role("searchbox", name="Cari nama")).to_have_value("Qomariyatun Dhuhuriyah")
    for chosen in ("Orang baru", "Setuju dicatat dengan nama", "Perempuan", "Calon PMI"):
        expect(page.get_by_label(chosen, exact=True)).to_be_checked()
    expect(page.get_by_role("textbox", name=exactly("Nama"))).to_have_value(
        "Qomariyatun Dhuhuriyah"
    )
    expect(page.get_by_label("Umur atau tanggal lahir")).to_have_value("31")


def test_without_javascript_it_takes_two_steps(house, let_in):
    page = let_in("meja.cirebon", "/layanan/", java_script_enabled=False)
    page.get_by_role("searchbox", name="Cari nama").fill("Xaveriana Jumblung")
    page.get_by_role("searchbox", name="Cari nama").press("Enter")
    page.wait_for_load_state()
    for chosen in ("Setuju dicatat dengan nama", "Perempuan", "PMI purna", "Hukum", "Cukup"):
        page.get_by_label(chosen, exact=True).check()
    page.get_by_label("Umur atau tanggal lahir").fill("44")
    page.get_by_label("Umur atau tanggal lahir").press("Enter")
    page.wait_for_url("**/tanda-terima/")
