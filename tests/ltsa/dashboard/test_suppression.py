from itertools import product

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from ltsa.dashboard.suppression import Mark, Sum, add_up, is_small, marks_of, with_totals

MOST = 12  # numbers a reader would try behind a hidden cell
QUICK = {"deadline": None, "phases": [Phase.explicit, Phase.generate]}  # shrinking takes minutes


def fits(mark: Mark, value: int, published: int) -> bool:
    if mark is Mark.SHOWN:
        return value == published
    return is_small(value) if mark is Mark.SMALL else True


def possible(counts: tuple) -> dict:
    """By brute force: every number that each entry could have, for a reader who sees only what is published."""
    grid, marks = with_totals(counts), marks_of(counts)
    rows, columns = len(counts), len(counts[0])
    places = list(product(range(rows), range(columns)))
    choices = [[n for n in range(MOST) if fits(marks[r][c], n, grid[r][c])] for r, c in places]
    found: dict = {}
    for numbers in product(*choices):
        other = tuple(tuple(numbers[r * columns + c] for c in range(columns)) for r in range(rows))
        whole = with_totals(other)
        entries = list(product(range(rows + 1), range(columns + 1)))
        if all(fits(marks[r][c], whole[r][c], grid[r][c]) for r, c in entries):
            for r, c in entries:
                found.setdefault((r, c), set()).add(whole[r][c])
    return found


def tables(rows, columns):
    cell = st.one_of(st.integers(0, 4), st.integers(0, 7))
    row = st.lists(cell, min_size=columns, max_size=columns).map(tuple)
    return st.lists(row, min_size=rows, max_size=rows).map(tuple)


def assert_no_small_number_is_determined(counts):
    marks, found = marks_of(counts), possible(counts)
    for row, line in enumerate(marks):
        for column, mark in enumerate(line):
            if mark is Mark.SMALL:
                assert len(found[row, column]) > 1, (counts, marks, (row, column))


def assert_no_small_number_is_shown(counts):
    grid, marks = with_totals(counts), marks_of(counts)
    for line, marked in zip(grid, marks, strict=True):
        for value, mark in zip(line, marked, strict=True):
            assert not (mark is Mark.SHOWN and is_small(value))
            assert mark is not Mark.SMALL or is_small(value)


@settings(max_examples=80, **QUICK)
@given(tables(2, 2))
def test_no_small_number_of_a_square_can_be_computed(counts):
    assert_no_small_number_is_shown(counts)
    assert_no_small_number_is_determined(counts)


@settings(max_examples=100, **QUICK)
@given(st.one_of(tables(1, 3), tables(3, 1), tables(1, 1), tables(1, 4)))
def test_no_small_number_of_a_line_can_be_computed(counts):
    assert_no_small_number_is_shown(counts)
    assert_no_small_number_is_determined(counts)


@settings(max_examples=8, **QUICK)
@given(st.lists(st.tuples(*[st.integers(0, 6)] * 3), min_size=2, max_size=2).map(tuple))
def test_no_small_number_of_a_larger_table_can_be_computed(counts):
    assert_no_small_number_is_determined(counts)


@settings(max_examples=100, **QUICK)
@given(tables(3, 3))
def test_every_small_number_is_hidden_at_the_size_of_the_page(counts):
    assert_no_small_number_is_shown(counts)


def test_a_table_without_small_numbers_is_shown_whole():
    assert {mark for row in marks_of(((5, 0), (12, 7))) for mark in row} == {Mark.SHOWN}


def test_the_total_of_a_single_small_number_is_hidden_too():
    marks = marks_of(((3, 0, 0), (0, 0, 0)))
    assert marks[0][0] is marks[0][3] is marks[2][0] is marks[2][3] is Mark.SMALL
    assert marks[1][1] is Mark.SHOWN


def test_a_table_of_ones_hides_that_its_total_is_small():
    assert_no_small_number_is_determined(((1, 1), (1, 1)))


def test_one_small_number_in_a_large_table_takes_others_with_it():
    marks = marks_of(((3, 20), (15, 40)))
    assert marks[0][0] is Mark.SMALL
    assert sum(mark is Mark.COVER for row in marks for mark in row) >= 3


def test_a_period_is_the_sum_of_what_its_months_publish():
    october, november = ((7,),), ((2,),)
    total = add_up([october, november], 1, 1)[0][0]
    assert (total.value, total.text) == (None, "≥ 8")


def test_a_month_of_small_numbers_reads_below_five():
    assert add_up([((2,),), ((0,),)], 1, 1)[1][1].text == "<5"
    assert Sum(small=2).text == "≥ 2"


def test_a_hidden_month_that_allows_nothing_to_be_said_is_a_cross():
    assert Sum(covers=1).text == "×"
    assert Sum(shown=12).value == 12
