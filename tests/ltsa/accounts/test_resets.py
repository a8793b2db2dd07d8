"""A reset of whoever reaches restricted records takes two and a day (domain 4.1), tried over HTTP."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from ltsa.accounts import actions
from ltsa.accounts.actions.resets import carry_out_due, decide_reset
from ltsa.accounts.models import AccountReset, PersonAct, User
from ltsa.notifications.models import Notification

PEOPLE = "/kelola/orang/"
NEW = "baru@contoh.invalid"


@pytest.fixture
def companion(cast):
    Authenticator.objects.create(user=cast.wcc_cirebon, type="totp", data={"secret": "x"})
    return cast.wcc_cirebon


@pytest.fixture
def head(cast):
    return cast.supervisor_wcc_cirebon


@pytest.fixture
def asked(as_user, companion, head):
    """Her supervisor asked for a new address over HTTP."""
    answer = as_user(head).post(f"{PEOPLE}{companion.pk}/surel/", {"address": NEW})
    assert answer.status_code == 302
    return AccountReset.objects.get(person=companion)


def a_day_later(reset) -> None:
    AccountReset.objects.filter(pk=reset.pk).update(asked_at=timezone.now() - timedelta(hours=25))


def page(reset) -> str:
    return f"/kelola/permintaan/{reset.pk}/"


def address_of(person) -> str:
    return User.objects.get(pk=person.pk).email


@pytest.mark.parametrize("by", ["admin.cirebon", "supervisor.wcc.cirebon"])
def test_rule_3_nobody_alone_becomes_someone_who_reaches_restricted_cases(cast, by):
    companion = cast.wcc_cirebon
    Authenticator.objects.create(user=companion, type="totp", data={"secret": "x"})
    with pytest.raises(PermissionDenied):
        actions.reset_second_factor(companion, by=cast[by])
    told = {"version": companion.version, "full_name": companion.full_name, "language": "id"}
    with pytest.raises((PermissionDenied, ValidationError)):
        actions.change_person(companion, email="pengambil@contoh.invalid", by=cast[by], **told)
    assert User.objects.get(pk=companion.pk).email == companion.email
    assert Authenticator.objects.filter(user=companion).exists()


def test_a_new_address_waits_for_a_second_person_and_for_a_day(asked, companion, as_user):
    carry_out_due()
    assert address_of(companion) != NEW
    answer = as_user("ppdp.cirebon").post(page(asked), {"verb": "decide"})
    assert answer.status_code == 302
    carry_out_due()
    assert address_of(companion) != NEW
    a_day_later(asked)
    carry_out_due()
    assert address_of(companion) == NEW
    assert PersonAct.objects.filter(person=companion, act="change_mail").count() == 1


def test_a_day_alone_decides_nothing(asked, companion):
    a_day_later(asked)
    carry_out_due()
    assert address_of(companion) != NEW


def test_the_old_address_the_officer_and_she_herself_are_told_when_it_is_asked(
    asked, companion, cast
):
    told = set(Notification.objects.values_list("user__username", "address"))
    assert ("wcc.cirebon", companion.email) in told
    assert any(name.startswith("ppdp") for name, _address in told if name)
    assert not Notification.objects.filter(address=NEW).exists()
    said = " ".join(row.mail_body for row in Notification.objects.all())
    assert NEW not in said and companion.full_name not in said


@pytest.mark.parametrize("who", ["admin.cirebon", "supervisor.cirebon", "meja.cirebon", "sistem"])
def test_nobody_of_elsewhere_asks_or_reads_it(asked, companion, as_user, who):
    client = as_user(who)
    assert client.get(page(asked)).status_code == 404
    assert client.post(page(asked), {"verb": "stop"}).status_code == 404
    answer = client.post(f"{PEOPLE}{companion.pk}/surel/", {"address": "x@contoh.invalid"})
    assert answer.status_code in (403, 404)
    assert AccountReset.objects.count() == 1


def test_who_asked_does_not_decide_and_neither_does_the_person(asked, companion, head, as_user):
    for who in (head, companion):
        assert as_user(who).post(page(asked), {"verb": "decide"}).status_code == 403
    asked.refresh_from_db()
    assert asked.decided_at is None


def test_she_whose_account_it_is_stops_it_and_nothing_happens_any_more(asked, companion, as_user):
    decide_reset(asked, by=User.objects.get(username="ppdp.cirebon"))
    assert as_user(companion).post(page(asked), {"verb": "stop"}).status_code == 302
    a_day_later(asked)
    carry_out_due()
    assert address_of(companion) != NEW


def test_it_is_asked_once_and_not_for_the_address_that_she_has(asked, companion, head, as_user):
    client, path = as_user(head), f"{PEOPLE}{companion.pk}/surel/"
    for address in ("zweit@contoh.invalid", companion.email, "bukan surel"):
        answer = client.post(path, {"address": address})
        assert answer.status_code == 200
        assert answer.context["form"].errors
    assert AccountReset.objects.count() == 1


def test_a_lost_phone_of_a_companion_is_asked_for_and_keeps_her_factor_meanwhile(
    companion, head, as_user
):
    answer = as_user(head).post(f"{PEOPLE}{companion.pk}/pengaman/lepas/")
    reset = AccountReset.objects.get()
    assert answer.url == page(reset)
    assert Authenticator.objects.filter(user=companion).exists()
    as_user("ppdp.cirebon").post(page(reset), {"verb": "decide"})
    a_day_later(reset)
    carry_out_due()
    assert not Authenticator.objects.filter(user=companion).exists()


@pytest.mark.parametrize("state", ["disabled", "ended", "future"])
def test_no_state_of_the_person_lets_an_admin_change_her_mail_or_factor(companion, as_user, state):
    posting = companion.postings.get()
    today = timezone.localdate()
    if state == "disabled":
        User.objects.filter(pk=companion.pk).update(is_active=False)
    elif state == "ended":
        companion.postings.update(ends_on=today)
    else:
        companion.postings.update(starts_on=today + timedelta(days=5))
    admin = as_user("admin.cirebon")
    told = {"full_name": "X", "email": NEW, "language": "id", "version": companion.version}
    for path, data in [
        ("ubah/", told),
        ("surel/", {"address": NEW}),
        ("pengaman/lepas/", {}),
        ("nonaktif/", {}),
        ("aktif/", {}),
        ("undang-lagi/", {}),
    ]:
        assert admin.post(f"{PEOPLE}{companion.pk}/{path}", data).status_code in (200, 403, 404)
    after = User.objects.get(pk=companion.pk)
    assert (after.email, after.is_active) == (companion.email, state != "disabled")
    assert Authenticator.objects.filter(user=companion).exists()
    assert not AccountReset.objects.exists()
    assert posting.organisation_id == companion.postings.get().organisation_id


def test_a_desk_officers_reset_stays_in_one_hand_and_is_told_to_her_supervisor(cast, as_user):
    officer = cast.meja_cirebon
    told = {"full_name": officer.full_name, "email": NEW, "language": "id", "version": 1}
    assert as_user("admin.cirebon").post(f"{PEOPLE}{officer.pk}/ubah/", told).status_code == 302
    assert address_of(officer) == NEW
    assert Notification.objects.filter(user=cast.supervisor_cirebon, link="/kelola/tindakan/")


def test_the_only_supervisor_asks_for_herself_and_the_officer_decides(cast, head):
    reset = actions.ask_reset(head, kind="mail", address=NEW, by=head)
    with pytest.raises(PermissionDenied):
        decide_reset(reset, by=cast.wcc_cirebon)
    decide_reset(reset, by=User.objects.get(username="ppdp.cirebon"))
    a_day_later(reset)
    carry_out_due()
    assert address_of(head) == NEW


def test_the_nations_officer_decides_what_the_districts_asked(cast, head, as_user):
    """The only supervisor lost her address and cannot ask herself: two officers, never one."""
    officer = User.objects.get(username="ppdp.cirebon")
    reset = actions.ask_reset(head, kind="mail", address=NEW, by=officer)
    with pytest.raises(PermissionDenied):
        decide_reset(reset, by=officer)
    assert decide_reset(reset, by=cast.ppdp).decided_by == cast.ppdp


def test_the_officer_asks_nothing_where_the_organisation_has_a_supervisor(companion):
    officer = User.objects.get(username="ppdp.cirebon")
    with pytest.raises(PermissionDenied):
        actions.ask_reset(companion, kind="second_factor", by=officer)


def test_an_address_changed_and_changed_back_is_two_requests(asked, companion, head, as_user):
    old = companion.email
    decide_reset(asked, by=User.objects.get(username="ppdp.cirebon"))
    a_day_later(asked)
    carry_out_due()
    back = actions.ask_reset(companion, kind="mail", address=old, by=head)
    with pytest.raises(ValidationError):
        actions.ask_reset(companion, kind="mail", address=old, by=head)
    carry_out_due()
    assert address_of(companion) == NEW
    assert back.decided_at is None


def test_whoever_is_disabled_by_then_decides_nothing(asked, cast):
    officer = User.objects.get(username="ppdp.cirebon")
    User.objects.filter(pk=officer.pk).update(is_active=False)
    with pytest.raises(PermissionDenied):
        decide_reset(asked, by=officer)
