import pytest
from django.core.exceptions import ValidationError

from cases.actions import add_note, correct_note
from cases.models import Case, CaseNote
from cases.transitions import NotPossible
from ltsa.timeline.models import Event


def test_a_correction_is_a_new_version_and_the_old_one_stays(make_case, cast):
    case, desk = make_case(), cast["meja.cirebon"]
    first = add_note(case, text="P3MI ditelepon.", by=desk)
    second = correct_note(first, text="P3MI ditelepon dua kali.", by=desk)
    notes = CaseNote.objects.visible_to(desk)
    assert list(notes.filter(case=case).current()) == [second]
    assert [note.text for note in notes.versions_of(first)] == [
        "P3MI ditelepon dua kali.",
        "P3MI ditelepon.",
    ]
    verbs = Event.objects.about(case.pk).values_list("verb", flat=True)
    assert {"note.add", "note.correct"} <= set(verbs)


def test_one_version_is_corrected_once(make_case, cast):
    desk = cast["meja.cirebon"]
    note = add_note(make_case(), text="Pertama.", by=desk)
    correct_note(note, text="Kedua.", by=desk)
    with pytest.raises(ValidationError):
        correct_note(note, text="Juga kedua.", by=desk)


def test_a_closed_case_takes_no_note(make_case, cast):
    case = make_case()
    Case.objects.filter(pk=case.pk).update(state="resolved")
    with pytest.raises(NotPossible):
        add_note(case, text="Terlambat.", by=cast["meja.cirebon"])


def test_a_restricted_case_takes_no_note_before_the_limits_were_explained(make_case, cast):
    head = cast["supervisor.cirebon"]
    case = make_case(restricted=True, types=(), account="", by=head)
    with pytest.raises(ValidationError):
        add_note(case, text="Cerita.", by=head)
