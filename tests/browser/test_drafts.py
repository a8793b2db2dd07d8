"""What is typed is kept on the server while it is typed, and comes back."""

import pytest
from playwright.sync_api import expect

FORM = "/kelola/lembaga/baru/"


@pytest.fixture
def page(house, sign_in):
    # Other tests type into this form as the same person, and their draft would come back here.
    house.sql("DELETE FROM drafts_draft WHERE path = %s", [FORM])
    page = sign_in("admin.cirebon")
    page.goto(FORM)
    page.get_by_label("Nama lembaga").press_sequentially("Lembaga Contoh")
    page.get_by_label("Serikat pekerja").check()
    expect(page.locator("[data-draft-state]")).to_have_text("Draf tersimpan")
    return page


def test_a_draft_comes_back_and_can_be_thrown_away(page):
    assert page.locator("#pengumuman").text_content() == "Draf tersimpan"
    page.goto("/kelola/")
    page.goto(FORM)
    expect(page.get_by_text("Draf dipulihkan")).to_be_visible()
    expect(page.get_by_label("Nama lembaga")).to_have_value("Lembaga Contoh")
    expect(page.get_by_label("Serikat pekerja")).to_be_checked()
    page.get_by_role("button", name="Buang draf").click()
    expect(page.get_by_label("Nama lembaga")).to_have_value("")


def test_the_enter_key_saves_a_restored_draft_and_never_throws_it_away(page):
    page.goto(FORM)
    page.get_by_label("Nama lembaga").press("Enter")
    expect(page.get_by_role("heading", name="Lembaga Contoh")).to_be_visible()
    page.goto(FORM)
    expect(page.get_by_text("Draf dipulihkan")).to_have_count(0)
