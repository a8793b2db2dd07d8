"""A woman who wants to leave comes to the desk (acceptance walk a): one visit, from the search to the report.

Suharti, 27, of Gebang Kulon wants to care for the old in Taiwan. Nobody asks for her NIK; she is counted once.
"""

from playwright.sync_api import Page, expect

from tests.journeys.steps import choose, choose_from, exactly, figure, follow, press

NAME = "Suharti Walkasari"
AGENCY = "PT Contoh Karya Umpama"
PRESENT = (
    "Surat keterangan status perkawinan",
    "Izin suami, istri, orang tua, atau wali, diketahui kepala desa",
    "Sertifikat kompetensi kerja",
    "Surat sehat fisik dan psikologi",
    "Paspor",
)


def test_a_prospective_migrant_is_served_in_one_visit_and_counted_once(house, let_in):
    rini = let_in("meja.cirebon", "/dasbor/?period=this_month")
    before = figure(rini, "Orang unik"), figure(rini, "Konseling perorangan")

    nobody_of_that_name_is_known(rini)
    she_is_taken_in_and_spoken_to(rini)
    code = the_receipt_says_a_number_and_nothing_of_her(rini)
    follow(rini, "Halaman klien")
    expect(rini.get_by_role("heading", name=NAME)).to_be_visible()
    her_page = rini.url

    five_of_eight_documents_are_there(rini)
    rini.goto(her_page)
    the_company_she_names_is_looked_up(rini)
    rini.goto(her_page)
    the_union_is_offered_and_she_says_no(rini)

    rini.goto(her_page)
    main = rini.get_by_role("main")
    expect(main).to_contain_text("Dokumen: 5 dari 8 ada")
    expect(main).to_contain_text("Taiwan")
    expect(main).to_contain_text("Tidak berminat")

    rini.goto("/dasbor/?period=this_month")
    assert figure(rini, "Orang unik") == before[0] + 1
    assert figure(rini, "Konseling perorangan") == before[1] + 1
    [(days,)] = house.sql(
        "SELECT follow_up_on - (started_at AT TIME ZONE 'Asia/Jakarta')::date "
        "FROM services_counsellingsession WHERE code = %s",
        [code],
    )
    assert days == 14


def nobody_of_that_name_is_known(page: Page) -> None:
    page.goto("/beranda/")
    follow(page, "Layanan baru")
    box = page.get_by_role("searchbox", name="Cari nama, NIK")
    box.fill("Walkasari Suharty")
    box.press("Enter")
    expect(page.get_by_text("orang ditemukan")).to_be_visible()
    expect(page.get_by_label(NAME)).to_have_count(0)
    page.get_by_label("Orang baru", exact=True).check()


def she_is_taken_in_and_spoken_to(page: Page) -> None:
    expect(page.get_by_text("Kami mencatat data Ibu/Bapak")).to_be_visible()
    choose(page, "Persetujuan data", "Setuju dicatat dengan nama")
    page.get_by_role("textbox", name=exactly("Nama")).fill(NAME)
    choose(page, "Jenis kelamin", "Perempuan")
    page.get_by_label("Umur atau tanggal lahir").fill("27")
    choose_from(page, "Desa", "Gebang Kulon")
    choose(page, "Jenis klien", "Calon PMI")
    choose(page, "Jenis konseling", "Migrasi aman")
    choose(page, "Hasil", "Perlu tindak lanjut")
    page.get_by_label("Tindak lanjut pada").fill("14")
    page.locator("summary", has_text="Topik").click()
    choose(
        page, "Topik", "Tata cara migrasi aman", "Biaya penempatan", "Daftar P3MI dan mitra usaha"
    )
    press(page, "Simpan")
    page.wait_for_url("**/tanda-terima/")


def the_receipt_says_a_number_and_nothing_of_her(page: Page) -> str:
    slip = page.get_by_label("Tanda terima")
    for secret in (NAME, "Suharti", "Gebang", "Taiwan", "Migrasi aman"):
        expect(slip).not_to_contain_text(secret)
    return page.locator(".receipt-code").inner_text()


def five_of_eight_documents_are_there(page: Page) -> None:
    follow(page, "Periksa dokumen")
    for document in PRESENT:
        choose_from(page, document, "Ada")
    choose_from(page, "Perjanjian kerja", "Belum ada")
    press(page, "Simpan dokumen")
    expect(page.get_by_role("main")).to_contain_text("Belum ada")


def the_company_she_names_is_looked_up(page: Page) -> None:
    follow(page, "Tambah perjalanan")
    page.get_by_label("Negara tujuan").fill("Taiwan")
    choose_from(page, "Pekerjaan", "Perawat lansia")
    page.get_by_role("combobox", name=exactly("P3MI")).fill(AGENCY)
    press(page, "Simpan perjalanan")
    expect(page.get_by_role("main")).to_contain_text(AGENCY)
    expect(page.get_by_role("main")).to_contain_text("pengaduan terverifikasi")


def the_union_is_offered_and_she_says_no(page: Page) -> None:
    follow(page, "Tawarkan serikat")
    expect(page.get_by_text("Layanan tetap sama bila tidak")).to_be_visible()
    press(page, "Tidak")
