import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from ltsa.encrypted import EncryptedTextField, KeyMissing, decrypt, encrypt, keyed_hash
from services.models import Migrant


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_what_goes_in_comes_out(text):
    assert decrypt(encrypt(text)) == text


def test_the_same_text_never_looks_the_same():
    assert encrypt("3209305708990003") != encrypt("3209305708990003")


def test_a_newer_key_in_front_still_reads_the_old_and_finds_by_the_same_hash(settings):
    settings.FIELD_KEYS = ["old"]
    token, hashed = encrypt("rahasia"), keyed_hash("rahasia", "nik")
    settings.FIELD_KEYS = ["new", "old"]
    assert decrypt(token) == "rahasia"
    assert keyed_hash("rahasia", "nik") == hashed
    settings.FIELD_KEYS = ["new"]
    with pytest.raises(KeyMissing):
        decrypt(token)


def test_a_hash_depends_on_key_and_purpose(settings):
    settings.FIELD_KEYS = ["one"]
    first = keyed_hash("3209", "nik")
    assert first != keyed_hash("3209", "phone")
    settings.FIELD_KEYS = ["two"]
    assert first != keyed_hash("3209", "nik")
    assert keyed_hash("", "nik") == ""


@pytest.mark.parametrize("token", ["", "no token", "gAAAAA=="])
def test_a_tampered_value_is_not_read(token):
    with pytest.raises(KeyMissing):
        decrypt(token)


def test_an_encrypted_column_is_asked_only_whether_it_is_empty(make_migrant):
    client = make_migrant(nik="3209305708990003")
    assert list(Migrant.objects.exclude(nik="")) == [client]
    for wrong in ({"nik": "3209305708990003"}, {"nik__contains": "3209"}, {"nik__in": ["3209"]}):
        with pytest.raises(TypeError):
            Migrant.objects.filter(**wrong).exists()


def test_every_encrypted_column_of_the_house_holds_tokens(make_referral):
    referral = make_referral()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT r.needs, r.snapshot, c.account FROM cases_referral r JOIN cases_case c ON c.id = r.case_id "
            "WHERE r.id = %s",
            [referral.pk],
        )
        stored = cursor.fetchone()
    assert all(value.startswith("gAAAA") for value in stored)
    assert isinstance(type(referral)._meta.get_field("needs"), EncryptedTextField)
