import pytest
from django.http import QueryDict

from cases.actions import accept_referral
from services.forms import MigrantForm
from services.forms.abilities import NAMES as ABILITIES
from services.forms.migrant import HOME_ONLY
from services.models import Migrant

NIK = "3209305708990003"
TOLD = {
    "full_name": "Suharti Contohsari", "sex": "female", "age_band": "25-35", "village": "32.09.30.2007",
    "client_type": "prospective", "phase": "before", "consent": "named",
}  # fmt: skip


@pytest.fixture
def form(cast):
    def fill(instance=None, by="meja.cirebon", **typed):
        body = QueryDict(mutable=True)
        body.update({name: value for name, value in (TOLD | typed).items() if value})
        return MigrantForm(body, user=cast[by], instance=instance)

    return fill


def test_nothing_more_is_required_than_who_where_and_consent(form):
    assert form().is_valid()


def test_without_scripts_the_nik_fills_what_is_empty_and_is_looked_at_before_it_is_saved(form):
    filled = form(nik=NIK, sex="", age_band="", use_nik="on")
    assert filled.is_valid()
    assert (filled.cleaned_data["sex"], f"{filled.cleaned_data['birth_date']}") == (
        "female", "1999-08-17",
    )  # fmt: skip
    assert filled.needs_second_look()
    whole = form(nik=NIK, birth_date="17/08/1999")
    assert whole.is_valid()
    assert not whole.needs_second_look()


def test_what_was_typed_is_never_overwritten(form):
    kept = form(nik=NIK, sex="male", birth_date="", use_nik="on")
    assert kept.is_valid()
    assert kept.cleaned_data["sex"] == "male"
    assert kept.needs_second_look()
    assert [one["code"] for one in kept.doubts] == ["nik_sex"]


def test_only_the_abilities_that_were_asked_are_kept(form):
    told = form(ability_seeing="3", ability_walking="1")
    assert told.is_valid()
    assert told.person()["abilities"] == {"seeing": 3, "walking": 1}
    silent = form()
    assert silent.is_valid()
    assert silent.person()["abilities"] is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("ability_seeing", "9"), ("ability_seeing", "x"), ("children", "-1"), ("children", "31"),
        ("children", "9" * 30), ("phone_owner", "boss"), ("contact_hours", "x" * 61), ("code_word", "x" * 41),
        ("family_card", "1" * 41), ("education", "phd"), ("languages", "x" * 81), ("passport_name", "a\0b"),
    ],
)  # fmt: skip
def test_a_wrong_answer_is_said_at_its_field_and_its_block_is_open(form, field, value):
    wrong = form(**{field: value})
    assert field in wrong.errors
    folded = [block for block in wrong.blocks() if field in getattr(block, "fields", [])]
    assert folded[0].open


def test_the_long_form_is_folded_until_something_is_told(cast):
    empty = MigrantForm(user=cast["meja.cirebon"])
    assert [block.open for block in empty.blocks() if hasattr(block, "open")] == [False] * 4


def test_masked_numbers_come_back_as_they_were_and_stars_are_no_number(form, make_migrant):
    client = make_migrant(nik=NIK, family_card="3209142501120001", code_word="mawar")
    same = form(client, nik="3209********0003", family_card="3209********0001", code_word="****")
    assert same.is_valid(), same.errors
    told = same.person()
    assert (told["nik"], told["family_card"], told["code_word"]) == (
        NIK, "3209142501120001", "mawar",
    )  # fmt: skip
    assert set(form(code_word="****", nik="****").errors) == {"code_word", "nik"}


def test_a_partner_who_may_edit_her_neither_reads_nor_writes_what_is_kept_at_home(
    cast, form, make_migrant, make_case, make_referral
):
    client = make_migrant(code_word="mawar", abilities={"seeing": 4}, education="primary")
    groups = ["identity", "contact", "journey"]
    accept_referral(
        make_referral(make_case(client), disclose=groups), contact="Ibu", by=cast["wcc.cirebon"]
    )
    theirs = form(Migrant.objects.get(pk=client.pk), by="wcc.cirebon", code_word="melati")
    assert not theirs.fields.keys() & {*HOME_ONLY, *ABILITIES}
    assert theirs.is_valid()
    assert not theirs.person().keys() & {*HOME_ONLY, "abilities", "disability"}
