"""Whose hands a client of an organisation for survivors is in: whoever is merely posted there meets nobody (rule 1)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cases import actions as cases
from ltsa.accounts.models import Posting, User
from ltsa.accounts.permissions import Role
from services import actions
from services.models import (
    Appointment,
    Consent,
    CounsellingSession,
    Journey,
    Migrant,
    PsychosocialCourse,
)

NAME = "Lestari Andaisari"


@pytest.fixture(params=["wcc.cirebon", "uptdppa.cirebon"])
def worker(cast, request):
    return cast[request.param]


@pytest.fixture
def puppet(worker):
    """Posted there today, on no team."""
    return posted_beside(worker, Role.COMPANION)


def posted_beside(worker, role) -> User:
    person = User.objects.create_user("boneka.cirebon", full_name="Boneka Contoh")
    Posting.objects.create(
        user=person,
        role=role,
        organisation=worker.posting.organisation,
        service_point=worker.posting.service_point,
    )
    return person


@pytest.fixture
def client_of(worker, make_migrant, make_case):
    client = make_migrant(by=worker, full_name=NAME)
    actions.log_session(
        migrant=client,
        kind="psychosocial",
        channel="face_to_face",
        started_at=timezone.now(),
        outcome="follow_up",
        follow_up_on=timezone.localdate(),
        summary="Cerita.",
        by=worker,
    )
    make_case(client, by=worker)
    make_case(client, by=worker, restricted=True, types=())
    return client


def test_rule_1_whoever_was_posted_there_today_meets_no_client(
    worker, puppet, client_of, as_user, api
):
    for model in (Migrant, CounsellingSession, Appointment, PsychosocialCourse, Consent, Journey):
        assert not model.objects.visible_to(puppet).exists(), model
    client = as_user(puppet)
    assert client.get(f"/klien/{client_of.pk}/").status_code == 404
    for address in (
        "/klien/",
        f"/klien/?q={NAME}",
        "/konseling/",
        "/kasus/?tampil=semua",
        "/beranda/",
    ):
        page = client.get(address).content.decode()
        assert client_of.code not in page, address
        assert "Andaisari</" not in page, address
    answer = api(puppet).get("/api/v1/migrants/?q=Lestari")
    assert "Andaisari" not in answer.content.decode()


def test_whoever_works_on_her_and_the_supervisor_meet_her(worker, client_of, cast):
    assert Migrant.objects.visible_to(worker).filter(pk=client_of.pk).exists()
    assert CounsellingSession.objects.visible_to(worker).exists()
    head = posted_beside(worker, Role.SUPERVISOR)
    assert Migrant.objects.visible_to(head).filter(pk=client_of.pk).exists()


def test_who_joins_her_team_meets_her_until_she_leaves_it(worker, puppet, client_of):
    case = client_of.cases.get(restricted=True)
    Posting.objects.filter(user=worker).update(posted_at=timezone.now() - timedelta(days=100))
    cases.add_member(case, person=puppet, by=worker)
    puppet = User.objects.get(pk=puppet.pk)
    assert Migrant.objects.visible_to(puppet).filter(pk=client_of.pk).exists()
    cases.remove_member(case, person=puppet, by=puppet)
    assert not Migrant.objects.visible_to(puppet).filter(pk=client_of.pk).exists()


def test_an_accepted_referral_opens_her_to_whoever_accepted_and_the_supervisor(
    worker, puppet, make_referral
):
    sent = make_referral(to=worker)
    cases.accept_referral(sent, by=worker)
    client = sent.case.migrant_id
    assert Migrant.objects.visible_to(worker).filter(pk=client).exists()
    assert not Migrant.objects.visible_to(puppet).filter(pk=client).exists()


def test_the_mrc_corner_keeps_whoever_has_a_restricted_case_to_itself(
    cast, make_case, make_migrant
):
    counsellor = cast["konselor.cirebon"]
    secret, plain = (
        make_migrant(by=counsellor),
        make_migrant(by=counsellor, full_name="Rukmini Contohsari"),
    )
    make_case(secret, by=counsellor, restricted=True, types=())
    for who, meets in (
        ("konselor.cirebon", True),
        ("supervisor.cirebon", True),
        ("meja.cirebon", False),
        ("admin.cirebon", False),
    ):
        seen = Migrant.objects.visible_to(cast[who])
        assert seen.filter(pk=plain.pk).exists(), who
        assert seen.filter(pk=secret.pk).exists() is meets, who
