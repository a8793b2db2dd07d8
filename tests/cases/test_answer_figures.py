from datetime import timedelta

import pytest
from django.utils import timezone

from cases import actions
from cases.answer_figures import who_is_silent
from cases.figures import referrals_sent
from cases.models import Referral
from ltsa.dashboard.cells import written
from ltsa.dashboard.periods import month_of
from ltsa.dashboard.sockets import Scope
from ltsa.organisations.models import Organisation

# "Hours ago" must lie in the month that is counted.
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("mid_month")]

HOUR = timedelta(hours=1)


def section(**place):
    return who_is_silent(Scope(month_of(timezone.localdate()), **({"district": "32.09"} | place)))


def cells(found, name):
    table = next(table for table in found.tables if table.name == name)
    return {row.code: [written(cell) for cell in row.cells] for row in table.rows}


def answered_after(referral, hours):
    Referral.objects.filter(pk=referral.pk).update(
        sent_at=timezone.now() - hours * HOUR, answered_at=timezone.now()
    )


@pytest.fixture
def send(make_case, make_migrant, make_referral):
    return lambda **told: make_referral(make_case(make_migrant()), **told)


@pytest.fixture
def partner(cast):
    return cast["wcc.cirebon"]


def test_whoever_lets_referrals_lie_stands_first_with_rate_median_and_90_percent(
    send, partner, cast
):
    for hours in (2, 4, 6):
        answered_after(actions.accept_referral(send(), by=partner), hours)
    silent = send(to="sbmi.cirebon", services=["legal"])
    Referral.objects.filter(pk=silent.pk).update(due_at=timezone.now() - HOUR)
    send()  # not due yet: nobody owes an answer
    found = cells(section(), "answers-partner")
    union = str(cast["sbmi.cirebon"].posting.organisation_id)
    assert list(found) == [union, str(partner.posting.organisation_id)]
    assert found[union][:4] == ["1", "0 %", "–", "–"]
    assert found[str(partner.posting.organisation_id)][:4] == ["3", "100 %", "4 jam", "5,6 jam"]
    assert section().headlines[0].cell.value == 5.6


def test_how_far_referrals_came_is_told_by_priority_and_by_house(send, partner, cast):
    desk = cast["meja.cirebon"]
    served = actions.accept_referral(send(), contact="Contoh", by=partner)
    answered_after(served, 6)
    served = actions.start_referral(served, by=partner)
    Referral.objects.filter(pk=served.pk).update(answered_at=timezone.now() - 5 * HOUR)
    actions.complete_referral(actions.report_service(served, by=partner), by=desk)
    actions.accept_referral(send(), by=partner)
    actions.open_referral(send(), by=partner)
    send(priority="urgent")
    found = section()
    priorities = cells(found, "answers-priority")
    assert list(priorities) == ["emergency", "urgent", "normal"]
    assert priorities["emergency"] == ["0", "–", "–", "–", "–", "–", "–"]
    assert priorities["urgent"] == ["1", "0 %", "–", "–", "0 %", "–", "–"]
    house = ["4", "75 %", "100 %", "0,5 jam", "50 %", "5 jam", "50 %"]
    assert cells(found, "answers-course") == {str(partner.posting.organisation_id): house}
    assert priorities["normal"][4:] == ["67 %", "5 jam", "50 %"]


def test_declines_are_told_by_reason(send, partner):
    for reason in ("full", "full", "out_of_area"):
        actions.decline_referral(send(), reason=reason, by=partner)
    found = cells(section(), "answers-declined")
    assert (found["full"], found["out_of_area"], found["other"]) == (["2"], ["1"], ["0"])


def test_what_is_missing_where_is_told_and_small_numbers_are_not(send, partner):
    for _ in range(4):
        actions.decline_referral(send(), reason="full", by=partner)
    ((code, (unmet, wanted)),) = cells(section(), "answers-missing").items()
    assert code.startswith("psychosocial-32.09.")
    assert (unmet, wanted) == ("<5", "<5")
    actions.decline_referral(send(), reason="full", by=partner)
    actions.decline_referral(send(), reason="client_refuses", by=partner)
    assert list(cells(section(), "answers-missing").values()) == [["5", "6"]]


def test_a_partner_sees_its_own_line_and_of_five_others_the_middle_without_names(
    send, partner, cast
):
    house = partner.posting.organisation_id
    answered_after(actions.accept_referral(send(), by=partner), 3)
    own = cells(section(organisation=house), "answers-own")
    assert own["median"] == ["3 jam", "–"]
    for number in range(5):
        other = Organisation.objects.create(
            name=f"Lembaga Contoh {number}", kind="union", district_id="32.09"
        )
        moved = actions.accept_referral(send(), by=partner)
        answered_after(moved, 10 + number)
        Referral.objects.filter(pk=moved.pk).update(to=other)
    found = section(organisation=house)
    assert cells(found, "answers-own")["median"] == ["3 jam", "12 jam"]
    assert list(cells(found, "answers-partner")) == [str(house)]


def test_a_district_reads_no_middle_beside_itself():
    assert "answers-own" not in [table.name for table in section().tables]


def test_what_clients_say_counts_from_five_answers_on(send, partner, cast):
    desk = cast["meja.cirebon"]
    for number in range(5):
        assert (
            cells(section(), "answers-partner").get(str(partner.posting.organisation_id), ["–"])[-1]
            == "–"
        )
        taken = actions.decline_referral(
            send(), reason="other", note="Sedang pindah kantor.", by=partner
        )
        helped = "no" if number == 0 else "yes"
        actions.ask_client(taken, helped=helped, how="phone", by=desk)
    assert cells(section(), "answers-partner")[str(partner.posting.organisation_id)][-1] == "80 %"


def test_restricted_referrals_are_in_none_of_it(send):
    referral = send()
    Referral.objects.filter(pk=referral.pk).update(restricted=True, due_at=timezone.now() - HOUR)
    assert cells(section(), "answers-partner") == {}


def test_whom_the_reader_must_not_meet_is_in_none_of_it(send):
    referral = send()
    Referral.objects.update(due_at=timezone.now() - HOUR)
    assert cells(section(hidden=(referral.case.migrant_id,)), "answers-partner") == {}


def test_a_lapse_that_was_offered_on_stays_a_silence_and_a_withdrawal_within_the_hour_is_none(
    send, partner
):
    now = timezone.now()
    ended = {"state": "withdrawn", "ended_at": now}
    lapsed, taken_back, no_consent, accepted = (send() for _ in range(4))
    Referral.objects.filter(pk=lapsed.pk).update(due_at=now - HOUR, **ended)
    Referral.objects.filter(pk=taken_back.pk).update(due_at=now + HOUR, **ended)
    Referral.objects.filter(pk=no_consent.pk).update(
        due_at=now + HOUR, **(ended | {"state": "expired"})
    )
    actions.accept_referral(accepted, by=partner)
    Referral.objects.filter(pk=accepted.pk).update(due_at=now - HOUR, state="expired", ended_at=now)
    found = section()
    line = cells(found, "answers-partner")[str(partner.posting.organisation_id)]
    assert (line[0], line[1]) == ("2", "50 %")
    assert found.headlines[1].cell.value == 1
    both = referrals_sent(Scope(month_of(timezone.localdate()), district="32.09"))
    assert written(both.headlines[1].cell) == "50 %"
