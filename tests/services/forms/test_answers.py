from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from services.forms.answers import AgeField, DueField


@pytest.mark.parametrize(
    ("told", "band"), [("27", "25-35"), (" 27 tahun", "25-35"), ("17 th", "<18"), ("0", "<18")]
)
def test_an_age_in_years_is_a_band(told, band):
    assert AgeField().clean(told) == {"birth_date": None, "age_band": band}


def test_a_birth_date_stays_a_date():
    told = AgeField().clean("17/08/1999")
    assert told == {"birth_date": date(1999, 8, 17), "age_band": ""}


@pytest.mark.parametrize("told", ["muda", "111", "-1", "01/01/0001", "31/12/9999", "²7", "2.7"])
def test_what_is_no_age_is_refused(told):
    with pytest.raises(ValidationError):
        AgeField().clean(told)


@pytest.mark.parametrize(
    ("told", "days"),
    [
        ("14", 14),
        ("14 hari", 14),
        ("14hari", 14),
        (" 7 Hari lagi ", 7),
        ("7 days", 7),
        ("1 day", 1),
        ("7 minggu", 49),
        ("2 weeks", 14),
        ("0", 0),
    ],
)
def test_a_day_to_come_may_be_told_in_days_or_weeks(told, days):
    assert DueField().clean(told) == timezone.localdate() + timedelta(days=days)


def test_a_day_to_come_may_be_a_date():
    assert DueField().clean("24/12/2026") == date(2026, 12, 24)


@pytest.mark.parametrize("told", ["99999", "731", "105 minggu", "7 bulan", "hari", "-7 hari", "²"])
def test_what_is_no_day_to_come_is_refused(told):
    with pytest.raises(ValidationError):
        DueField().clean(told)
