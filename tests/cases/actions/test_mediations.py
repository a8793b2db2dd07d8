from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from cases import actions
from cases.actions.mediations import request_mediation
from cases.mediation_law import MediationBarred, mediation_bars
from cases.models import Case, Incident, Mediation
from cases.transitions import NotPossible, NotYours
from ltsa.timeline.models import Event
from tests.cases.mediations import WILLING, agency, ask, in_progress


@pytest.fixture
def desk(cast):
    return cast["meja.cirebon"]


@pytest.fixture
def going(make_case, desk):
    return in_progress(make_case(), by=desk)


def refused(*args, **told):
    with pytest.raises(ValidationError) as refusal:
        ask(*args, **told)
    return refusal.value.message_dict


def test_a_mediation_is_asked_for_and_stands_on_the_timeline(going, desk):
    row = ask(going, by=desk)
    assert (row.state, str(row.respondent)) == ("requested", "Budi Umpama")
    event = Event.objects.get(subject=going.pk, verb="mediation.request")
    assert event.detail == {"part": str(row.pk)}


def test_the_agency_of_the_case_becomes_its_respondent(make_case, desk):
    case = in_progress(make_case(agency=agency(desk)), by=desk)
    first = ask(case, party=None, by=desk)
    assert (first.respondent.kind, str(first.respondent)) == ("agency", "PT Contoh Karya")
    actions.end_mediation(first, "cancel", by=desk)
    assert ask(case, party=None, by=desk).respondent == first.respondent


@pytest.mark.parametrize("name", ["client_willing", "briefed"])
def test_she_wants_it_and_knows_her_rights(going, desk, name):
    assert set(refused(going, by=desk, **{name: False})) == {name}


def test_nobody_mediates_with_who_does_not_want_to(going, desk):
    assert "respondent_willing" in refused(going, by=desk, respondent_willing=False)


@pytest.mark.parametrize(
    ("who", "allowed"),
    [
        ("supervisor.cirebon", True),
        ("sbmi.cirebon", True),  # offers mediation
        ("wcc.cirebon", False),
        ("meja.tulungagung", False),
        ("kader.cirebon", False),
    ],
)
def test_a_mediator_works_for_an_office_that_mediates(going, cast, desk, who, allowed):
    told = {"mediator": cast[who], "mediator_name": "", "by": desk}
    if allowed:
        assert ask(going, **told).mediator == cast[who]
    else:
        assert "mediator" in refused(going, **told)


def test_a_mediator_is_neutral(going, desk, cast):
    own = {"mediator": desk, "mediator_name": ""}
    assert "mediator" in refused(going, by=desk, **own)
    assert "mediator_name" in refused(going, by=desk, mediator_name=f" {desk.full_name.upper()} ")
    both = {"mediator_name": "Ibu Contoh", "companion": "ibu  contoh"}
    assert "mediator_name" in refused(going, by=desk, **both)
    assert "mediator" in refused(going, by=desk, mediator_name=" ")


def test_only_a_case_that_is_worked_on_is_mediated(make_case, desk, cast):
    with pytest.raises(NotPossible):
        ask(make_case(), by=desk)
    with pytest.raises(NotYours):
        ask(in_progress(make_case(), by=desk), by=cast["sbmi.cirebon"])


def test_one_mediation_with_one_party_at_a_time(going, desk):
    row = ask(going, by=desk)
    assert "respondent" in refused(going, by=desk, respondent=row.respondent)
    actions.end_mediation(row, "cancel", by=desk)
    assert ask(going, by=desk, respondent=row.respondent).pk != row.pk


def test_a_party_of_another_case_is_refused(make_case, going, desk):
    other = ask(in_progress(make_case(), by=desk), by=desk).respondent
    assert "respondent" in refused(going, by=desk, respondent=other)


def bars(case):
    return [bar.code for bar in mediation_bars(Case.objects.get(pk=case.pk))]


def test_the_law_allows_what_it_does_not_forbid(going):
    assert bars(going) == []


@pytest.mark.parametrize(
    ("kind", "code"),
    [("GBV02", "sexual"), ("TPO01", "trafficking")],
)
@pytest.mark.parametrize("place", ["primary", "secondary"])
def test_law_bars_sexual_violence_and_trafficking_by_type(make_case, cast, kind, code, place):
    types = [kind] if place == "primary" else ["GBV04", kind]
    case = make_case(types=types, by="konselor.cirebon", limits_explained=True)
    assert bars(case) == [code]


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"violence": "rape"}, "sexual"),
        ({"violence": "sexual_assault"}, "sexual"),
        ({"violence": "forced_marriage"}, "sexual"),
        ({"simfoni": ["physical", "sexual"]}, "sexual"),
        ({"simfoni": ["trafficking"]}, "trafficking"),
        ({"child": True}, "child"),
        ({"violence": "physical", "simfoni": ["physical"]}, ""),
    ],
)
def test_law_bars_by_what_happened(make_case, cast, told, code):
    worker = cast["konselor.cirebon"]
    case = make_case(restricted=True, types=["REK03"], limits_explained=True, by=worker)
    Incident.objects.create(
        case=case, number=1, reported_on=timezone.localdate(), answers={}, by=worker, **told
    )
    assert bars(case) == ([code] if code else [])


@pytest.mark.parametrize("result", ["partial", "strong"])
def test_law_bars_an_indication_of_trafficking(make_case, result):
    case = make_case(restricted=True, types=["REK03"], limits_explained=True, by="konselor.cirebon")
    Case.objects.filter(pk=case.pk).update(trafficking=result)
    assert bars(case) == ["trafficking"]


def test_law_bars_a_child_and_who_was_one_then(make_migrant, make_case):
    today = timezone.localdate()
    small = make_migrant(age_band="<18")
    grown = make_migrant(birth_date=today - timedelta(days=19 * 365))
    assert bars(make_case(small)) == ["child"]
    case = make_case(grown)
    assert bars(case) == []
    Case.objects.filter(pk=case.pk).update(happened_on=today - timedelta(days=2 * 365))
    assert bars(case) == ["child"]


def test_law_bars_while_she_is_threatened_and_before_the_type_is_known(going, make_case):
    Case.objects.filter(pk=going.pk).update(threat=True, risk="high", risk_on=date(2026, 1, 5))
    assert bars(going) == ["threat"]
    untold = make_case(restricted=True, types=(), account="", by="konselor.cirebon")
    assert bars(untold) == ["untold"]


def test_a_barred_mediation_makes_no_row_and_says_the_rule(going, desk):
    Case.objects.filter(pk=going.pk).update(threat=True)
    with pytest.raises(MediationBarred) as refusal:
        ask(Case.objects.get(pk=going.pk), by=desk)
    assert "ancaman" in refusal.value.message
    assert "bantuan hukum" in refusal.value.message
    assert not Mediation.objects.exists()


def test_a_bar_that_arises_later_stops_the_mediation(going, desk):
    row = ask(going, by=desk)
    Case.objects.filter(pk=going.pk).update(threat=True)
    soon = timezone.now() + timedelta(days=3)
    with pytest.raises(MediationBarred):
        actions.invite(row, meeting="mediation", meets_at=soon, place="LTSA", by=desk)
    assert actions.end_mediation(row, "cancel", by=desk).state == "cancelled"


def test_a_verb_that_ends_nothing_is_unknown(going, desk):
    with pytest.raises(KeyError):
        actions.end_mediation(ask(going, by=desk), "agree", by=desk)


def test_a_respondent_whom_nobody_knows_cannot_be_invited(going, desk):
    told = WILLING | {"mediator_name": "Rahmat Contohnya", "by": desk}
    with pytest.raises(ValidationError):
        request_mediation(going, party={"kind": "unknown"}, **told)


@pytest.mark.parametrize("who", ["admin.cirebon", "sbmi.cirebon", "kader.cirebon"])
def test_only_who_works_on_cases_of_the_house_asks_for_one_or_ends_it(going, cast, desk, who):
    with pytest.raises(NotYours):
        ask(going, by=cast[who])
    row = ask(going, by=desk)
    with pytest.raises(NotYours):
        actions.end_mediation(row, "cancel", by=cast[who])
    assert Mediation.objects.get(pk=row.pk).state == "requested"
