"""A client takes her consent back, a colleague leaves: the door closes in that moment, for open pages too."""

from playwright.sync_api import expect

from tests.journeys.steps import follow, press, refer_a_client


def test_a_withdrawn_consent_hides_her_from_the_partner_at_once(let_in):
    name = "Rukmini Contoh Melati"
    rini = let_in("meja.cirebon")
    address = refer_a_client(rini, name)
    saadah = let_in("wcc.cirebon", address)
    press(saadah, "Terima")
    expect(saadah.get_by_role("main")).to_contain_text(name)

    rini.goto(address)
    follow(rini, "Klien mencabut persetujuan")
    press(rini, "Cabut persetujuan")
    expect(rini.get_by_text("Persetujuan dicabut dan langsung berlaku")).to_be_visible()

    assert name not in saadah.request.get(address).text()
    for path in ("/beranda/", "/klien/", "/rujukan/?tampil=masuk", "/kasus/?tampil=semua"):
        assert name not in saadah.request.get(path).text()
    saadah.goto("/klien/")
    box = saadah.get_by_role("searchbox", name="Cari nama")
    box.fill(name)
    box.press("Enter")
    expect(saadah.get_by_text("Belum ketemu")).to_be_visible()


def test_the_end_of_a_posting_ends_access_at_once(let_in):
    titin = let_in("kpi.blitar", "/rujukan/")
    expect(titin.get_by_role("heading", name="Rujukan", exact=True)).to_be_visible()

    # Her house has nobody else, Blitar no officer of its own: the nation's officer ends it.
    bayu = let_in("ppdp", "/kelola/orang/?q=Titin")
    bayu.get_by_role("main").get_by_role("link", name="Titin Ibaratwati").click()
    follow(bayu, "Akhiri")
    press(bayu, "Akhiri tugas")
    expect(bayu.get_by_text("Tugas diakhiri")).to_be_visible()

    titin.reload()
    expect(titin.get_by_role("heading", name="tidak punya tugas")).to_be_visible()
    for path in ("/rujukan/", "/klien/", "/kasus/", "/notifikasi/"):
        answer = titin.request.get(path, max_redirects=0)
        assert answer.status in (302, 403)
