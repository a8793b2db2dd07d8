import re

import pytest
from django.db import IntegrityError

from cases.actions import ask_special_help, numbering, restrict_case
from cases.models import Case

pytestmark = pytest.mark.django_db
FORM = re.compile(r"LTSA-3209-\d{4}-\d{4}")


def serial(case) -> int:
    return int(case.code.rpartition("-")[2])


def test_every_new_case_has_the_same_form_of_number(make_case, make_migrant, cast):
    """Ordinary, sensitive, asked for in one tap, restricted later: the number tells none of it."""
    later = make_case()
    restrict_case(later, by=cast["meja.cirebon"])
    opened = [
        later,
        make_case(),
        make_case(restricted=True),
        make_case(types=["GBV02"], by="wcc.cirebon", limits_explained=True),
        ask_special_help(make_migrant(), by=cast["meja.cirebon"]),
    ]
    for case in opened:
        assert FORM.fullmatch(Case.objects.get(pk=case.pk).code)


def test_numbers_come_in_no_order_and_leave_no_hole(make_case, make_migrant):
    migrant = make_migrant()
    numbers = [serial(make_case(migrant)) for _ in range(12)]
    assert numbers not in (sorted(numbers), sorted(numbers, reverse=True))
    steps = {b - a for a, b in zip(sorted(numbers), sorted(numbers)[1:], strict=False)}
    assert len(steps) > 3, "neither one after the other nor at one distance"


def test_a_number_that_is_taken_is_not_given_again(make_case, monkeypatch):
    drawn = iter(["LTSA-3209-2026-0007", "LTSA-3209-2026-0007", "LTSA-3209-2026-0008"])
    monkeypatch.setattr(numbering, "random_number", lambda *_: next(drawn))
    assert [make_case().code[-4:], make_case().code[-4:]] == ["0007", "0008"]


def test_of_two_who_draw_the_same_number_at_once_one_draws_again(make_case, monkeypatch):
    """The other one saved hers after this one looked."""
    drawn = iter(["LTSA-3209-2026-0007", "LTSA-3209-2026-0007", "LTSA-3209-2026-0008"])
    monkeypatch.setattr(numbering, "_free_number", lambda *_: next(drawn))
    assert [make_case().code[-4:], make_case().code[-4:]] == ["0007", "0008"]


def test_what_else_is_wrong_with_a_case_is_no_matter_of_its_number(make_case, cast):
    case = make_case()
    broken = Case(migrant=case.migrant, district_id="32.09", phase=case.phase, restricted=False)
    broken.organisation, broken.opened_by = case.organisation, cast["meja.cirebon"]
    with pytest.raises(IntegrityError):
        numbering.save_numbered(broken, year=2026)


def test_a_year_that_is_more_than_half_full_has_longer_numbers(make_case, monkeypatch):
    monkeypatch.setattr(numbering, "FEWEST", 1)
    numbers = [make_case().code.rpartition("-")[2] for _ in range(8)]
    assert [len(number) for number in numbers] == [1, 1, 1, 1, 1, 1, 2, 2]


def test_a_code_of_before_stays_valid(make_case, as_user):
    case = make_case()
    Case.objects.filter(pk=case.pk).update(code="LTSA-3209-2025-0042")
    found = as_user("meja.cirebon").post("/cari/", {"q": "ltsa-3209-2025-0042"})
    assert f"/kasus/{case.pk}/" in found.content.decode()
