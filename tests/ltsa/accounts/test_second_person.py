"""The two grades of a second person (domain 4.1), asked with named people and named moments."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from ltsa.access import Permission
from ltsa.accounts.models import AccountReset, PersonAct, Posting, User
from ltsa.accounts.permissions import Role
from ltsa.accounts.second_person import (
    data_protection_officers,
    deciders,
    givers,
    may_approve,
    may_give_access,
)

Act = PersonAct.Act


@pytest.fixture
def head(cast):
    return cast.supervisor_wcc_cirebon


@pytest.fixture
def worker(cast):
    return cast.wcc_cirebon


@pytest.fixture
def newcomer(db, head):
    """`newcomer(days)`: a second supervisor of WCC, posted so many days ago by the server's time."""

    def post(days: int, *, starts_days: int | None = None) -> User:
        number = User.objects.count()
        person = User.objects.create_user(f"baru{number}.wcc", full_name="Sri Contohwati")
        now = timezone.now()
        Posting.objects.create(
            user=person,
            role=Role.SUPERVISOR,
            organisation=head.posting.organisation,
            starts_on=timezone.localdate(now - timedelta(days=starts_days or days)),
            posted_at=now - timedelta(days=days),
        )
        return person

    return post


def act(kind: str, *, by, person) -> None:
    PersonAct.objects.create(act=kind, by=by, person=person)


def test_the_worker_and_whom_she_invited_approve_nothing_of_hers(head, worker):
    assert may_approve(head, worker_ids=[worker.pk])
    assert not may_approve(worker, worker_ids=[worker.pk])
    act(Act.INVITE, by=worker, person=head)
    assert not may_approve(head, worker_ids=[worker.pk])


def test_nobody_approves_the_work_of_nobody(head):
    assert not may_approve(head, worker_ids=[None])
    assert not may_approve(head, worker_ids=[])


@pytest.mark.parametrize(
    "kind", ["invite", "post", "extend", "move", "change_mail", "reset_factor"]
)
@pytest.mark.parametrize("towards", [True, False])
def test_neither_gives_access_to_the_other_whose_account_she_had_in_hand(
    head, worker, kind, towards
):
    assert may_give_access(head, to=worker)
    by, person = (head, worker) if towards else (worker, head)
    act(kind, by=by, person=person)
    assert not may_give_access(head, to=worker)


def test_a_disabling_alone_ties_nobody(head, worker):
    act(Act.DISABLE, by=head, person=worker)
    assert may_give_access(head, to=worker)


def test_nobody_gives_herself_access(head):
    assert not may_give_access(head, to=head)


@pytest.mark.parametrize(("days", "may"), [(0, False), (29, False), (31, True)])
def test_she_who_gives_is_long_enough_in_post(newcomer, worker, days, may):
    assert may_give_access(newcomer(days), to=worker) is may


def test_a_posting_dated_back_gives_no_day_in_post(newcomer, worker):
    assert not may_give_access(newcomer(1, starts_days=90), to=worker)


def test_a_posting_made_long_ago_that_began_yesterday_gives_no_day_in_post(newcomer, worker):
    assert not may_give_access(newcomer(90, starts_days=1), to=worker)


def test_the_number_of_days_is_a_setting(newcomer, worker, settings):
    settings.SECOND_PERSON_DAYS = 7
    assert may_give_access(newcomer(8), to=worker)
    assert not may_give_access(newcomer(6), to=worker)


def test_where_an_organisation_has_nobody_such_the_data_protection_officer_decides(
    cast, head, worker
):
    house, needs = head.posting.organisation, Permission.PEOPLE_MANAGE_OWN
    assert set(givers(house, to=worker, holding=needs)) == {head}
    assert set(deciders(house, to=worker, holding=needs)) == {head}
    act(Act.INVITE, by=head, person=worker)
    assert not givers(house, to=worker, holding=needs).exists()
    decided = set(deciders(house, to=worker, holding=needs))
    assert decided == set(data_protection_officers("32.09"))
    assert decided


def test_a_district_without_an_officer_of_its_own_has_the_nations(cast):
    assert set(data_protection_officers("35.05")) == {cast.ppdp}
    assert set(data_protection_officers(None)) == {cast.ppdp}


def test_a_disabled_officer_or_one_whose_posting_ended_decides_nothing(cast):
    User.objects.filter(pk=cast.ppdp.pk).update(is_active=False)
    assert not data_protection_officers("35.05").exists()


def test_the_database_lets_nobody_decide_her_own_reset(head, worker):
    told = {"kind": "mail", "address": "x@contoh.invalid"}
    house = head.posting.organisation
    for asked_by, decided_by in [(head, head), (head, worker)]:
        with pytest.raises(IntegrityError), transaction.atomic():
            AccountReset.objects.create(
                person=worker,
                organisation=house,
                asked_by=asked_by,
                decided_by=decided_by,
                decided_at=timezone.now(),
                **told,
            )
