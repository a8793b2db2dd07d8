from decimal import Decimal

import pytest
from django.utils.formats import number_format
from hypothesis import given
from hypothesis import strategies as st

from cases.forms import ClaimForm

AMOUNTS = st.decimals("0.01", "999999999999.99", places=2, allow_nan=False)


def typed(amount: str) -> ClaimForm:
    return ClaimForm({"kind": "money", "amount": amount, "currency": "HKD"})


@pytest.mark.parametrize(
    ("text", "amount"),
    [("18.400", "18400"), ("18400,50", "18400.50"), ("18.400,50", "18400.50"), ("1.250.000", "1250000")],
)  # fmt: skip
def test_money_is_read_as_it_is_written_by_hand(text, amount):
    form = typed(text)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["amount"] == Decimal(amount)


@given(AMOUNTS)
def test_every_amount_is_read_back_as_it_was_shown(amount):
    form = typed(number_format(amount, decimal_pos=2, force_grouping=True))
    assert form.is_valid(), form.errors
    assert form.cleaned_data["amount"] == amount


@given(st.text(max_size=60))
def test_whatever_is_typed_gives_money_or_a_word_about_it(text):
    form = typed(text)
    amount = form.cleaned_data.get("amount") if form.is_valid() else None
    assert amount is None or amount > 0


@pytest.mark.parametrize("text", ["-5", "0", "NaN", "1e9999", "\0", "9" * 400])
def test_what_is_no_amount_is_refused(text):
    assert "amount" in typed(text).errors
