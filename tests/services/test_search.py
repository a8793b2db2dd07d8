"""However she was spelt at a counter, she is among the first ten: recall@10 >= 0.95 of 1,000 mistakes in 400 names."""

import itertools
import random

import pytest

from ltsa.names import fold
from services.models import Migrant
from services.search import find_clients

FIRST = (
    "Siti Sri Suharti Wagiyem Rukmini Nurhayati Khotimah Jumini Yuliana Endang Partini Rohmah Aminah Tuti Wahyuni "
    "Sulastri Maryati Komariah Ningsih Fatimah"
).split()
LAST = (
    "Aminah Rahayu Lestari Handayani Wulandari Puspitasari Kusumawati Susilowati Rahmawati Setyowati Purwaningsih "
    "Mulyani Hidayati Astuti Yulianti Widiastuti Fitriani Sulistyowati Anggraeni Maesaroh"
).split()
NEIGHBOUR = dict(zip("abcdefghijklmnopqrstuvwxyz", "sbxfrdhgujkkmniqwtyrybezts", strict=False))


def letter(word, at):
    return at % len(word)


# Each mistake as it is made at a counter: (name of it, what becomes of a word of at least four letters).
MISTAKES = {
    "u for oe": lambda word, at: word.replace("u", "oe", 1),
    "j for dj": lambda word, at: word.replace("j", "dj", 1),
    "y for j": lambda word, at: word.replace("y", "j", 1),
    "v for f": lambda word, at: word.replace("f", "v", 1),
    "h left out": lambda word, at: word.replace("h", "", 1),
    "i for y": lambda word, at: word.replace("y", "i", 1),
    "double letter": lambda word, at: word[: letter(word, at)] + word[letter(word, at)] + word[letter(word, at) :],
    "letter left out": lambda word, at: word[: letter(word, at)] + word[letter(word, at) + 1 :],
    "two letters turned round": lambda word, at: word[: (i := at % (len(word) - 1))] + word[i + 1] + word[i] + word[i + 2 :],
    "neighbour on the keyboard": lambda word, at: word[: letter(word, at)] + NEIGHBOUR[word[letter(word, at)]] + word[letter(word, at) + 1 :],
    "a letter too many": lambda word, at: word[: letter(word, at)] + "a" + word[letter(word, at) :],
    "end cut off": lambda word, at: word[:-1],
}  # fmt: skip


def misspelt(name: str, mistake, at: int) -> str:
    """The mistake in the longest word of the name."""
    words = name.lower().split()
    longest = max(words, key=len)
    return " ".join(mistake(word, at) if word == longest else word for word in words)


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
    dice = random.Random(2026)
    seen = Migrant.objects.identified_for(cast["meja.cirebon"])
    asked, missed = 0, []
    while asked < 1000:
        name = dice.choice(register)
        kind = dice.choice(list(MISTAKES))
        typed = misspelt(name, MISTAKES[kind], dice.randrange(12))
        if typed == name.lower():
            continue
        asked += 1
        if name not in [row.full_name for row in find_clients(seen, typed)[:10]]:
            missed.append((name, typed, kind))
    recall = 1 - len(missed) / asked
    assert recall >= 0.95, (recall, missed[:20])


@pytest.fixture
def suharti(make_migrant):
    return make_migrant(nik="3209305708990003", phone="0812-3456-7890", passport="C 1234567")


@pytest.mark.parametrize(
    "typed",
    ["3209305708990003", "3209 3057 0899 0003", "081234567890", "+62 812 3456 7890", "7890", "c1234567", "C 1234567", "suharti"],
)  # fmt: skip
def test_she_is_found_by_every_number_she_left(cast, suharti, typed):
    seen = Migrant.objects.identified_for(cast["meja.cirebon"])
    assert list(find_clients(seen, typed)) == [suharti]


def test_she_is_found_by_her_code(cast, suharti):
    seen = Migrant.objects.identified_for(cast["meja.cirebon"])
    assert list(find_clients(seen, suharti.code.lower())) == [suharti]


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
