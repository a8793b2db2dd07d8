import uuid

import pytest
from django.utils import timezone

from ltsa.organisations.models import Agreement, Holiday, Organisation, ServicePoint

HOUSES = "/kelola/lembaga/"


@pytest.fixture
def admin(as_user):
    return as_user("admin.cirebon")


@pytest.fixture
def wcc(cast):
    return Organisation.objects.get(pk=cast.wcc_cirebon.posting.organisation_id)


@pytest.fixture
def filled():
    return {
        "name": "Lembaga Contoh",
        "kind": "union",
        "services": ["legal", "union"],
        "idempotency_key": str(uuid.uuid4()),
    }


def edited(organisation, **changes) -> dict:
    names = ["name", "phone", "phone_24h", "email", "address", "hours", "note", "version"]
    body = {name: getattr(organisation, name) for name in names}
    services = organisation.offers.values_list("code", flat=True)
    return body | {"is_confirmed": "on", "services": list(services)} | changes


@pytest.mark.parametrize(
    "path", ["lembaga/", "lembaga/baru/", "kantor/", "hari-libur/", "kop-surat/"]
)
def test_master_data_is_for_the_district_admin_alone(as_user, path):
    assert as_user("admin.cirebon").get(f"/kelola/{path}").status_code == 200
    for who in ["supervisor.cirebon", "meja.cirebon", "pemirsa"]:
        assert as_user(who).get(f"/kelola/{path}").status_code == 403


@pytest.mark.parametrize(
    "verb", ["", "ubah/", "diperiksa/", "akhiri/", "lanjutkan/", "perjanjian/", "titik/"]
)
def test_organisations_of_another_district_do_not_exist(admin, cast, verb):
    there = cast.ksbsi_blitar.posting.organisation_id
    assert admin.post(f"{HOUSES}{there}/{verb}").status_code == 404


def test_the_pages_of_one_organisation_open(admin, wcc):
    for verb in ["", "ubah/", "akhiri/", "perjanjian/", "titik/"]:
        assert admin.get(f"{HOUSES}{wcc.pk}/{verb}").status_code == 200


def test_the_list_shows_partners_and_villages_apart(admin, wcc):
    listed = {row["name"] for row in admin.get(HOUSES).context["rows"]}
    assert wcc.name in listed
    villages = admin.get(HOUSES, {"jenis": "village"}).context["rows"]
    assert villages and not listed & {row["name"] for row in villages}


def test_a_double_click_makes_one_partner(admin, filled):
    answers = [admin.post(f"{HOUSES}baru/", filled) for _ in range(2)]
    partner = Organisation.objects.get(name="Lembaga Contoh")
    assert {answer.url for answer in answers} == {f"{HOUSES}{partner.pk}/"}
    assert partner.offers.count() == 2


def test_a_faulty_partner_is_refused_at_its_fields(admin, wcc, filled):
    bad = {"name": "", "kind": "kerajaan", "email": "bukan surel", "services": ["sihir"]}
    form = admin.post(f"{HOUSES}baru/", filled | bad).context["form"]
    assert set(bad) <= set(form.errors)
    twice = admin.post(f"{HOUSES}baru/", filled | {"name": wcc.name.upper()}).context["form"]
    assert "name" in twice.errors


def test_a_stale_edit_shows_both_values_and_can_be_saved_knowingly(admin, wcc):
    path = f"{HOUSES}{wcc.pk}/ubah/"
    late = edited(wcc, phone="0231 222", services=["legal"])
    admin.post(path, edited(wcc, phone="0231 111"))
    form = admin.post(path, late).context["form"]
    assert ("0231 222", "0231 111") in [(row.yours, row.theirs) for row in form.both]
    assert Organisation.objects.get(pk=wcc.pk).phone == "0231 111"
    admin.post(path, late | {"version": form["version"].value()})
    wcc.refresh_from_db()
    assert (wcc.phone, wcc.offers.count()) == ("0231 222", 1)


def test_checking_takes_one_click(admin, wcc):
    assert admin.post(f"{HOUSES}{wcc.pk}/diperiksa/").status_code == 302
    assert admin.get(f"{HOUSES}{wcc.pk}/diperiksa/").status_code == 405
    assert Organisation.objects.get(pk=wcc.pk).verified_on == timezone.localdate()


def test_an_organisation_with_people_says_why_it_cannot_be_ended(admin, wcc):
    answer = admin.post(f"{HOUSES}{wcc.pk}/akhiri/")
    assert "2 orang bertugas" in answer.content.decode()


def test_an_agreement_is_added_and_ended(admin, wcc):
    filled = {"number": "PKS/7/2026", "starts_on": "01/02/2026", "ends_on": "01/01/2026"}
    form = admin.post(f"{HOUSES}{wcc.pk}/perjanjian/", filled).context["form"]
    assert "ends_on" in form.errors
    admin.post(f"{HOUSES}{wcc.pk}/perjanjian/", filled | {"ends_on": ""})
    agreement = Agreement.objects.get(organisation=wcc)
    admin.post(f"/kelola/perjanjian/{agreement.pk}/akhiri/")
    agreement.refresh_from_db()
    assert agreement.ends_on == timezone.localdate()


def test_a_desk_is_opened_changed_and_closed(admin, cast):
    office = cast.meja_cirebon.posting.organisation
    filled = {"type": "desk", "name": "Loket Uji", "desk": "", "area": "32.09"}
    form = admin.post(f"{HOUSES}{office.pk}/titik/", filled).context["form"]
    assert "desk" in form.errors
    admin.post(f"{HOUSES}{office.pk}/titik/", filled | {"desk": "ADU"})
    point = ServicePoint.objects.get(name="Loket Uji")
    path = f"/kelola/kantor/{point.pk}/"
    changed = filled | {"desk": "ADU", "name": "Loket Baru", "version": 1}
    admin.post(path + "ubah/", changed)
    assert "both" in vars(admin.post(path + "ubah/", changed).context["form"])
    admin.post(path + "tutup/")
    point.refresh_from_db()
    assert (point.name, point.closed_on) == ("Loket Baru", timezone.localdate())


def test_a_desk_of_another_district_does_not_exist(admin, cast):
    there = cast.meja_blitar.posting.service_point_id
    for verb in ["ubah/", "tutup/", "buka/", "diperiksa/"]:
        assert admin.post(f"/kelola/kantor/{there}/{verb}").status_code == 404


def test_a_holiday_is_added_and_removed(admin, cast, as_user):
    day = timezone.localdate().replace(year=timezone.localdate().year + 1, day=1)
    admin.post("/kelola/hari-libur/", {"on": f"{day:%d/%m/%Y}", "name": "Hari jadi"})
    holiday = Holiday.objects.get(name="Hari jadi")
    assert holiday.district_id == "32.09"
    path = f"/kelola/hari-libur/{holiday.pk}/hapus/"
    assert as_user("admin.blitar").post(path).status_code == 404
    admin.post(path)
    assert not Holiday.objects.filter(pk=holiday.pk).exists()


def test_a_letterhead_is_written(admin, wcc):
    path = f"/kelola/kop-surat/{wcc.pk}/"
    assert admin.get(path).context["form"]["version"].value() == 0
    admin.post(path, {"lines": "WCC CONTOH", "version": 0})
    wcc.refresh_from_db()
    assert (wcc.letterhead.lines, wcc.letterhead.version) == ("WCC CONTOH", 1)
    assert admin.get(path).context["form"]["lines"].value() == "WCC CONTOH"
