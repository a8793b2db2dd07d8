import json

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from ltsa.dashboard.figures import figures
from ltsa.dashboard.models import Baseline


@pytest.fixture
def baseline(db):
    return Baseline.objects.create(
        measure="women_served",
        value=1500,
        precision="more_than",
        as_of="2022-12-31",
        source="UN Network on Migration",
    )


def month_of(user, **told) -> dict:
    today = timezone.localdate()
    return figures(user, start=today.replace(day=1), end=today, **told)


def test_figures_can_be_written_as_json(cast, referral, baseline):
    told = json.loads(json.dumps(month_of(cast["admin.cirebon"])))
    assert {one["name"] for one in told["headlines"]} >= {"people", "talks", "answer-rate"}
    assert told["as_of"].endswith("+07:00")


def test_baselines_stand_apart_with_source_and_date(cast, baseline):
    told = month_of(cast["admin.cirebon"])
    assert [(row["value"], row["source"]) for row in told["baselines"]] == [
        (1500, "UN Network on Migration")
    ]
    assert next(one for one in told["headlines"] if one["name"] == "people")["value"] == 0


def test_an_organisation_has_no_baseline_of_the_programme(cast, baseline):
    assert month_of(cast["wcc.cirebon"])["baselines"] == []


def test_a_baseline_is_stated_once_even_for_all_districts(baseline):
    with pytest.raises(IntegrityError), transaction.atomic():
        Baseline.objects.create(
            measure="women_served", value=1, as_of="2022-12-31", source=baseline.source
        )


def test_no_change_is_told_of_a_hidden_number(cast, make_case):
    make_case(types=["GBV02"], limits_explained=True)
    told = month_of(cast["admin.cirebon"])
    hidden = [one for one in told["headlines"] if one["hidden"]]
    assert all(one["change"] is None for one in hidden)


def test_nobody_is_named_in_the_figures(cast, make_case, make_referral, make_migrant):
    woman = make_migrant(full_name="Zulaikha Contohsari")
    make_referral(make_case(woman))
    assert "Zulaikha" not in json.dumps(month_of(cast["admin.cirebon"]))


def test_a_restricted_case_moves_no_number_but_the_hidden_ones(cast, make_case):
    admin = cast["admin.cirebon"]
    make_case()
    without = month_of(admin)
    make_case(types=["GBV02"], limits_explained=True)
    make_case(types=["GBV02"], limits_explained=True)
    with_them = month_of(admin)
    for first, second in zip(without["tables"], with_them["tables"], strict=True):
        if first["name"] != "cases-sensitive":
            assert first == second
    assert without["headlines"] == with_them["headlines"]
    assert without["concerns"] == with_them["concerns"]
