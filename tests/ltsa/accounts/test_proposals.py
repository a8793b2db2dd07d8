"""The first supervisor of an organisation: two offices name her, never the district admin alone."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from ltsa.accounts.actions import decide_proposal, end_posting, invite_person
from ltsa.accounts.models import PersonAct, Posting, SupervisorProposal, User
from ltsa.notifications.models import Notification

TODAY = f"{timezone.localdate():%d/%m/%Y}"
TOLD = {
    "full_name": "Sri Contohwati",
    "username": "kepala.sbmi",
    "email": "kepala@contoh.invalid",
    "language": "id",
    "role": "supervisor",
    "starts_on": TODAY,
}


@pytest.fixture
def union(cast):
    return cast.sbmi_cirebon.posting.organisation


@pytest.fixture
def proposal(as_user, union):
    """SBMI Cirebon has no supervisor; the district admin proposed one over HTTP."""
    answer = as_user("admin.cirebon").post(f"/kelola/orang/undang/?lembaga={union.pk}", TOLD)
    made = SupervisorProposal.objects.get()
    assert answer.url == f"/kelola/usulan/{made.pk}/"
    return made


def test_until_it_is_confirmed_she_has_no_posting_and_no_link(proposal, cast):
    assert not proposal.person.postings.exists()
    assert not Notification.objects.filter(address=proposal.person.email).exists()
    told = Notification.objects.filter(link=f"/kelola/usulan/{proposal.pk}/")
    assert set(told.values_list("user__username", flat=True)) == {"ppdp.cirebon"}


def test_the_officer_confirms_and_the_invitation_goes_out_by_mail(proposal, as_user):
    client = as_user("ppdp.cirebon")
    assert client.get(f"/kelola/usulan/{proposal.pk}/").context["may_decide"]
    client.post(f"/kelola/usulan/{proposal.pk}/", {"verb": "accept"})
    posting = proposal.person.postings.get()
    assert (posting.role, posting.organisation_id) == ("supervisor", proposal.organisation_id)
    assert "/akun/sandi/kunci/" in Notification.objects.get(address=proposal.person.email).mail_body
    assert PersonAct.objects.get(person=proposal.person, act="invite").by == proposal.proposed_by


def test_a_refused_one_stays_without_a_posting_and_another_may_be_proposed(
    proposal, as_user, union
):
    as_user("ppdp.cirebon").post(f"/kelola/usulan/{proposal.pk}/", {"verb": "refuse"})
    assert not proposal.person.postings.exists()
    other = TOLD | {"username": "kepala.dua", "email": "dua@contoh.invalid"}
    as_user("admin.cirebon").post(f"/kelola/orang/undang/?lembaga={union.pk}", other)
    assert SupervisorProposal.objects.open().get().person.username == "kepala.dua"


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("admin.cirebon", 403),
        ("ppdp", 403),
        ("admin.blitar", 404),
        ("sbmi.cirebon", 403),
        ("supervisor.cirebon", 404),
        ("sistem", 403),
    ],
)
def test_nobody_else_confirms(proposal, as_user, who, status):
    answer = as_user(who).post(f"/kelola/usulan/{proposal.pk}/", {"verb": "accept"})
    assert answer.status_code == status
    assert not proposal.person.postings.exists()


def test_it_is_confirmed_once(proposal, as_user):
    client = as_user("ppdp.cirebon")
    client.post(f"/kelola/usulan/{proposal.pk}/", {"verb": "refuse"})
    assert client.post(f"/kelola/usulan/{proposal.pk}/", {"verb": "accept"}).status_code == 403
    assert not proposal.person.postings.exists()


def test_an_admin_who_has_lost_her_posting_meanwhile_proposed_nothing(proposal, cast, as_user):
    cast.admin_cirebon.postings.update(ends_on=timezone.localdate())
    as_user("ppdp.cirebon").post(f"/kelola/usulan/{proposal.pk}/", {"verb": "accept"})
    assert not proposal.person.postings.exists()


def test_an_officer_of_the_office_becomes_its_first_supervisor(cast, as_user):
    """The usual first day: the person is there already, the office has no head yet."""
    office = cast.meja_cirebon.posting.organisation
    cast.supervisor_cirebon.postings.update(ends_on=timezone.localdate())
    path = f"/kelola/orang/{cast.meja_cirebon.pk}/tugas/?lembaga={office.pk}"
    as_user("admin.cirebon").post(path, {"role": "supervisor", "starts_on": TODAY})
    made = SupervisorProposal.objects.get()
    assert cast.meja_cirebon.postings.get().role == "desk_officer"
    decide_proposal(made, accept=True, by=User.objects.get(username="ppdp.cirebon"))
    assert User.objects.get(pk=cast.meja_cirebon.pk).posting.role == "supervisor"


def test_where_there_is_a_supervisor_nobody_proposes_one(cast, as_user):
    house = cast.wcc_cirebon.posting.organisation
    answer = as_user("admin.cirebon").post(f"/kelola/orang/undang/?lembaga={house.pk}", TOLD)
    assert answer.status_code == 200
    assert not SupervisorProposal.objects.exists()
    with pytest.raises(PermissionDenied):
        invite_person(
            organisation=house,
            by=cast.admin_cirebon,
            **{name: TOLD[name] for name in ("full_name", "username", "email", "role")},
        )


def test_of_two_supervisors_who_end_each_other_one_stays(cast):
    """The second one is no supervisor any more by the time she is asked."""
    head = cast.supervisor_wcc_cirebon
    other = User.objects.create_user("kepala.dua", full_name="Sri Contohwati")
    posted = Posting.objects.create(
        user=other, role="supervisor", organisation=head.posting.organisation
    )
    stale = User.objects.get(pk=other.pk)
    assert stale.posting is not None  # read before the other one was quicker
    end_posting(posted, by=head)
    with pytest.raises(PermissionDenied):
        end_posting(head.posting, by=stale)
    assert Posting.objects.get(pk=head.posting.pk).ends_on is None
