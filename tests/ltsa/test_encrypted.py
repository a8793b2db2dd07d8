import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from ltsa.encrypted import (
    EncryptedBinaryField,
    EncryptedTextField,
    KeyMissing,
    decrypt,
    decrypt_bytes,
    encrypt,
    encrypt_bytes,
    keyed_hash,
)
from services.models import Migrant


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_what_goes_in_comes_out(text):
    assert decrypt(encrypt(text)) == text


@given(st.binary())
def test_the_bytes_that_go_in_come_out(content):
    assert decrypt_bytes(encrypt_bytes(content)) == content


def test_a_file_takes_hardly_more_in_the_column_and_never_looks_the_same():
    content = b"%PDF-1.7" + bytes(30_000)
    token = encrypt_bytes(content)
    assert len(token) < len(content) + 100
    assert b"%PDF" not in token and token != encrypt_bytes(content)


@pytest.mark.django_db
def test_a_binary_column_writes_a_token_and_reads_the_file():
    field = EncryptedBinaryField()
    written = field.get_db_prep_value(b"%PDF-1.7", connection)
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s::bytea", [written])
        stored = cursor.fetchone()[0]
    assert bytes(stored) != b"%PDF-1.7"
    assert field.from_db_value(stored, None, connection) == b"%PDF-1.7"
    assert field.from_db_value(None, None, connection) is None


def test_a_binary_column_takes_bytes_alone_and_is_not_searched():
    field = EncryptedBinaryField(name="content")
    for wrong in ("%PDF", 7, ["%PDF"]):
        with pytest.raises(TypeError):
            field.get_prep_value(wrong)
    for lookup in ("contains", "gt", "in"):
        with pytest.raises(TypeError):
            field.get_lookup(lookup)


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


@pytest.mark.parametrize("token", [b"", b"no token", b"\x80" + bytes(60)])
def test_a_tampered_file_is_not_read(token):
    with pytest.raises(KeyMissing):
        decrypt_bytes(token)


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
