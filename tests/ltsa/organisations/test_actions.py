from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from ltsa.audit.models import Record
from ltsa.organisations import actions
from ltsa.organisations.models import Agreement, Holiday, Letterhead, Organisation, ServicePoint
from ltsa.versions import Stale


@pytest.fixture
def admin(cast):
    return cast.admin_cirebon


@pytest.fixture
def wcc(cast):
    return Organisation.objects.get(pk=cast.wcc_cirebon.posting.organisation_id)


@pytest.fixture
def partner(admin):
    return actions.create_organisation(
        name="Lembaga Contoh", kind="womens_organisation", services=["legal"], by=admin
    )


def services_of(organisation) -> list[str]:
    return list(organisation.offers.values_list("code", flat=True))


def test_a_partner_is_made_in_the_district_of_the_admin(partner, admin):
    assert partner.district_id == admin.posting.district_id
    assert services_of(partner) == ["legal"]
    assert Record.objects.filter(verb="create", subject=partner.pk, by=admin).exists()


def test_a_name_stands_once_in_a_district(partner, admin):
    with pytest.raises(ValidationError) as error:
        actions.create_organisation(name="LEMBAGA contoh", kind="union", by=admin)
    assert "name" in error.value.error_dict


def test_services_change_with_the_organisation_and_are_written_down(partner, admin):
    actions.change_organisation(
        partner, version=1, name=partner.name, services=["legal", "shelter"], by=admin
    )
    assert services_of(partner) == ["legal", "shelter"]
    assert Record.objects.get(verb="change", subject=partner.pk).fields == ["services"]


def test_a_stale_change_leaves_the_services_alone(partner, admin):
    actions.change_organisation(partner, version=1, name="Satu", services=["legal"], by=admin)
    with pytest.raises(Stale):
        actions.change_organisation(partner, version=1, name="Dua", services=["police"], by=admin)
    partner.refresh_from_db()
    assert (partner.name, services_of(partner)) == ("Satu", ["legal"])


def test_checking_an_entry_is_an_act_of_its_own(wcc, admin):
    wcc.verified_on = timezone.localdate() - timedelta(days=200)
    wcc.save()
    actions.verify_organisation(wcc, by=admin)
    assert Organisation.objects.get(pk=wcc.pk).verified_on == timezone.localdate()


def test_an_organisation_with_people_is_not_ended(wcc, admin):
    with pytest.raises(ValidationError, match="2 orang"):
        actions.end_organisation(wcc, by=admin)
    assert Organisation.objects.get(pk=wcc.pk).ended_on is None


def test_ending_an_organisation_closes_its_points(partner, admin):
    point = actions.create_service_point(
        partner, type="partner", name="Kantor", area=partner.district, by=admin
    )
    actions.end_organisation(partner, by=admin)
    point.refresh_from_db()
    assert point.closed_on == timezone.localdate()
    assert not Organisation.objects.current().filter(pk=partner.pk).exists()
    actions.resume_organisation(partner, by=admin)
    assert Organisation.objects.current().filter(pk=partner.pk).exists()


def test_a_point_lies_in_the_district_of_its_organisation(partner, admin, cast):
    with pytest.raises(ValidationError) as error:
        actions.create_service_point(
            partner, type="partner", name="Jauh", area=cast.meja_blitar.posting.district, by=admin
        )
    assert "area" in error.value.error_dict


def test_a_stale_change_of_a_point_is_refused(partner, admin):
    point = actions.create_service_point(
        partner, type="partner", name="Kantor", area=partner.district, by=admin
    )
    actions.change_service_point(point, version=1, hours="08.00-12.00", by=admin)
    with pytest.raises(Stale):
        actions.change_service_point(point, version=1, hours="09.00-15.00", by=admin)
    assert ServicePoint.objects.get(pk=point.pk).hours == "08.00-12.00"


def test_an_agreement_twice_is_one_and_can_be_ended(partner, admin):
    given = {
        "number": "PKS/1/2026",
        "starts_on": timezone.localdate() - timedelta(days=9),
        "by": admin,
    }
    first = actions.add_agreement(partner, **given)
    assert actions.add_agreement(partner, **given) == first
    actions.end_agreement(first, by=admin)
    assert Agreement.objects.get(organisation=partner).ends_on == timezone.localdate()


def test_a_holiday_twice_is_one_but_a_day_has_one_name(admin):
    given = {"on": timezone.localdate() + timedelta(days=30), "by": admin}
    first = actions.add_holiday(name="Hari jadi", **given)
    assert actions.add_holiday(name="Hari jadi", **given) == first
    with pytest.raises(ValidationError, match="Hari jadi"):
        actions.add_holiday(name="Cuti bersama", **given)
    actions.remove_holiday(first, by=admin)
    assert not Holiday.objects.filter(district=admin.posting.district_id).exists()


def test_a_letterhead_is_written_first_and_changed_by_version(partner, admin):
    fields = {"signatory_name": "", "signatory_title": "", "signatory_number": "", "by": admin}
    actions.write_letterhead(partner, version=0, lines="KOP", **fields)
    with pytest.raises(Stale):
        actions.write_letterhead(partner, version=0, lines="LAIN", **fields)
    letterhead = actions.write_letterhead(partner, version=1, lines="KOP BARU", **fields)
    assert Letterhead.objects.get(organisation=partner).lines == letterhead.lines == "KOP BARU"
