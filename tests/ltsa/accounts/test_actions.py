import re
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from ltsa.accounts import actions
from ltsa.accounts.models import ApiToken, Posting, User
from ltsa.accounts.permissions import Role
from ltsa.accounts.tokens import create_token
from ltsa.audit.models import Record
from ltsa.notifications.models import Notification
from ltsa.versions import Stale

TODAY = timezone.localdate


def tomorrow():
    return TODAY() + timedelta(days=1)


@pytest.fixture
def admin(cast):
    return cast.admin_cirebon


@pytest.fixture
def head(cast):
    """The supervisor of the labour office: she alone gives posts in it that reach restricted records."""
    return cast.supervisor_cirebon


@pytest.fixture
def office(cast):
    return cast.meja_cirebon.posting.organisation


@pytest.fixture
def invite(admin, office):
    def send(by=admin, **fields):
        given = {
            "username": "baru.cirebon",
            "full_name": "Sri Contohwati",
            "email": "Baru@Contoh.invalid",
            "role": Role.DESK_OFFICER,
            "organisation": office,
        }
        return actions.invite_person(by=by, **given | fields)

    return send


def test_an_invitation_makes_the_person_her_posting_and_one_mail_with_a_link(invite, admin):
    person = invite()
    assert (person.email, person.has_usable_password()) == ("baru@contoh.invalid", False)
    assert (person.posting.role, person.posting.posted_by) == (Role.DESK_OFFICER, admin)
    mail = Notification.objects.get(user=person)
    assert re.search(r"http://localhost:8000/akun/sandi/kunci/\S+/", mail.mail_body)
    assert mail.state == "pending"


def test_the_invitation_mail_names_neither_person_nor_role_nor_place(invite, office):
    mail = Notification.objects.get(user=invite())
    said = f"{mail.mail_subject} {mail.mail_body}".lower()
    for word in ["sri", "contohwati", "baru.cirebon", "petugas", "loket", office.name.lower()]:
        assert word not in said


def test_what_is_done_to_people_is_written_down(invite, head):
    person = invite(by=head)
    actions.move_person(
        person, role=Role.COUNSELLOR, organisation=person.posting.organisation, by=head
    )
    actions.disable_person(person, by=head)
    done = Record.objects.filter(
        by=head, subject__in=[person.pk, *person.postings.values_list("pk", flat=True)]
    )
    assert list(done.order_by("pk").values_list("verb", "subject_type")) == [
        ("create", "accounts.user"),
        ("create", "accounts.posting"),
        ("change", "accounts.posting"),
        ("create", "accounts.posting"),
        ("change", "accounts.user"),
    ]


def test_a_user_name_is_unique_whatever_its_case(invite):
    with pytest.raises(ValidationError) as error:
        invite(username="Meja.Cirebon")
    assert "username" in error.value.error_dict


@pytest.mark.parametrize("username", ["ada spasi", "<script>", "pétugas", ""])
def test_a_user_name_that_nobody_can_type_is_refused(invite, username):
    with pytest.raises(ValidationError):
        invite(username=username)
    assert not User.objects.filter(full_name="Sri Contohwati").exists()


@pytest.mark.parametrize(
    ("who", "role"),
    [
        ("supervisor.cirebon", Role.DISTRICT_ADMIN),
        ("supervisor.cirebon", Role.VILLAGE_VOLUNTEER),
        ("supervisor.wcc.cirebon", Role.COMPANION),  # the office is not her organisation
        ("admin.tulungagung", Role.DESK_OFFICER),
        ("admin.cirebon", Role.SYSTEM_ADMIN),
        ("admin.cirebon", Role.DISTRICT_ADMIN),
        ("admin.cirebon", Role.DATA_PROTECTION_OFFICER),
        ("admin.cirebon", Role.COUNSELLOR),
        ("admin.cirebon", Role.SUPERVISOR),
        ("ppdp", Role.DESK_OFFICER),
        ("sistem", Role.DESK_OFFICER),
        ("meja.cirebon", Role.DESK_OFFICER),
    ],
)
def test_nobody_gives_a_role_beyond_her_reach(invite, cast, who, role):
    with pytest.raises(PermissionDenied):
        invite(by=cast[who], role=role)
    assert not User.objects.filter(username="baru.cirebon").exists()


def test_a_supervisor_invites_into_her_own_organisation(invite, cast):
    supervisor = cast.supervisor_wcc_cirebon
    organisation = supervisor.posting.organisation
    person = invite(by=supervisor, role=Role.COMPANION, organisation=organisation)
    assert person.posting.organisation == organisation


def test_a_volunteer_belongs_to_the_village_of_her_service_point(invite, cast):
    old = cast.kader_cirebon.posting
    given = {"role": Role.VILLAGE_VOLUNTEER, "organisation": old.organisation}
    with pytest.raises(ValidationError):
        invite(**given)
    assert invite(**given, service_point=old.service_point).posting.village == old.village


def test_a_service_point_of_another_organisation_is_refused(invite, cast):
    with pytest.raises(ValidationError) as error:
        invite(service_point=cast.wcc_cirebon.posting.service_point)
    assert "service_point" in error.value.error_dict


def test_ending_a_posting_ends_sessions_and_tokens_at_once(cast, admin, client):
    officer = cast.meja_cirebon
    client.post("/masuk/", {"login": officer.username, "password": "satu-atap"})
    create_token(officer)
    assert UserSession.objects.filter(user=officer).exists()
    actions.end_posting(officer.posting, by=admin)
    assert not UserSession.objects.filter(user=officer).exists()
    assert not ApiToken.objects.filter(user=officer).exists()
    assert User.objects.get(pk=officer.pk).posting is None
    assert client.get("/beranda/").url.startswith("/masuk/")


def test_ending_twice_changes_nothing_more(cast, admin):
    posting = cast.meja_cirebon.posting
    actions.end_posting(posting, by=admin)
    actions.end_posting(posting, by=admin)
    assert Record.objects.filter(subject=posting.pk, verb="change").count() == 1


def test_a_posting_that_has_not_begun_is_called_off(invite, admin):
    person = invite(starts_on=tomorrow())
    assert person.posting is None
    posting = actions.end_posting(person.postings.get(), by=admin)
    assert posting.ends_on == posting.starts_on == tomorrow()
    assert actions.post_person(
        person, role=Role.DESK_OFFICER, organisation=posting.organisation, by=admin
    )


def test_moving_leaves_neither_gap_nor_overlap(cast, head, office):
    officer = cast.meja_cirebon
    new = actions.move_person(
        officer, role=Role.SUPERVISOR, organisation=office, starts_on=tomorrow(), by=head
    )
    old = Posting.objects.exclude(pk=new.pk).get(user=officer)
    assert (old.ends_on, new.starts_on) == (tomorrow(), tomorrow())
    assert User.objects.get(pk=officer.pk).posting.role == Role.DESK_OFFICER


def test_moving_today_gives_the_new_role_at_once(cast, head, office):
    officer = cast.meja_cirebon
    actions.move_person(officer, role=Role.COUNSELLOR, organisation=office, by=head)
    assert User.objects.get(pk=officer.pk).posting.role == Role.COUNSELLOR


def test_nobody_is_moved_into_the_past(cast, head, office):
    with pytest.raises(ValidationError):
        actions.move_person(
            cast.meja_cirebon,
            role=Role.COUNSELLOR,
            organisation=office,
            starts_on=TODAY() - timedelta(days=1),
            by=head,
        )
    assert cast.meja_cirebon.postings.count() == 1


def test_a_second_posting_at_the_same_time_is_refused(cast, head, office):
    with pytest.raises(ValidationError) as error:
        actions.post_person(cast.meja_cirebon, role=Role.COUNSELLOR, organisation=office, by=head)
    assert "starts_on" in error.value.error_dict


def test_nobody_ends_moves_or_disables_herself(admin, office):
    for verb in [
        lambda: actions.end_posting(admin.posting, by=admin),
        lambda: actions.move_person(admin, role=Role.SUPERVISOR, organisation=office, by=admin),
        lambda: actions.disable_person(admin, by=admin),
    ]:
        with pytest.raises(PermissionDenied):
            verb()


def test_a_supervisor_cannot_touch_the_district_admin_of_her_own_organisation(cast):
    supervisor, admin = cast.supervisor_cirebon, cast.admin_cirebon
    assert supervisor.posting.organisation == admin.posting.organisation
    with pytest.raises(PermissionDenied):
        actions.end_posting(admin.posting, by=supervisor)
    with pytest.raises(PermissionDenied):
        actions.disable_person(admin, by=supervisor)


def test_who_has_moved_on_is_no_longer_managed_by_the_old_district(invite, cast, admin):
    person = invite()
    actions.end_posting(person.posting, by=admin)
    elsewhere = cast.meja_blitar.posting.organisation
    Posting.objects.create(user=person, role=Role.DESK_OFFICER, organisation=elsewhere)
    person = User.objects.get(pk=person.pk)
    assert not User.objects.visible_to(admin).filter(pk=person.pk).exists()
    with pytest.raises(PermissionDenied):
        actions.disable_person(person, by=admin)
    assert actions.disable_person(person, by=cast.admin_blitar).is_active is False


def test_a_disabled_person_is_out_and_can_come_back(cast, admin, as_user):
    officer = cast.meja_cirebon
    page = as_user(officer)
    actions.disable_person(officer, by=admin)
    assert page.get("/beranda/").status_code == 302
    assert actions.enable_person(officer, by=admin).is_active


def test_an_invitation_is_sent_again_until_there_is_a_password(invite, admin):
    person = invite()
    actions.reinvite_person(person, by=admin)
    assert Notification.objects.filter(user=person).count() == 2
    person.set_password("sandi-yang-panjang")
    with pytest.raises(ValidationError):
        actions.reinvite_person(person, by=admin)


def test_a_lost_phone_is_helped_with_and_told(cast, admin):
    person = cast.meja_cirebon
    Authenticator.objects.create(user=person, type="totp", data={"secret": "x"})
    with pytest.raises(PermissionDenied):
        actions.reset_second_factor(person, by=cast.admin_blitar)
    actions.reset_second_factor(person, by=admin)
    assert not Authenticator.objects.filter(user=person).exists()
    assert Notification.objects.get(user=person, kind="account").address == person.email
    assert Record.objects.get(subject=person.pk, verb="change").fields == ["second_factor"]


def test_a_changed_address_is_told_to_the_old_one(cast, admin):
    officer = cast.meja_cirebon
    old = officer.email
    actions.change_person(
        officer,
        version=1,
        full_name=officer.full_name,
        email="LAIN@contoh.invalid",
        language="id",
        by=admin,
    )
    assert User.objects.get(pk=officer.pk).email == "lain@contoh.invalid"
    assert Notification.objects.get(user=officer, kind="account").address == old


def test_a_stale_change_is_refused(cast, admin):
    officer = cast.meja_cirebon
    given = {"email": officer.email, "language": "id", "by": admin}
    actions.change_person(officer, version=1, full_name="Nama Satu", **given)
    with pytest.raises(Stale):
        actions.change_person(officer, version=1, full_name="Nama Dua", **given)
