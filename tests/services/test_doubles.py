"""Who may already be registered: the same person under another spelling or number, never one whom the reader may not know."""

import string
from datetime import date

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.actions import merge_clients
from services.doubles import MOST, Why, candidates
from services.models import Migrant

NIK = "3209145708990003"
VILLAGE, OTHER_VILLAGE = "32.09.30.2007", "32.09.30.2001"
BORN = date(1999, 8, 17)


@pytest.fixture
def desk(cast):
    return cast["meja.cirebon"]


def found(desk, **data) -> dict:
    return {one.migrant.pk: one.why for one in candidates(data, user=desk)}


@pytest.mark.parametrize(
    ("number", "typed", "why"),
    [
        ("nik", "3209 1457 0899 0003", Why.NIK),
        ("passport", "c 1234567", Why.PASSPORT),
        ("phone", "+62 812-3456-7890", Why.PHONE),
    ],
)
def test_the_same_number_is_the_same_person_however_it_is_written(
    desk, make_migrant, number, typed, why
):
    known = make_migrant(
        full_name="Wagiyem", nik=NIK, passport="C1234567", phone="081234567890", birth_date=BORN
    )
    assert found(desk, full_name="Orang Lain", **{number: typed}) == {known.pk: why}


@pytest.mark.parametrize(
    "typed", ["Contohsari Suharti", "Ibu Soeharti Contosari", "SUHHARTI CONTOHSARI", "Suharty Contohsari"]
)  # fmt: skip
def test_a_name_in_another_order_or_spelling_in_the_same_village_is_found(
    desk, make_migrant, typed
):
    known = make_migrant(village_id=VILLAGE)
    assert found(desk, full_name=typed, village=VILLAGE) == {known.pk: Why.NAME_VILLAGE}


def test_a_name_in_the_passport_and_a_nickname_do_not_hide_her(desk, make_migrant):
    known = make_migrant(passport_name="Suharti Binti Karto", nickname="Nining")
    assert known.pk in found(desk, full_name="Suharti Contohsari", village=VILLAGE)
    assert known.pk in found(desk, full_name="Suharti Karto", village=VILLAGE)


def test_a_namesake_of_another_village_or_another_birth_date_is_no_candidate(desk, make_migrant):
    make_migrant(birth_date=BORN)
    assert found(desk, full_name="Suharti Contohsari", village=OTHER_VILLAGE) == {}
    born = date(1975, 1, 3)
    assert found(desk, full_name="Suharti Contohsari", village=VILLAGE, birth_date=born) == {}


@pytest.mark.parametrize("name", ["Sri Contohsari", "Suharti Umpamawati", "Suharti"])
def test_half_a_name_alone_is_no_candidate(desk, make_migrant, name):
    make_migrant()
    assert found(desk, full_name=name, village=VILLAGE) == {}


def test_half_a_name_with_the_birth_date_and_village_is_a_candidate(desk, make_migrant):
    known = make_migrant(birth_date=BORN)
    told = {"full_name": "Suharti", "birth_date": BORN, "village": VILLAGE}
    assert found(desk, **told) == {known.pk: Why.NAME_BIRTH_VILLAGE}


def test_a_moved_woman_is_found_by_name_and_birth_date(desk, make_migrant):
    known = make_migrant(birth_date=BORN)
    told = {"full_name": "Suharti Contohsari", "birth_date": BORN, "village": OTHER_VILLAGE}
    assert found(desk, **told) == {known.pk: Why.NAME_BIRTH}


def test_the_surest_stands_first_and_there_are_at_most_five(desk, make_migrant):
    for _ in range(MOST + 3):
        make_migrant()
    sure = make_migrant(full_name="Nama Lainsekali", nik=NIK)
    told = {"full_name": "Suharti Contohsari", "village": VILLAGE, "nik": NIK}
    best = candidates(told, user=desk)
    assert len(best) == MOST
    assert best[0].migrant == sure


def test_a_merged_record_stands_for_the_one_that_stays(desk, make_migrant):
    stays, goes = make_migrant(full_name="Siti Umpamasih"), make_migrant(nik=NIK)
    merge_clients(goes, into=stays, reason="NIK sama", by=desk)
    assert found(desk, nik=NIK) == {stays.pk: Why.NIK}
    assert candidates({"nik": NIK}, user=desk, exclude=stays) == []


@pytest.mark.parametrize("data", [{}, {"full_name": "Suharti"}, {"village": VILLAGE}, {"nik": "*"}])
def test_too_little_is_not_looked_up(desk, make_migrant, data):
    make_migrant()
    assert desk.posting
    with CaptureQueriesContext(connection) as asked:
        assert candidates(data, user=desk) == []
    assert len(asked) <= 1


@pytest.mark.parametrize("crowd", [1, 9])
def test_it_is_one_statement_however_many_there_are(desk, make_migrant, crowd):
    for _ in range(crowd):
        make_migrant(nik=NIK, birth_date=BORN)
    told = {"full_name": "Suharti Contohsari", "village": VILLAGE, "nik": NIK, "birth_date": BORN}
    assert desk.posting
    with CaptureQueriesContext(connection) as asked:
        candidates(told, user=desk)
    assert len(asked) == 1


SIGNS = st.text(string.ascii_lowercase, min_size=3, max_size=9)
NAMES = st.lists(SIGNS, min_size=2, max_size=4, unique=True).map(lambda words: [w.title() for w in words])  # fmt: skip
OLD = {"u": "oe", "y": "j", "f": "v", "s": "z"}


def _respelt(words, draw) -> str:
    """The same words in another order, with letters doubled and in old spelling."""
    words = draw(st.permutations(words))
    place = draw(st.integers(0, len(words[0]) - 1))
    words[0] = words[0][:place] + words[0][place] + words[0][place:]
    return " ".join("".join(draw(st.sampled_from([sign, OLD.get(sign, sign)])) for sign in word) for word in words)  # fmt: skip


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data(), words=NAMES)  # fmt: skip
def test_the_same_person_is_a_candidate_in_any_order_and_spelling(desk, make_migrant, data, words):
    with transaction.atomic():
        known = make_migrant(full_name=" ".join(words))
        assert known.pk in found(desk, full_name=_respelt(words, data.draw), village=VILLAGE)
        transaction.set_rollback(True)


HOUSES = ["meja.cirebon", "konselor.cirebon", "sbmi.cirebon", "wcc.cirebon", "uptdppa.cirebon", "meja.tulungagung"]  # fmt: skip


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(asks=st.sampled_from(HOUSES), registers=st.lists(st.sampled_from(HOUSES), min_size=1, max_size=4))  # fmt: skip
def test_rule_10_no_candidate_lies_outside_whom_the_reader_may_know(
    make_migrant, cast, asks, registers
):
    told = {"full_name": "Suharti Contohsari", "village": VILLAGE, "birth_date": BORN, "nik": NIK}
    with transaction.atomic():
        for who in registers:
            make_migrant(by=who, nik=NIK, birth_date=BORN)
        named = set(Migrant.objects.identified_for(cast[asks]).values_list("pk", flat=True))
        best = candidates(told, user=cast[asks])
        assert {one.migrant.pk for one in best} <= named
        assert bool(best) == bool(named)
        transaction.set_rollback(True)


def test_every_part_of_the_question_has_an_index(desk, make_migrant):
    make_migrant(nik=NIK, phone="081234567890", passport="C1234567")
    told = {"full_name": "Suharti Contohsari", "village": VILLAGE, "birth_date": BORN}
    told |= {"nik": NIK, "phone": "081234567890", "passport": "C1234567"}
    with CaptureQueriesContext(connection) as asked:
        candidates(told, user=desk)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"EXPLAIN {asked[-1]['sql']}")
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert "Seq Scan on services_migrant" not in plan, plan
