"""Who may do what to whom: actor x act x organisation x state of the person, each tried over HTTP with what came of it.

The expected cells are written down here a second time, from domain 4.1; nothing of the product's table is imported.
"""

import logging
import uuid
from datetime import timedelta
from types import SimpleNamespace

import pytest
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.template import TemplateDoesNotExist
from django.utils import timezone
from django.views import defaults

from cases.models import Case, CaseMember
from ltsa.accounts.models import AccountReset, Posting, SupervisorProposal, User
from ltsa.demo.cast import id_of
from ltsa.notifications.models import Notification
from ltsa.organisations.models import Organisation
from tests.guards.authority_cells import (
    ACTORS,
    ACTS,
    APPLIES,
    HERE,
    INVITED,
    MOVED,
    ON_A_TEAM,
    ORGANISATIONS,
    ROLES,
    STATES,
    TARGETS,
)

# An invitation that nobody has opened is no account yet: its address is corrected, and no factor is there.
NEW = "baru@contoh.invalid"


def expected(actor: str, target: str, state: str, act: str) -> str:
    if act not in APPLIES[state]:
        return "no"
    table = MOVED if state == "moved away" else HERE
    allowed = table.get((actor, target), {})
    if state == "on a team":
        allowed = ON_A_TEAM.get((actor, target), allowed)
    return allowed.get(act, "no")


@pytest.fixture
def restricted(make_case):
    return make_case(types=["GBV02"], by="wcc.cirebon", limits_explained=True)


@pytest.fixture
def person_in(cast, restricted):
    """`person_in(target, state)`: somebody made for this cell, with a password and a second factor."""

    def make(target: str, state: str) -> User:
        role, whose, away = TARGETS[target]
        today = timezone.localdate()
        person = User.objects.create_user(
            f"sasaran{uuid.uuid4().hex[:6]}",
            full_name="Sri Contohwati",
            email="lama@contoh.invalid",
            password="sandi-yang-panjang",
        )
        Authenticator.objects.create(user=person, type="totp", data={"secret": "x"})
        dates = {"starts_on": today - timedelta(days=200), "ends_on": today + timedelta(days=60)}
        if state == "between postings":
            dates["ends_on"] = today
        elif state == "future posting":
            dates["starts_on"] = today + timedelta(days=5)
        elif state == "moved away":
            dates["ends_on"] = today - timedelta(days=100)
        _post(cast[whose], person, role, **dates)
        if state == "moved away":
            dates = {"starts_on": today - timedelta(days=90), "ends_on": today + timedelta(days=60)}
            _post(cast[away], person, "companion" if away == "kpi.blitar" else role, **dates)
        if state == "disabled":
            User.objects.filter(pk=person.pk).update(is_active=False)
        if state == "on a team":
            CaseMember.objects.create(case=restricted, user=person, added_by=cast["wcc.cirebon"])
        return person

    return make


def _post(like: User, person: User, role: str, **dates) -> None:
    there = like.postings.get()
    Posting.objects.create(
        user=person,
        role=role,
        organisation=there.organisation,
        service_point=there.service_point if role == "village_volunteer" else None,
        village=there.village if role == "village_volunteer" else None,
        posted_at=timezone.now() - timedelta(days=200),
        **dates,
    )


def what_came_of(act: str, client, person: User) -> str:
    """Try it on every address that there is for it: "done", "asked" or "no"."""
    posting = person.postings.order_by("-starts_on").first()
    page, task = f"/kelola/orang/{person.pk}/", f"/kelola/tugas/{posting.pk}/"
    today, later = timezone.localdate(), timezone.localdate() + timedelta(days=90)
    given = {"role": posting.role, "service_point": posting.service_point_id or ""}
    there = f"{page}tugas/?lembaga={posting.organisation_id}"
    if act == "reinvite":
        person.set_unusable_password()
        person.save(update_fields=["password"])
        Notification.objects.filter(user=person).delete()
    match act:
        case "extend":
            client.post(f"{task}perpanjang/", {"ends_on": f"{later:%d/%m/%Y}"})
            return "done" if Posting.objects.get(pk=posting.pk).ends_on == later else "no"
        case "move" | "post":
            start = max(today, posting.starts_on) + timedelta(days=1)
            client.post(there, given | {"starts_on": f"{start:%d/%m/%Y}"})
            return "done" if person.postings.filter(starts_on=start).exists() else "no"
        case "end":
            client.post(f"{task}akhiri/")
            ended = Posting.objects.get(pk=posting.pk).ends_on
            return "done" if ended != posting.ends_on else "no"
        case "disable" | "enable":
            client.post(f"{page}{'nonaktif' if act == 'disable' else 'aktif'}/")
            active = User.objects.get(pk=person.pk).is_active
            return "done" if active != person.is_active else "no"
        case "mail":
            told = {"full_name": person.full_name, "language": "id", "version": person.version}
            client.post(f"{page}ubah/", told | {"email": NEW})
            client.post(f"{page}surel/", {"address": NEW})
            if User.objects.get(pk=person.pk).email == NEW:
                return "done"
            return "asked" if AccountReset.objects.filter(person=person).exists() else "no"
        case "factor":
            client.post(f"{page}pengaman/lepas/")
            if not Authenticator.objects.filter(user=person).exists():
                return "done"
            return "asked" if AccountReset.objects.filter(person=person).exists() else "no"
        case "reinvite":
            client.post(f"{page}undang-lagi/")
            mails = Notification.objects.filter(user=person, mail_subject__gt="")
            return "done" if mails.exists() else "no"
    raise KeyError(act)


@pytest.fixture(autouse=True)
def _plain_refusals(monkeypatch):
    """Some thousand refusals: their status counts here, not their page and their line in the log."""

    def nothing(name):
        raise TemplateDoesNotExist(name)

    monkeypatch.setattr(defaults, "loader", SimpleNamespace(get_template=nothing))
    logging.disable(logging.ERROR)
    yield
    logging.disable(logging.NOTSET)


def wrong_cells(actor: str, target: str, state: str, client, person_in) -> tuple[int, list[str]]:
    """How many acts were tried on one person in one state, and those that did not end as the table says."""
    acts = [act for act in ACTS if act in APPLIES[state] or act in ("extend", "end")]
    refused = [act for act in acts if expected(actor, target, state, act) == "no"]
    wrong = []
    with transaction.atomic():
        person = person_in(target, state)
        pk = person.pk
        for act in sorted(
            refused, key=lambda one: one == "reinvite"
        ):  # that one takes her password away
            came = what_came_of(act, client, User.objects.get(pk=pk))
            wrong += [f"{act} {target}, {state}: {came}"] if came != "no" else []
        transaction.set_rollback(True)
    for act in [one for one in acts if one not in refused]:
        with transaction.atomic():
            person = User.objects.get(pk=person_in(target, state).pk)
            came, told = what_came_of(act, client, person), expected(actor, target, state, act)
            wrong += [f"{act} {target}, {state}: {came}, not {told}"] if came != told else []
            transaction.set_rollback(True)
    return len(acts), wrong


@pytest.mark.parametrize("actor", ACTORS)
def test_every_act_on_people_ends_as_the_table_says(actor, as_user, person_in, capsys):
    client, wrong, cells = as_user(actor), [], 0
    for target in TARGETS:
        for state in STATES:
            tried, found = wrong_cells(actor, target, state, client, person_in)
            cells, wrong = cells + tried, wrong + found
    with capsys.disabled():
        print(f"\n{actor}: {cells} cells")  # noqa: T201
    assert wrong == [], chr(10).join(wrong)


@pytest.mark.parametrize("actor", ACTORS)
def test_nobody_does_anything_to_herself(actor, as_user, cast):
    client, person = as_user(actor), cast[actor]
    Authenticator.objects.create(user=person, type="totp", data={"secret": "x"})
    before = (person.email, person.is_active, person.postings.get().ends_on)
    for act in ACTS:
        if act == "reinvite":
            continue
        with transaction.atomic():
            assert what_came_of(act, client, User.objects.get(pk=person.pk)) == "no", act
            transaction.set_rollback(True)
    after = User.objects.get(pk=person.pk)
    assert before == (after.email, after.is_active, after.postings.get().ends_on)


@pytest.mark.parametrize("actor", ACTORS)
def test_every_invitation_ends_as_the_table_says(actor, as_user, cast):
    client, wrong = as_user(actor), []
    for whose in ORGANISATIONS:
        there = cast[whose].postings.get()
        for role in ROLES:
            told = {
                "full_name": "Sri Contohwati",
                "username": f"sri{uuid.uuid4().hex[:8]}",
                "email": "sri@contoh.invalid",
                "language": "id",
                "role": role,
                "service_point": (role == "village_volunteer" and there.service_point_id) or "",
                "starts_on": f"{timezone.localdate():%d/%m/%Y}",
            }
            with transaction.atomic():
                client.post(f"/kelola/orang/undang/?lembaga={there.organisation_id}", told)
                person = User.objects.filter(username=told["username"]).first()
                came = "no" if person is None else "done"
                if person and not person.postings.exists():
                    came = "asked"
                    assert SupervisorProposal.objects.filter(person=person).exists()
                    assert not Notification.objects.filter(address=person.email).exists()
                transaction.set_rollback(True)
            wanted = INVITED.get((actor, whose, role), "no")
            if came != wanted:
                wrong.append(f"{role} into the organisation of {whose}: {came}, expected {wanted}")
    assert wrong == [], chr(10).join(wrong)


def test_a_successor_from_elsewhere_is_no_choice(as_user, cast, make_case):
    """The own account, another organisation's person and somebody disabled, forged into the field."""
    officer = cast["meja.cirebon"]
    case = make_case(by=officer)
    puppet = User.objects.create_user("boneka", full_name="Boneka Contoh", is_active=False)
    _post(officer, puppet, "desk_officer", starts_on=timezone.localdate(), ends_on=None)
    client = as_user("admin.cirebon")
    path = f"/kelola/tugas/{officer.posting.pk}/akhiri/"
    for who in ("admin.cirebon", "meja.blitar", "wcc.cirebon", "ppdp", "meja.cirebon", "boneka"):
        answer = client.post(path, {"successor": User.objects.get(username=who).pk})
        assert answer.status_code == 200
        assert answer.context["form"].errors
    assert Case.objects.get(pk=case.pk).owner == officer
    assert Posting.objects.get(pk=officer.posting.pk).ends_on is None


def test_an_organisation_with_a_waiting_proposal_or_a_supervisor_takes_no_second_one(as_user, cast):
    union = Organisation.objects.get(pk=id_of("house", "sbmi.cirebon"))
    client = as_user("admin.cirebon")
    told = {
        "full_name": "Sri",
        "email": "sri@contoh.invalid",
        "language": "id",
        "role": "supervisor",
    }
    told |= {"starts_on": f"{timezone.localdate():%d/%m/%Y}"}
    for name in ("sri.satu", "sri.dua"):
        client.post(f"/kelola/orang/undang/?lembaga={union.pk}", told | {"username": name})
    assert SupervisorProposal.objects.filter(organisation=union).count() == 1
    assert not User.objects.filter(username="sri.dua").exists()
