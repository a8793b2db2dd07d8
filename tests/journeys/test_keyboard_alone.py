"""No mouse: from the login page to a client's page with Tab, Enter and the slash."""

from playwright.sync_api import Page, expect

from ltsa.demo.accounts import PASSWORD
from tests.journeys.steps import register_a_client

NAME = "Tumini Contoh Papan"


def test_from_login_to_a_client_without_a_mouse(let_in, visit):
    register_a_client(let_in("meja.cirebon"), NAME)

    page = visit("/masuk/")
    tab_to(page, page.get_by_role("textbox", name="Nama pengguna"))
    page.keyboard.type("meja.cirebon")
    tab_to(page, page.get_by_role("textbox", name="Sandi"))
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/beranda/")

    # The first stop is the way past the menu.
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Langsung ke isi")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()

    # The slash goes to the search.
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox", name="Cari klien, kasus, atau rujukan")).to_be_focused()
    page.keyboard.type("tumini papan")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cari/")
    tab_to(page, page.get_by_role("main").get_by_role("link", name=NAME).first)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=NAME)).to_be_visible()

    # Menus open and close from the keyboard too, and the focus comes back.
    menu = page.locator("summary", has_text="Menu akun")
    tab_to(page, menu)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Keluar")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Keluar")).to_be_hidden()
    expect(menu).to_be_focused()


def tab_to(page: Page, target) -> None:
    """Press Tab until the focus is there; on its way it is always on something that can be seen."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"Tab never reaches {target}")
