import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from ltsa.organisations.actions import create_agency
from ltsa.organisations.models import Agency

CSV = b"Nama;Nomor SIP3MI;Status\r\nPT Misal Jaya;SIP-2;Aktif\r\n;SIP-3;Aktif\r\n"
IMPORT = "/kelola/p3mi/impor/"


@pytest.fixture
def agency(cast):
    return create_agency(
        name="PT Contoh Karya Umpama", kind="p3mi", status="revoked", by=cast["admin.cirebon"]
    )


def upload(body: bytes, name="daftar.csv") -> dict:
    return {"file": SimpleUploadedFile(name, body), "source": "Daftar contoh"}


@pytest.mark.parametrize("who", ["meja.cirebon", "wcc.cirebon", "admin.cirebon"])
def test_whoever_serves_looks_an_agency_up_by_a_misspelt_name(as_user, agency, who):
    page = as_user(who).get("/direktori/p3mi/", {"q": "Tjontoh Karia"}).content.decode()
    assert "PT Contoh Karya Umpama" in page
    assert "Izin dicabut" in page
    assert "Pengaduan terverifikasi" in page


def test_a_visitor_and_a_viewer_do_not(as_user, client, agency):
    assert client.get("/direktori/p3mi/").status_code == 302
    assert as_user("pemirsa").get("/direktori/p3mi/").status_code == 403


def test_the_page_warns_that_nobody_has_checked_it(as_user, agency):
    page = as_user("meja.cirebon").get(reverse("agency_detail", args=[agency.pk])).content.decode()
    assert "Belum pernah diperiksa" in page
    assert "Kasus terbatas tidak pernah dihitung" in page
    assert "Sudah diperiksa, benar" not in page


def test_only_who_keeps_the_master_data_changes_it(as_user, agency):
    for path in ("ubah", "diperiksa"):
        url = f"/kelola/p3mi/{agency.pk}/{path}/"
        assert as_user("meja.cirebon").post(url).status_code == 403
    answer = as_user("admin.cirebon").post(f"/kelola/p3mi/{agency.pk}/diperiksa/")
    assert answer.status_code == 302


def test_a_list_is_looked_through_then_saved(as_user):
    admin = as_user("admin.cirebon")
    page = admin.post(IMPORT, upload(CSV))
    assert Agency.objects.count() == 0
    assert "Baris 3" in page.content.decode()
    body = page.context["body"]
    assert admin.post(IMPORT + "simpan/", {"body": body}).status_code == 302
    assert [one.name for one in Agency.objects.all()] == ["PT Misal Jaya"]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "daftar.xlsx"),
        (b"\x00\x01\x02", "daftar.csv"),
        (b"PK\x03\x04 broken", "daftar.xlsx"),
        (b"Alamat;Kota\na;b\n", "daftar.csv"),
    ],
)
def test_what_is_no_list_is_answered_at_the_field(as_user, body, name):
    page = as_user("admin.cirebon").post(IMPORT, upload(body, name))
    assert page.status_code == 200
    assert page.context["form"].errors["file"]


def test_a_tampered_list_is_not_saved(as_user):
    answer = as_user("admin.cirebon").post(IMPORT + "simpan/", {"body": "x\0y:z"})
    assert answer["Location"] == IMPORT
    assert Agency.objects.count() == 0
