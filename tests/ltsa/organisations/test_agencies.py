import io

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from openpyxl import Workbook

from ltsa.audit.models import Record
from ltsa.organisations.actions import (
    change_agency,
    check_agency,
    create_agency,
    import_agencies,
    look_through,
)
from ltsa.organisations.models import Agency
from ltsa.sheets import read_sheet
from ltsa.versions import Stale


@pytest.fixture
def admin(cast):
    return cast["admin.cirebon"]


@pytest.fixture
def agency(admin):
    return create_agency(
        name="PT Contoh Karya Umpama", kind="p3mi", licence="SIP-1", branch="Cirebon", by=admin
    )


def listed(*lines):
    book = Workbook()
    for line in lines:
        book.active.append(line)
    out = io.BytesIO()
    book.save(out)
    out.seek(0)
    return look_through(read_sheet(out, max_rows=100, max_columns=20))


@pytest.mark.parametrize(
    "q",
    ["contoh karya", "Karja Tjontoh", "PT. CONTOH KARYA UMPAMA", "umpamma contoh", "sip-1"],
)
def test_an_agency_is_found_by_what_people_call_it(agency, q):
    assert agency in Agency.objects.named(q)


def test_another_name_does_not_find_it(agency):
    assert agency not in Agency.objects.named("Misal Jaya Abadi")


def test_the_same_company_twice_in_a_branch_is_refused(agency, admin):
    with pytest.raises(ValidationError):
        create_agency(name="P.T. Contoh Karja Umpama", kind="p3mi", branch="cirebon", by=admin)
    with pytest.raises(ValidationError):
        create_agency(name="PT Lain", kind="p3mi", licence="SIP-1", branch="Cirebon", by=admin)
    create_agency(name="PT Contoh Karya Umpama", kind="p3mi", branch="Tulungagung", by=admin)


def test_a_change_keeps_the_search_in_step_and_is_audited(agency, admin):
    told = {"name": "PT Misal Jaya", "status": "active"}
    change_agency(agency, version=1, by=admin, **told)
    assert agency in Agency.objects.named("misal jaya")
    assert Record.objects.get(verb="change", subject=agency.pk).fields == ["name", "status"]
    with pytest.raises(Stale):
        change_agency(agency, version=1, by=admin, **told)


def test_somebody_looked_it_up_today(agency, admin):
    check_agency(agency, by=admin)
    assert Agency.objects.get(pk=agency.pk).checked_on == timezone.localdate()


def test_a_list_says_what_each_row_would_do_and_writes_nothing(agency):
    entries = listed(
        ["DAFTAR P3MI", None, None, None],
        ["Nama P3MI", "Nomor SIP3MI", "Status", "Cabang"],
        ["PT Misal Jaya", "SIP-2", "Aktif", None],
        ["PT Contoh Karya Umpama", "SIP-1", "Dicabut", "Cirebon"],
        ["PT Misal Jaja", None, "Aktif", None],
        [None, "SIP-9", "Aktif", None],
        ["=A3", "SIP-8", "Aktif", None],
    )
    assert [(one.number, one.agency, one.changed, bool(one.error)) for one in entries] == [
        (3, None, [], False),
        (4, agency, ["status"], False),
        (5, None, [], True),
        (6, None, [], True),
        (7, None, [], True),
    ]
    assert Agency.objects.count() == 1


def test_a_list_without_names_is_refused(db):
    with pytest.raises(ValidationError):
        listed(["Alamat", "Kota"], ["Jl. Contoh", "Cirebon"])


def test_saving_a_list_makes_new_ones_and_renews_known_ones(agency, admin):
    entries = listed(
        ["Nama", "SIP3MI", "Status", "Cabang", "Alamat"],
        ["PT Contoh Karya Umpama Baru", "SIP-1", "Berlaku", "Cirebon", None],
        ["PT Misal Jaya", "SIP-2", "Dicabut", None, "Jl. Umpama 1"],
    )
    told = [(one.number, one.told) for one in entries]
    import_agencies(told, source="Daftar contoh", by=admin)
    agency.refresh_from_db()
    assert (agency.name, agency.status, agency.version) == (
        "PT Contoh Karya Umpama Baru", "active", 2,
    )  # fmt: skip
    assert (agency.checked_on, agency.source) == (timezone.localdate(), "Daftar contoh")
    assert agency in Agency.objects.named("umpama baru")
    assert Agency.objects.get(licence="SIP-2").status == "revoked"


def test_saving_the_same_list_twice_changes_nothing_more(admin, db):
    told = [(2, one.told) for one in listed(["Nama", "Status"], ["PT Misal Jaya", "Aktif"])]
    for _ in range(2):
        import_agencies(told, source="Daftar contoh", by=admin)
    assert Agency.objects.count() == 1


def test_a_licence_of_another_company_is_a_wrong_row(agency, admin):
    create_agency(name="PT Misal Jaya", kind="p3mi", branch="Cirebon", by=admin)
    entries = listed(
        ["Nama", "SIP3MI", "Cabang"],
        ["PT Misal Jaya", "SIP-1", "Cirebon"],
    )
    assert entries[0].error
