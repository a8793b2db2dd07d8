import pytest
from django.test import RequestFactory

from ltsa.areas.models import Area
from ltsa.keyset import page_of, page_of_sides

pytestmark = pytest.mark.django_db

ORDER = ("-level", "code")


def page(query, order=ORDER, size=10):
    rows = Area.objects.filter(code__startswith="32.09")
    return page_of(rows, RequestFactory().get(f"/{query}"), order=order, size=size)


def page_of_three(query, order=ORDER, size=10):
    """The same rows in three lists, of which two have some in common."""
    rows = Area.objects.filter(code__startswith="32.09")
    villages = rows.filter(level="village")
    sides = [villages, rows.exclude(level="village"), rows.filter(code__endswith="1")]
    request = RequestFactory().get(f"/{query}")
    return page_of_sides(sides, rows, request, order=order, size=size)


def walk(order, page):
    seen, at = [], page("", order)
    while True:
        seen += [row.code for row in at.rows]
        if not at.next:
            return seen
        at = page(at.next, order)


@pytest.mark.parametrize("read", [page, page_of_three])
@pytest.mark.parametrize("order", [ORDER, ("level", "-code"), ("code",)])
def test_walking_on_shows_every_row_once_in_order(order, read):
    rows = Area.objects.filter(code__startswith="32.09").order_by(*order)
    assert walk(order, read) == list(rows.values_list("code", flat=True))


@pytest.mark.parametrize("read", [page, page_of_three])
def test_walking_back_shows_the_same_pages(read):
    first = read("")
    second = read(first.next)
    third = read(second.next)
    assert read(third.previous).rows == second.rows
    assert read(second.previous).rows == first.rows
    assert not read(second.previous).previous


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
