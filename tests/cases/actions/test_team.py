"""Teams are named persons: who takes on what nobody has, who joins by whose hand, and who inherits nothing."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from cases import actions
from cases.models import AccessRequest, Case, CaseMember
from cases.transitions import NotPossible, NotYours
from ltsa.accounts.actions import disable_person
from ltsa.accounts.models import Duty, PersonAct, Posting, User
from ltsa.accounts.permissions import Role
from ltsa.clocks.models import Clock
from ltsa.notifications.models import Notification
from ltsa.timeline.models import Event


def team_of(case) -> set[str]:
    return {member.user.username for member in case.members.current()}


def sees(person, case) -> bool:
    return Case.objects.visible_to(person).filter(pk=case.pk).exists()


def waits_for(person, case) -> bool:
    return Case.objects.waiting_for(person).filter(pk=case.pk).exists()


@pytest.fixture
def puppet(cast):
    """Somebody whom the head of the women's centre invited and posted there, long ago."""
    head = cast["supervisor.wcc.cirebon"]
    person = User.objects.create_user("boneka.cirebon", full_name="Boneka Contoh")
    Posting.objects.create(
        user=person,
        role=Role.COMPANION,
        organisation=head.posting.organisation,
        service_point=head.posting.service_point,
        starts_on=timezone.localdate() - timedelta(days=100),
        posted_by=head,
    )
    PersonAct.objects.create(act=PersonAct.Act.INVITE, person=person, by=head)
    return person


@pytest.fixture
def hers(cast, make_case, make_migrant):
    """A restricted case that the companion of the women's centre opened."""
    wcc = cast["wcc.cirebon"]
    return make_case(make_migrant(by=wcc), by=wcc, restricted=True, types=())


@pytest.fixture
def waiting(make_case):
    """Special help at the desk: nobody is on its team."""
    return make_case(restricted=True, types=(), by="meja.cirebon")


def test_rule_1_opened_by_a_counsellor_it_is_hers_alone(hers, cast):
    assert team_of(hers) == {"wcc.cirebon"}
    assert not sees(cast["supervisor.wcc.cirebon"], hers)
    assert not waits_for(cast["supervisor.wcc.cirebon"], hers)


def test_rule_1_opened_at_the_desk_its_supervisor_reads_code_priority_and_clock(
    waiting, cast, as_user
):
    assert team_of(waiting) == set()
    head = cast["supervisor.cirebon"]
    assert not sees(head, waiting)
    client = as_user(head)
    page = client.get("/kasus/menunggu/").content.decode()
    assert waiting.code in page
    assert "Suharti" not in page
    assert waiting.migrant.code not in page
    assert client.get(f"/kasus/{waiting.pk}/").status_code == 404
    assert Notification.objects.filter(user=head, subject=waiting.pk).exists()
    for other in ("konselor.cirebon", "meja.cirebon", "supervisor.wcc.cirebon", "ppdp"):
        assert not waits_for(cast[other], waiting), other


def test_rule_1_who_is_on_duty_is_asked_before_the_supervisor(waiting, cast):
    today, counsellor = timezone.localdate(), cast["konselor.cirebon"]
    Duty.objects.create(
        organisation=counsellor.posting.organisation,
        user=counsellor,
        starts_on=today,
        ends_on=today,
        added_by=cast["supervisor.cirebon"],
    )
    assert waits_for(counsellor, waiting)
    assert not waits_for(cast["supervisor.cirebon"], waiting)


def test_rule_1_saya_tangani_joins_the_team_and_only_once(waiting, cast, as_user):
    head = cast["supervisor.cirebon"]
    answer = as_user(head).post(f"/kasus/{waiting.pk}/tangani/")
    assert answer.url == f"/kasus/{waiting.pk}/"
    waiting.refresh_from_db()
    assert waiting.owner == head
    assert team_of(waiting) == {"supervisor.cirebon"}
    assert Event.objects.filter(subject=waiting.pk, verb="member.take_on").count() == 1
    with pytest.raises(NotPossible):
        actions.take_on_case(waiting, by=head)
    with pytest.raises(NotPossible):
        actions.take_on_case(waiting, by=cast["konselor.cirebon"])


def test_nobody_takes_on_what_waits_for_another_house(waiting, cast, as_user):
    assert (
        as_user("supervisor.wcc.cirebon").post(f"/kasus/{waiting.pk}/tangani/").status_code == 404
    )
    with pytest.raises(NotYours):
        actions.take_on_case(waiting, by=cast["supervisor.wcc.cirebon"])


def test_rule_11_a_supervisor_who_is_shut_out_sees_nothing_and_the_officer_names_somebody(
    waiting, cast, as_user, make_case
):
    head, counsellor = cast["supervisor.cirebon"], cast["konselor.cirebon"]
    other = make_case(waiting.migrant, by=counsellor)
    actions.lock_out(other, kind="person", target=head, reason="Kerabat.", by=counsellor)
    assert not waits_for(head, waiting)
    assert waiting.code not in as_user(head).get("/kasus/menunggu/").content.decode()
    officer = as_user("ppdp.cirebon")
    assert waiting.code in officer.get("/kasus/menunggu/").content.decode()
    shown = officer.get(f"/kasus/{waiting.pk}/tunjuk/").content.decode()
    assert counsellor.staff_code in shown
    for secret in (counsellor.full_name, "Suharti", head.staff_code):
        assert secret not in shown
    officer.post(f"/kasus/{waiting.pk}/tunjuk/", {"to": head.pk})
    assert team_of(waiting) == set()
    officer.post(f"/kasus/{waiting.pk}/tunjuk/", {"to": cast["wcc.cirebon"].pk})
    assert team_of(waiting) == set()
    officer.post(f"/kasus/{waiting.pk}/tunjuk/", {"to": counsellor.pk})
    assert team_of(waiting) == {"konselor.cirebon"}
    assert Notification.objects.filter(user=counsellor, subject=waiting.pk).exists()


def test_rule_1_a_successor_inherits_no_restricted_case(hers, cast, puppet, make_case):
    wcc, head = cast["wcc.cirebon"], cast["supervisor.wcc.cirebon"]
    ordinary = make_case(hers.migrant, by=wcc)
    disable_person(wcc, successor=puppet, note="Catatan.", by=head)
    hers.refresh_from_db()
    ordinary.refresh_from_db()
    assert ordinary.owner == puppet
    assert hers.owner is None
    assert team_of(hers) == set()
    assert not sees(puppet, hers)
    assert waits_for(head, hers)
    assert Clock.objects.ticking().filter(subject=hers.pk, kind="case_take_on").exists()


def test_who_stays_on_the_team_is_told_that_somebody_left(hers, cast):
    wcc, head = cast["wcc.cirebon"], cast["supervisor.wcc.cirebon"]
    actions.add_member(hers, person=head, by=wcc)
    Notification.objects.all().delete()
    actions.remove_member(hers, person=wcc, by=wcc)
    assert team_of(hers) == {"supervisor.wcc.cirebon"}
    assert Notification.objects.filter(user=head, subject=hers.pk, kind="case_moved").exists()
    assert Event.objects.filter(subject=hers.pk, verb="member.leave").exists()


def test_a_restricted_case_is_reassigned_within_its_team_alone(hers, cast):
    wcc, head = cast["wcc.cirebon"], cast["supervisor.wcc.cirebon"]
    assert actions.reassign_cases([hers], to=head, by=wcc) == 0
    actions.add_member(hers, person=head, by=wcc)
    assert actions.reassign_cases([hers], to=head, by=wcc) == 1


def test_nobody_reassigns_a_case_that_she_does_not_see(hers, cast):
    head = cast["supervisor.wcc.cirebon"]
    assert actions.reassign_cases([hers], to=head, by=head) == 0
    assert team_of(hers) == {"wcc.cirebon"}


def test_whom_one_may_give_access_joins_at_once(hers, cast, as_user):
    head = cast["supervisor.wcc.cirebon"]
    as_user("wcc.cirebon").post(f"/kasus/{hers.pk}/tim/", {"person": head.pk})
    assert team_of(hers) == {"wcc.cirebon", "supervisor.wcc.cirebon"}
    assert Notification.objects.filter(user=head, subject=hers.pk).exists()
    with pytest.raises(ValidationError):
        actions.add_member(hers, person=head, by=cast["wcc.cirebon"])


def test_whom_she_invited_herself_a_second_person_lets_in(hers, cast, puppet, as_user):
    wcc, head = cast["wcc.cirebon"], cast["supervisor.wcc.cirebon"]
    actions.add_member(hers, person=head, by=wcc)
    assert isinstance(actions.add_member(hers, person=puppet, by=head), AccessRequest)
    assert "boneka.cirebon" not in team_of(hers)
    with pytest.raises(ValidationError):
        actions.add_member(hers, person=puppet, by=head)
    asked = AccessRequest.objects.get()
    with pytest.raises(NotYours):
        actions.allow_access(asked, by=head)
    page = as_user("ppdp.cirebon").get("/kasus/permintaan/").content.decode()
    assert puppet.staff_code in page
    assert puppet.full_name not in page
    as_user("ppdp.cirebon").post(f"/permintaan-akses/{asked.pk}/allow/")
    assert "boneka.cirebon" in team_of(hers)
    with pytest.raises(NotPossible):
        actions.refuse_access(asked, by=cast["ppdp.cirebon"])


@pytest.mark.parametrize("who", ["meja.cirebon", "konselor.cirebon", "ppdp", "wcc.cirebon"])
def test_nobody_of_another_house_role_or_twice_is_added(hers, cast, who):
    with pytest.raises(ValidationError):
        actions.add_member(hers, person=cast[who], by=cast["wcc.cirebon"])


def test_somebody_disabled_or_not_yet_posted_is_not_added(hers, cast, puppet):
    Posting.objects.filter(user=puppet).update(
        starts_on=timezone.localdate() + timedelta(days=1), ends_on=None
    )
    with pytest.raises(ValidationError):
        actions.add_member(hers, person=puppet, by=cast["wcc.cirebon"])
    Posting.objects.filter(user=puppet).update(starts_on=timezone.localdate())
    User.objects.filter(pk=puppet.pk).update(is_active=False)
    with pytest.raises(ValidationError):
        actions.add_member(hers, person=puppet, by=cast["wcc.cirebon"])


def test_only_the_team_adds_to_it(hers, cast, puppet, as_user):
    with pytest.raises(NotYours):
        actions.add_member(hers, person=puppet, by=cast["supervisor.wcc.cirebon"])
    assert as_user("supervisor.wcc.cirebon").get(f"/kasus/{hers.pk}/tim/").status_code == 404


def test_a_team_whose_people_are_gone_without_a_word_waits_too(hers, cast):
    """A posting that ends by its date is no act of anybody."""
    Posting.objects.filter(user=cast["wcc.cirebon"]).update(ends_on=timezone.localdate())
    assert CaseMember.objects.filter(case=hers, until=None).exists()
    assert waits_for(cast["supervisor.wcc.cirebon"], hers)


def test_handed_over_without_a_name_it_waits_there(waiting, cast):
    wcc = cast["wcc.cirebon"]
    house = wcc.posting.organisation
    actions.hand_over_case(waiting, to=house, method="witness", by=cast["meja.cirebon"])
    assert team_of(waiting) == set()
    assert not sees(cast["supervisor.wcc.cirebon"], waiting)
    assert waits_for(cast["supervisor.wcc.cirebon"], waiting)
    assert not waits_for(cast["supervisor.cirebon"], waiting)
