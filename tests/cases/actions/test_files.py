import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from cases.actions import add_file, remove_file, replace_file
from cases.models import Case, CaseFile, CaseFileContent
from ltsa.audit.models import Record
from ltsa.timeline.models import Event
from tests.ltsa.uploads.papers import pdf


def paper(words: bytes = b"Slip gaji"):
    return SimpleUploadedFile("Slip Suharti Contohsari.pdf", pdf(words), "application/pdf")


def add(case, by, **told):
    return add_file(case, **{"upload": paper(), "kind": "payslip", "by": by, **told})


def test_a_file_is_kept_encrypted_numbered_and_without_its_name(case, cast):
    by = cast["meja.cirebon"]
    first, second = add(case, by, note="Maret"), add(case, by)
    assert (first.number, second.number) == (1, 2)
    assert first.name == f"{case.code}-1.pdf"
    assert bytes(CaseFileContent.objects.get(file=first).content) == pdf(b"Slip gaji")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT f.*, c.content FROM cases_casefile f JOIN cases_casefilecontent c ON f.id = c.file_id"
        )
        rows = repr([[bytes(cell) if isinstance(cell, memoryview) else cell for cell in row] for row in cursor])  # fmt: skip
    assert "Maret" not in rows
    assert "Suharti" not in rows
    assert "%PDF" not in rows


def test_what_happens_to_a_file_stands_on_the_timeline_and_in_the_trail(case, cast):
    by = cast["meja.cirebon"]
    file = add(case, by)
    newer = replace_file(file, upload=paper(b"Lebih jelas"), by=by)
    remove_file(newer, reason="Salah kasus", by=by)
    told = Event.objects.filter(subject=case.pk, verb__startswith="file.")
    assert set(told.values_list("verb", flat=True)) == {"file.add", "file.replace", "file.remove"}
    assert {event.client for event in told} == {case.migrant_id}
    assert not any("Salah" in str(event.detail) for event in told)
    assert Record.objects.filter(subject__in=[file.pk, newer.pk]).count() == 3


def test_a_file_of_a_restricted_case_leaves_no_line_at_the_client(make_case, cast):
    by = cast["konselor.cirebon"]
    case = make_case(by=by, types=("GBV02",), limits_explained=True)
    file = add(case, by, kind="evidence")
    event = Event.objects.get(subject=case.pk, verb="file.add")
    assert event.client is None
    assert file.name == f"{case.code}-1.pdf"
    assert "GBV" not in file.name


def test_before_the_limits_were_explained_nothing_is_kept(make_case, cast):
    by = cast["konselor.cirebon"]
    case = make_case(by=by, types=(), account="", restricted=True)
    with pytest.raises(ValidationError):
        add(case, by)
    assert not CaseFile.objects.exists()


def test_a_new_version_takes_the_place_of_the_old_one_once(case, cast):
    by = cast["meja.cirebon"]
    old = add(case, by)
    newer = replace_file(old, upload=paper(b"Halaman lengkap"), by=by)
    seen = CaseFile.objects.visible_to(by)
    assert list(seen.current()) == [newer]
    assert list(seen.versions_of(old)) == [newer, old]
    assert (newer.kind, newer.number) == ("payslip", 2)
    with pytest.raises(ValidationError):
        replace_file(old, upload=paper(b"Lain lagi"), by=by)
    assert CaseFile.objects.count() == 2


def test_what_is_taken_off_the_list_is_hidden_with_all_its_versions_and_kept(case, cast):
    by = cast["meja.cirebon"]
    newer = replace_file(add(case, by), upload=paper(b"Dua"), by=by)
    with pytest.raises(ValidationError):
        remove_file(newer, reason="  ", by=by)
    remove_file(newer, reason="Salah kasus", by=by)
    remove_file(newer, reason="Sekali lagi", by=by)
    assert not CaseFile.objects.visible_to(by).exists()
    assert CaseFileContent.objects.count() == 2
    assert {file.removed_reason for file in CaseFile.objects.all()} == {"Salah kasus"}
    assert Event.objects.filter(verb="file.remove").count() == 1


def test_a_closed_case_takes_no_file(case, cast):
    by = cast["meja.cirebon"]
    file = add(case, by)
    Case.objects.filter(pk=case.pk).update(state="resolved")
    for verb in (
        lambda: add(case, by),
        lambda: replace_file(file, upload=paper(b"x"), by=by),
        lambda: remove_file(file, reason="Salah", by=by),
    ):
        with pytest.raises(ValidationError) as said:
            verb()
        assert said.value.code == "state"


def test_another_house_adds_nothing(case, cast):
    with pytest.raises(ValidationError):
        add(case, cast["wcc.cirebon"])


def test_a_kind_that_does_not_exist_is_refused(case, cast):
    with pytest.raises(ValidationError):
        add(case, cast["meja.cirebon"], kind="rahasia")


def test_a_refused_file_leaves_nothing(case, cast):
    drawing = SimpleUploadedFile("a.pdf", b"<svg onload='alert(1)'/>", "application/pdf")
    with pytest.raises(ValidationError):
        add(case, cast["meja.cirebon"], upload=drawing)
    assert not CaseFile.objects.exists()
