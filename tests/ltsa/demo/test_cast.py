import pytest

from ltsa.access import Permission
from ltsa.accounts.models import Posting, User
from ltsa.demo.accounts import ACCOUNTS, MAIL_DOMAIN
from ltsa.demo.cast import DEMO_ACCOUNTS, create_cast
from ltsa.organisations.models import OfferedService, Organisation, ServicePoint

pytestmark = pytest.mark.django_db


def test_every_account_has_a_posting_of_its_role():
    for account in ACCOUNTS:
        user = User.objects.get(username=account.username)
        assert user.posting.role == account.role, account.username


def test_a_second_time_changes_nothing():
    before = [
        m.objects.count() for m in (User, Posting, Organisation, ServicePoint, OfferedService)
    ]
    create_cast()
    after = [m.objects.count() for m in (User, Posting, Organisation, ServicePoint, OfferedService)]
    assert before == after


def test_what_people_changed_stays(cast):
    User.objects.filter(pk=cast.meja_cirebon.pk).update(full_name="Nama Baru")
    create_cast()
    assert User.objects.get(username="meja.cirebon").full_name == "Nama Baru"


def test_there_are_thirty_six_village_posts_in_twelve_subdistricts():
    posts = ServicePoint.objects.filter(type="village_post").values_list("area_id", flat=True)
    assert len(posts) == 36
    assert len({code[:8] for code in posts}) == 12


def test_volunteer_belongs_to_gebang_kulon(cast):
    posting = cast.kader_cirebon.posting
    assert posting.village.name == "Gebang Kulon"
    assert posting.service_point.area_id == posting.village_id
    assert posting.organisation.kind == "village"


def test_desk_and_corner_stand_in_the_labour_office(cast):
    desk, corner = cast.meja_cirebon.posting, cast.konselor_cirebon.posting
    assert desk.organisation == corner.organisation
    assert (desk.service_point.type, corner.service_point.type) == ("office", "mrc")
    assert desk.district_id == "32.09"


def test_the_nation_has_no_district(cast):
    for username in ("pemirsa", "ppdp", "sistem"):
        assert cast[username].posting.district_id is None


def test_cirebon_has_a_data_protection_officer_of_its_own(cast):
    posting = cast["ppdp.cirebon"].posting
    assert posting.role == "data_protection_officer"
    assert posting.organisation == cast.admin_cirebon.posting.organisation
    assert posting.district_id == "32.09"
    assert posting.user_id != cast.admin_cirebon.pk


def test_the_unconfirmed_partner_is_marked(cast):
    assert not cast.kpi_tulungagung.posting.organisation.is_confirmed
    assert Organisation.objects.filter(is_confirmed=False).count() == 1


def test_crisis_centres_are_named(cast):
    named = Organisation.objects.filter(is_women_crisis_centre=True)
    assert {
        cast.wcc_cirebon.posting.organisation,
        cast.uptdppa_cirebon.posting.organisation,
    } == set(named)


def test_supervisor_of_the_crisis_centre_is_in_its_house(cast):
    assert (
        cast["supervisor.wcc.cirebon"].posting.organisation == cast.wcc_cirebon.posting.organisation
    )
    assert cast["supervisor.wcc.cirebon"].can(Permission.OWN_ORGANISATION_SEE)


def test_no_mail_of_the_demo_can_arrive():
    assert all(user.email.endswith(f"@{MAIL_DOMAIN}") for user in User.objects.all())


def test_login_page_list_names_everybody_once():
    assert len({line["username"] for line in DEMO_ACCOUNTS}) == len(ACCOUNTS) == 34


def test_clients_are_signed_in(as_user, api):
    assert "_auth_user_id" in as_user("meja.cirebon").session
    assert "Token" in api("wcc.cirebon")._credentials["HTTP_AUTHORIZATION"]


def test_makers_use_the_real_actions(referral, cast):
    assert referral.state == "sent"
    assert referral.sender == cast.meja_cirebon.posting.organisation
    assert referral.to == cast.wcc_cirebon.posting.organisation
    assert cast.wcc_cirebon.notifications.filter(subject=referral.pk).exists()
