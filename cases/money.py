"""Money in words, and sums of what was recovered: each currency by itself, and all of it in rupiah."""

from collections.abc import Iterable
from decimal import Decimal

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from .codes import Currency, PromiseKind
from .lists import day_of
from .models import Recovery


def in_currency(amount: Decimal, currency: str) -> str:
    """Rp1.250.000, HKD 9.200,50."""
    whole = amount == amount.to_integral_value()
    number = number_format(amount, decimal_pos=0 if whole else 2, force_grouping=True)
    return f"Rp{number}" if currency == Currency.IDR else f"{currency} {number}"


def rate_words(row: Recovery) -> str:
    """How its rupiah came about: rate, day and source; nothing for rupiah itself."""
    if row.currency in ("", Currency.IDR) or row.rate is None:
        return ""
    told = _("kurs %(rate)s, %(day)s, %(source)s")
    return told % {
        "rate": number_format(row.rate.normalize(), force_grouping=True),
        "day": day_of(row.rate_on),
        "source": row.rate_source,
    }


def totals(rows: Iterable[Recovery]) -> dict:
    """{"by_currency": [words], "rupiah": words} of the money among rows that are not voided; {} without any."""
    sums: dict[str, Decimal] = {}
    rupiah = Decimal(0)
    for row in rows:
        if row.voided_at is None and row.kind == PromiseKind.MONEY:
            sums[row.currency] = sums.get(row.currency, Decimal(0)) + (row.amount or 0)
            rupiah += row.rupiah or 0
    if not sums:
        return {}
    words = [in_currency(amount, currency) for currency, amount in sorted(sums.items())]
    return {"by_currency": words, "rupiah": in_currency(rupiah, Currency.IDR)}


def payment_rows(rows: Iterable[Recovery], user_works: bool) -> list[dict]:
    """What was received, as the pages list it: voided ones too, with their reason."""
    return [
        {
            "row": row,
            "when": date_format(row.received_on, "j M Y"),
            "what": in_currency(row.amount, row.currency)
            if row.amount is not None
            else " · ".join(part for part in (str(row.get_kind_display()), row.text) if part),
            "rupiah": in_currency(row.rupiah, Currency.IDR) if row.rupiah is not None else "",
            "rate": rate_words(row),
            "voided": row.void_reason if row.voided_at else "",
            "may_void": user_works and row.voided_at is None,
        }
        for row in rows
    ]
