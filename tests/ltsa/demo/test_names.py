from datetime import date

import pytest

from ltsa import nik
from ltsa.demo import names
from ltsa.demo.stage import Chance
from ltsa.phone import normalise


@pytest.mark.parametrize("sex", ["female", "male"])
def test_a_nik_agrees_with_what_it_stands_for(sex):
    number = names.nik("32.09.30.2007", date(1999, 8, 17), sex, Chance("test"))
    assert nik.warnings(number, sex=sex, birth_date=date(1999, 8, 17)) == []
    assert nik.parse(number).subdistrict_code == "32.09.30"
    assert nik.parse(number).serial.startswith("99")


def test_phone_numbers_have_their_form_and_differ():
    assert normalise(names.phone(42)) == names.phone(42) == "+6281200000042"
    assert len({names.phone(number) for number in range(10_000)}) == 10_000


def test_names_have_at_least_two_words():
    chance = Chance("test")
    assert all(" " in names.full_name(sex, chance) for sex in ("female", "male") for _ in range(99))
