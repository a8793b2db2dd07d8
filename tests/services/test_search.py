"""However she was spelt at a counter, she is among the first ten: recall@10 >= 0.95 of 1,000 mistakes in 400 names."""

import itertools
import random
from collections import Counter

import pytest

from ltsa.names import fold
from services.models import Migrant
from services.search import find_clients
from tests.benchmarks.misspellings import KINDS, misspelt

FIRST = (
    "Siti Sri Suharti Wagiyem Rukmini Nurhayati Khotimah Jumini Yuliana Endang Partini Rohmah Aminah Tuti Wahyuni "
    "Sulastri Maryati Komariah Ningsih Fatimah"
).split()
LAST = (
    "Aminah Rahayu Lestari Handayani Wulandari Puspitasari Kusumawati Susilowati Rahmawati Setyowati Purwaningsih "
    "Mulyani Hidayati Astuti Yulianti Widiastuti Fitriani Sulistyowati Anggraeni Maesaroh"
).split()


@pytest.fixture
def register(cast):
    """The names of 400 people of one district, every first name with every last one."""
    desk = cast["meja.cirebon"]
    posting = desk.posting
    names = [f"{first} {last}" for first, last in itertools.product(FIRST, LAST)]
    Migrant.objects.bulk_create(
        Migrant(
            code=f"K-{number:07d}",
            full_name=name,
            search_name=fold(name),
            sex="female",
            age_band="25-35",
            village_id="32.09.30.2007",
            client_type="prospective",
            phase="before",
            consent="named",
            registered_by=posting.organisation,
            service_point=posting.service_point,
            district_id=posting.district_id,
            created_by=desk,
        )
        for number, name in enumerate(names)
    )
    return names


def test_she_is_among_the_first_ten_however_she_was_spelt(cast, register):
    """Each kind of mistake that tests/benchmarks/misspellings.py knows, and all together."""
    dice = random.Random(2026)
    seen = Migrant.objects.identified_for(cast["meja.cirebon"])
    asked, missed = Counter(), []
    while sum(asked.values()) < 1000:
        name = dice.choice(register)
        kind, typed = misspelt(name, dice)
        asked[kind] += 1
        if name not in [row.full_name for row in find_clients(seen, typed)[:10]]:
            missed.append((kind, name, typed))
    recall = 1 - len(missed) / 1000
    assert recall >= 0.95, (recall, missed[:20])
    by_kind = Counter(kind for kind, _, _ in missed)
    assert all(by_kind[kind] <= max(2, asked[kind] * 0.25) for kind in KINDS), by_kind


@pytest.fixture
def suharti(make_migrant):
    return make_migrant(nik="3209305708990003", phone="0812-3456-7890", passport="C 1234567")


@pytest.mark.parametrize(
    "typed",
    [
        "3209305708990003", "3209 3057 0899 0003", "081234567890", "+62 812 3456 7890", "7890", "c1234567", "C 1234567",
        "suharti", "suharti 7890", "Soeharti 7890",
    ],
)  # fmt: skip
def test_she_is_found_by_every_number_she_left(cast, suharti, typed):
    seen = Migrant.objects.identified_for(cast["meja.cirebon"])
    assert list(find_clients(seen, typed)) == [suharti]


def test_she_is_found_by_her_code(cast, suharti):
    seen = Migrant.objects.identified_for(cast["meja.cirebon"])
    assert list(find_clients(seen, suharti.code.lower())) == [suharti]


@pytest.mark.parametrize(
    "typed", ["suharti gebang kulon", "gebang kulon suharti", "suharti gebang", "soeharti GEBANG"]
)
def test_the_village_or_kecamatan_may_stand_with_the_name(cast, make_migrant, typed):
    here = make_migrant(village_id="32.09.30.2007")
    for _ in range(2):
        make_migrant(village_id="32.09.01")
    seen = Migrant.objects.identified_for(cast["meja.cirebon"])
    assert find_clients(seen, typed)[0] == here


def test_a_name_with_another_tail_finds_nobody(cast, suharti):
    assert not find_clients(Migrant.objects.identified_for(cast["meja.cirebon"]), "suharti 1111")


def test_who_was_merged_is_found_by_the_number_of_her_other_record_and_shown_once(
    cast, suharti, make_migrant
):
    kept = make_migrant(full_name="Suharti Andaisari", phone="0812-3456-7890")
    Migrant.objects.filter(pk=suharti.pk).update(merged_into=kept)
    seen = Migrant.objects.identified_for(cast["meja.cirebon"])
    for typed in ("3209305708990003", "081234567890", "suharti"):
        assert find_clients(seen, typed) == [kept]


@pytest.mark.parametrize(
    "typed", ["", " ", "😀", "320930570899000", "0" * 100_000, "%", "\u202e", "'; --"]
)
def test_what_is_nobody_finds_nobody(cast, suharti, typed):
    seen = Migrant.objects.identified_for(cast["meja.cirebon"])
    assert list(find_clients(seen, typed)) == []


def test_a_number_finds_nobody_of_another_house(cast, suharti):
    for who in ("wcc.cirebon", "meja.tulungagung", "admin.cirebon"):
        seen = Migrant.objects.identified_for(cast[who])
        assert not find_clients(seen, "3209305708990003")
