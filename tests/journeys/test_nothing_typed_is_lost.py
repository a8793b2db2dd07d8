"""Sessions end, fingers click twice, two people edit at once: what was typed is still there, and saved once."""

from playwright.sync_api import expect

from tests.browser.fixtures import type_login
from tests.journeys.steps import birthday, fill_in_a_client, press, register_a_client, write


def test_a_session_that_ends_while_typing_gives_everything_back(house, let_in):
    rini = let_in("meja.cirebon", "/klien/baru/")
    without_search(rini)
    fill_in_a_client(rini, "Aminah Contoh Selasa")
    house.sql("DELETE FROM django_session")

    press(rini, "Simpan klien")
    rini.wait_for_url("**/masuk/**")
    type_login(rini, "meja.cirebon")
    rini.wait_for_url("**/klien/baru/")
    expect(rini.get_by_text("Draf dipulihkan")).to_be_visible()
    expect_what_was_typed(rini, "Aminah Contoh Selasa")

    press(rini, "Simpan klien")
    expect(rini.get_by_role("heading", name="Aminah Contoh Selasa")).to_be_visible()
    assert clients(house, "Aminah Contoh Selasa") == 1


def test_a_search_that_meets_the_end_of_the_session_gives_everything_back(house, let_in):
    rini = let_in("meja.cirebon", "/klien/baru/")
    fill_in_a_client(rini, "Aminah Contoh Senin")
    house.sql("DELETE FROM django_session")

    # The search for the same client leads her to the login before she presses anything.
    write(rini, "Nama lengkap", "Aminah Contoh Ahad")
    write(rini, "Tanggal lahir", birthday("Aminah Contoh Ahad"))
    rini.wait_for_url("**/masuk/**")
    type_login(rini, "meja.cirebon")
    rini.wait_for_url("**/klien/baru/")
    expect_what_was_typed(rini, "Aminah Contoh Ahad")
    press(rini, "Buang draf")
    expect(rini.get_by_role("textbox", name="Nama lengkap")).to_have_value("")


def test_a_browser_that_closes_while_typing_loses_nothing(let_in):
    rini = let_in("meja.cirebon", "/klien/baru/")
    fill_in_a_client(rini, "Aminah Contoh Rabu")
    expect(rini.get_by_text("Draf tersimpan", exact=True).first).to_be_visible()
    rini.context.close()

    rini = let_in("meja.cirebon", "/klien/baru/")
    expect_what_was_typed(rini, "Aminah Contoh Rabu")
    press(rini, "Buang draf")
    expect(rini.get_by_role("textbox", name="Nama lengkap")).to_have_value("")


def test_one_person_never_finds_the_draft_of_another(house, let_in):
    rini = let_in("meja.cirebon", "/klien/baru/")
    without_search(rini)
    fill_in_a_client(rini, "Aminah Contoh Kamis")
    house.sql("DELETE FROM django_session")
    press(rini, "Simpan klien")
    rini.wait_for_url("**/masuk/**")

    # The next one at this shared PC signs in on the same page.
    type_login(rini, "konselor.cirebon")
    rini.wait_for_url("**/klien/baru/")
    expect(rini.get_by_role("textbox", name="Nama lengkap")).to_have_value("")
    expect(rini.get_by_role("main")).not_to_contain_text("Aminah Contoh Kamis")

    let_in("meja.cirebon", "/klien/baru/").get_by_role("button", name="Buang draf").click()


def test_a_double_click_a_reload_and_the_back_button_make_one_client(house, let_in):
    rini = let_in("meja.cirebon", "/klien/baru/")
    fill_in_a_client(rini, "Aminah Contoh Jumat")
    typed = rini.evaluate("Object.fromEntries(new FormData(document.querySelector('main form')))")
    rini.get_by_role("button", name="Simpan klien").dblclick()
    expect(rini.get_by_role("heading", name="Aminah Contoh Jumat")).to_be_visible()
    rini.reload()
    assert rini.request.post("/klien/baru/", form=typed).url == rini.url
    assert clients(house, "Aminah Contoh Jumat") == 1

    # Whatever the browser shows again, empty or filled in: pressing makes nothing new.
    rini.go_back()
    press(rini, "Simpan klien")
    rini.wait_for_load_state()
    assert clients(house, "Aminah Contoh Jumat") == 1


def test_the_second_of_two_editors_sees_both_versions(house, let_in):
    rini = let_in("meja.cirebon")
    address = register_a_client(rini, "Aminah Contoh Sabtu")
    hendra = let_in("supervisor.cirebon", f"{address}ubah/")
    rini.goto(f"{address}ubah/")

    write(rini, "Nama panggilan", "Minah")
    press(rini, "Simpan klien")
    rini.wait_for_url(address)

    write(hendra, "Nama panggilan", "Mimin")
    press(hendra, "Simpan klien")
    both = hendra.get_by_role("alert")
    expect(both).to_contain_text("baru saja diubah orang lain")
    expect(both).to_contain_text("Minah")
    expect(both).to_contain_text("Mimin")
    expect(hendra.get_by_role("textbox", name="Nama panggilan")).to_have_value("Mimin")
    assert nicknames(house, "Aminah Contoh Sabtu") == ["Minah"]

    # Knowing both, he decides.
    press(hendra, "Simpan klien")
    expect(hendra.get_by_role("heading", name="Aminah Contoh Sabtu")).to_be_visible()
    assert nicknames(house, "Aminah Contoh Sabtu") == ["Mimin"]


def without_search(page) -> None:
    """The search for the same client would notice the end of the session too, sometimes before the press does."""
    page.route("**/klien/mirip/", lambda route: route.fulfill(status=204))


def expect_what_was_typed(page, name: str) -> None:
    expect(page.get_by_role("textbox", name="Nama lengkap")).to_have_value(name)
    expect(page.get_by_role("textbox", name="Tanggal lahir")).to_have_value(birthday(name))
    expect(page.get_by_label("Perempuan", exact=True)).to_be_checked()
    expect(page.get_by_label("PMI purna", exact=True)).to_be_checked()
    expect(page.get_by_label("Setelah bekerja", exact=True)).to_be_checked()
    expect(page.get_by_label("Setuju dicatat dengan nama", exact=True)).to_be_checked()
    village = page.get_by_role("combobox", name="Desa").locator("option:checked")
    expect(village).to_have_text("Gebang Kulon")


def clients(house, name: str) -> int:
    return len(nicknames(house, name))


def nicknames(house, name: str) -> list[str]:
    rows = house.sql("SELECT nickname FROM services_migrant WHERE full_name = %s", [name])
    return [nickname for (nickname,) in rows]
