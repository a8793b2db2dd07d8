from datetime import timedelta

import pytest
from django.utils import timezone

from services.forms import TalkForm


@pytest.fixture
def fill(cast):
    def form(**typed):
        told = {
            "channel": "face_to_face",
            "kind": "legal",
            "outcome": "enough",
            "started_at": moment(timedelta(0)),
        }
        return TalkForm(told | typed, user=cast["meja.cirebon"])

    return form


def moment(ago: timedelta) -> str:
    return f"{timezone.localtime() - ago:%d/%m/%Y %H.%M}"


def test_by_phone_identity_and_consent_are_asked_and_face_to_face_they_are_not(fill):
    assert set(fill(channel="phone").errors) == {"identity_check", "consent_read"}
    form = fill(channel="chat", identity_check="code_word", consent_read="False")
    assert form.is_valid()
    assert (form.cleaned_data["identity_check"], form.cleaned_data["consent_read"]) == (
        "code_word",
        False,
    )
    form = fill(identity_check="code_word", consent_read="True")
    assert form.is_valid()
    assert (form.cleaned_data["identity_check"], form.cleaned_data["consent_read"]) == ("", None)


def test_an_earlier_day_is_marked_as_copied_and_saved_by_pressing_again(fill):
    form = fill(started_at=moment(timedelta(days=3)), paper_number="112")
    assert set(form.errors) == {"started_at"}
    assert form["from_paper"].value()
    again = fill(started_at=moment(timedelta(days=3)), paper_number="112", from_paper="on")
    assert again.is_valid()
    assert (again.cleaned_data["entry"], again.cleaned_data["paper_number"]) == ("paper", "112")


def test_what_happened_today_is_live_and_has_no_number_in_the_book(fill):
    form = fill(paper_number="112", started_at=moment(timedelta(hours=20)))
    assert form.is_valid()
    assert (form.cleaned_data["entry"], form.cleaned_data["paper_number"]) == ("live", "")


def test_a_book_older_than_two_years_is_a_mistyped_year(fill):
    form = fill(started_at=moment(timedelta(days=900)), from_paper="on")
    assert set(form.errors) == {"started_at"}
