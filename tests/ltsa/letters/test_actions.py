import hashlib
import io
import json
import uuid
from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import InternalError, connection, transaction
from pypdf import PdfReader

from ltsa.audit.models import Record
from ltsa.letters import actions
from ltsa.letters.kinds import KINDS
from ltsa.letters.models import Letter, LetterNumber, LetterText
from ltsa.letters.serving import copy_of, pdf_response
from ltsa.versions import Stale

SECRETS = ("Suharti", "3209145708990003", "081234567890", "Gebang", "TPO", "kekerasan", "Budi")


def example(kind: str, **changed) -> dict:
    shape = KINDS[kind]
    data = {one.key: one.example for one in shape.placeholders}
    if not shape.is_deed:
        data["kepada"] = ["Pimpinan PT Contoh Karya", "di Cirebon"]
    return data | changed


def coded(kind: str) -> dict:
    """As a caller tells of a restricted case: a code wherever a person could be named."""
    data = {
        one.key: [dict.fromkeys((c.key for c in one.columns), "-")] if one.columns else "K-7F3KQ2M"
        for one in KINDS[kind].placeholders
    }
    return data if KINDS[kind].is_deed else data | {"kepada": ["Lembaga penerima"]}


@pytest.fixture
def make(cast):
    def one(kind="invitation", who="meja.cirebon", **given):
        by = cast[who]
        given = {"data": example(kind), "restricted": False, "subject": uuid.uuid4()} | given
        return actions.make_letter(kind, organisation=by.posting.organisation, by=by, **given)

    return one


def words(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_printed_with_its_words_number_and_reference(make, kind):
    letter = make(kind)
    said = words(letter.content)
    assert letter.number in said and letter.reference in said
    assert "{" not in said and "PEMERINTAH KABUPATEN CIREBON" in said
    assert letter.digest == hashlib.sha256(letter.content).hexdigest()
    assert Record.objects.filter(verb="create", subject=letter.pk, fields=[kind]).count() == 1


@pytest.mark.parametrize("kind", KINDS)
def test_rule_4_a_restricted_letter_with_codes_alone_names_nobody(make, cast, kind):
    desk = cast["meja.cirebon"]
    letter = make(kind, data=coded(kind), restricted=True)
    said = words(letter.content)
    metadata = PdfReader(io.BytesIO(letter.content)).metadata
    name = pdf_response(letter, by=desk)["Content-Disposition"]
    everything = f"{said} {dict(metadata)} {name} {letter.content!r}"
    for secret in (*SECRETS, desk.full_name):
        assert secret not in everything
    assert metadata.title == "Surat" and metadata.author is None
    assert name == f'attachment; filename="{letter.reference}.pdf"'


def test_rule_12_a_survivors_paper_carries_the_officers_code(make, cast):
    letter = make("referral_letter", data=coded("referral_letter"), restricted=True)
    said = words(letter.content)
    assert cast["meja.cirebon"].staff_code in said and "Rahasia" in said
    assert "Nama Contoh Kepala Dinas" not in said


def test_numbers_are_in_order_for_each_office_and_year_and_a_refusal_takes_none(make, cast):
    first = make()
    with pytest.raises(ValidationError):
        make(data={})
    second, other = make("receipt"), make(who="sbmi.cirebon")
    assert [first.serial, second.serial, other.serial] == [1, 2, 1]
    assert first.number.startswith("560/0001/LTSA/")
    assert LetterNumber.objects.count() == 2


def test_a_restricted_letter_leaves_no_hole_among_the_others_and_tells_no_order(make):
    first, secrets = make(), [make(restricted=True) for _ in range(3)]
    second = make()
    assert (first.serial, second.serial) == (1, 2)
    assert len({letter.serial for letter in secrets}) == 3
    assert all(letter.serial >= 100_000 for letter in secrets)
    assert all(f"/{letter.serial}/" in f"/{letter.number}/" for letter in secrets)


def test_what_is_missing_is_named_and_an_unknown_key_is_a_mistake_of_the_caller(make):
    with pytest.raises(ValidationError, match="tempat"):
        make(data=example("invitation") | {"tempat": ""})
    with pytest.raises(ValidationError, match="surat ini untuk siapa"):
        make(data=example("invitation", kepada=[]))
    with pytest.raises(ValueError, match="alamat"):
        make(data=example("invitation", alamat="Gebang Kulon"))


def test_a_sign_that_cannot_be_printed_is_refused_and_nothing_is_kept(make):
    with pytest.raises(ValidationError, match="王"):
        make(data=example("invitation", pengadu="王小明"))
    assert not Letter.objects.exists() and not LetterNumber.objects.exists()


def test_forty_items_run_over_several_pages(make):
    items = [
        {"isi": f"Butir nomor {n} " + "panjang " * 12, "jumlah": (Decimal(1000 * n), "HKD"), "tenggat": date(2027, 1, 4)}
        for n in range(1, 41)
    ]  # fmt: skip
    letter = make("settlement", data=example("settlement", butir=items))
    pages = PdfReader(io.BytesIO(letter.content)).pages
    assert len(pages) > 1
    said = words(letter.content)
    assert all(f"Butir nomor {n} " in said for n in range(1, 41))
    assert "HKD 40.000,00" in said and "4 Januari 2027" in said
    assert f"Halaman 1 dari {len(pages)}" in said
    assert pages[1].extract_text().count("Yang disepakati") == 1  # the head of the table again


def test_the_database_keeps_a_letter_as_it_is_and_lets_it_be_voided_once(make, cast):
    letter, desk = make(), cast["meja.cirebon"]
    for change in ({"number": "1"}, {"content": b"%PDF"}, {"subject": uuid.uuid4()}):
        with pytest.raises(InternalError), transaction.atomic():
            Letter.objects.filter(pk=letter.pk).update(**change)
    with pytest.raises(InternalError), transaction.atomic():
        Letter.objects.filter(pk=letter.pk).delete()
    with pytest.raises(ValidationError):
        actions.void_letter(letter, reason=" ", by=desk)
    actions.void_letter(letter, reason="Salah tanggal", by=desk)
    with pytest.raises(ValidationError):
        actions.void_letter(letter, reason="Lagi", by=desk)
    letter = Letter.objects.get(pk=letter.pk)
    assert letter.is_void and letter.void_reason == "Salah tanggal"
    assert "BATAL" in words(copy_of(letter, by=desk))


def test_the_pdf_and_the_sheet_are_encrypted_in_their_columns(make):
    letter = make(data=example("invitation", pengadu="Nama Rahasia Contoh"))
    with connection.cursor() as cursor:
        cursor.execute("SELECT content, sheet FROM letters_letter WHERE id = %s", [letter.pk])
        content, sheet = cursor.fetchone()
    assert b"%PDF" not in bytes(content) and "Rahasia" not in sheet
    assert "Nama Rahasia Contoh" in json.dumps(Letter.objects.get(pk=letter.pk).sheet)


def test_a_working_copy_says_who_printed_it_and_the_letter_itself_does_not(make, cast):
    letter, desk = make(), cast["meja.cirebon"]
    line = f"Salinan kerja {desk.staff_code}"
    assert line in words(pdf_response(letter, by=desk, working_copy=True).content)
    answer = pdf_response(letter, by=desk)
    assert line not in words(answer.content) and answer.content == letter.content
    assert answer["Cache-Control"] == "no-store, private"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert Record.objects.filter(verb="print", subject=letter.pk).count() == 2


def test_an_officer_sees_her_own_letters_her_supervisor_the_offices_and_nobody_restricted_ones(
    make, cast
):
    letter, hidden = make(), make(data=coded("invitation"), restricted=True)

    def seen(who):
        return set(Letter.objects.visible_to(cast[who]))

    assert seen("meja.cirebon") == seen("supervisor.cirebon") == {letter}
    for who in (
        "konselor.cirebon",
        "sbmi.cirebon",
        "wcc.cirebon",
        "admin.cirebon",
        "ppdp",
        "pemirsa",
        "sistem",
        "meja.tulungagung",
    ):
        assert seen(who) == set()
    assert list(Letter.objects.about(hidden.subject)) == [hidden]


def test_a_district_changes_its_text_keeps_the_old_ones_and_goes_back(make, cast):
    admin = cast["admin.cirebon"]
    body = "Kami mengundang {pengadu}.\n\nAlinea kedua."
    text = actions.write_text("invitation", version=0, subject="Undangan", body=body, by=admin)
    assert (
        actions.write_text("invitation", version=1, subject="Undangan", body=body, by=admin) == text
    )
    letter = make()
    assert letter.text == text and "Alinea kedua." in words(letter.content)
    assert "Alinea kedua." not in words(make(who="meja.tulungagung").content)
    with pytest.raises(Stale):
        actions.write_text("invitation", version=0, subject="Lain", body="Lain", by=admin)
    actions.use_shipped_text("invitation", version=1, by=admin)
    assert "Dengan hormat" in words(make().content)
    assert LetterText.objects.count() == 2


@pytest.mark.parametrize(
    "body", ["Halo {nik}.", "Halo {nama", "Halo }", "{}", "Tabel {hadir} di tengah"]
)
def test_a_text_with_an_unknown_placeholder_is_refused_with_those_possible(cast, body):
    with pytest.raises(ValidationError) as refused:
        actions.write_text(
            "minutes", version=0, subject="Berita", body=body, by=cast["admin.cirebon"]
        )
    assert "body" in refused.value.message_dict
    assert not LetterText.objects.exists()
