import pytest

from cases import actions
from cases.models import Case, Referral
from services.models import Migrant


@pytest.fixture
def desk(cast):
    return cast["meja.cirebon"]


def test_sending_keeps_what_was_shared_as_its_first_version(make_referral, desk):
    draft = make_referral(sent=False)
    assert not draft.shares.exists()
    sent = actions.send_referral(draft, by=desk)
    share = sent.shares.get()
    assert (share.number, share.by, share.groups) == (1, desk, sent.disclose)
    assert share.snapshot == sent.snapshot


def test_a_later_edit_of_the_client_changes_no_version_that_was_shared(make_referral):
    sent = make_referral()
    before = sent.snapshot
    Migrant.objects.filter(pk=sent.case.migrant_id).update(full_name="Contoh Nama Lain")
    assert sent.shares.get().snapshot == Referral.objects.get(pk=sent.pk).snapshot == before


def test_owner_and_team_stay_as_they_were_when_it_was_sent(make_referral, cast):
    sent = make_referral()
    owner = sent.case.owner
    team = [member.user_id for member in sent.case.members.current()]
    Case.objects.filter(pk=sent.case_id).update(owner=cast["supervisor.cirebon"])
    sent.refresh_from_db()
    assert sent.owner_at_sending == owner
    assert sent.team_at_sending == team
