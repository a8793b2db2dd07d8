import pytest
from django.test import RequestFactory

from ltsa.areas.models import Area
from ltsa.keyset import page_of

pytestmark = pytest.mark.django_db

ORDER = ("-level", "code")


def page(query, order=ORDER, size=10):
    rows = Area.objects.filter(code__startswith="32.09")
    return page_of(rows, RequestFactory().get(f"/{query}"), order=order, size=size)


def walk(order):
    seen, at = [], page("", order)
    while True:
        seen += [row.code for row in at.rows]
        if not at.next:
            return seen
        at = page(at.next, order)


@pytest.mark.parametrize("order", [ORDER, ("level", "-code"), ("code",)])
def test_walking_on_shows_every_row_once_in_order(order):
    rows = Area.objects.filter(code__startswith="32.09").order_by(*order)
    assert walk(order) == list(rows.values_list("code", flat=True))


def test_walking_back_shows_the_same_pages():
    first = page("")
    second = page(first.next)
    third = page(second.next)
    assert page(third.previous).rows == second.rows
    assert page(second.previous).rows == first.rows
    assert not page(second.previous).previous


def test_the_first_page_has_no_previous_and_the_last_no_next():
    assert not page("").previous
    everything = page("", size=1000)
    assert not everything.next
    assert not everything.previous


def test_what_else_the_address_asks_stays():
    assert "status=done" in page("?status=done").next


@pytest.mark.parametrize("query", ["?lanjut=x", "?lanjut=", "?lanjut=a:b:c", "?lanjut=%00"])
def test_a_position_that_nobody_signed_gives_the_first_page(query):
    assert page(query).rows == page("").rows


def test_a_position_of_another_order_gives_the_first_page():
    position = page("").next
    assert page(position, ("code",)).rows == page("", ("code",)).rows
