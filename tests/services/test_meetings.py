from datetime import timedelta

import pytest
from django.utils import timezone

from services import actions
from services.attendance import read_list
from services.meetings import attendee_rows, quiz

pytestmark = pytest.mark.django_db


@pytest.fixture
def hold(cast):
    def meeting(text: str = "", by="meja.cirebon", **told):
        session = actions.log_session(
            kind="information",
            channel="village_post",
            started_at=timezone.now() - timedelta(hours=2),
            outcome="enough",
            title="Penyuluhan contoh",
            by=cast[by],
            **told,
        )
        lines = read_list(text, user=cast[by], phase="before", age_band="25-35")
        return actions.add_attendees(session, lines=lines, by=cast[by])

    return meeting


def test_a_client_and_a_stranger_stand_in_the_order_of_the_list(cast, hold, make_migrant):
    make_migrant(full_name="Suharti Contohsari")
    meeting = hold("Dewi Umpama; P\nSuharti Contohsari; P; 27; Gebang Kulon")
    rows = attendee_rows(meeting, cast["meja.cirebon"])
    assert [(row["name"], row["known"]) for row in rows] == [
        ("Dewi Umpama", False),
        ("Suharti Contohsari", True),
    ]


def test_the_rows_cost_the_same_for_many(cast, hold, migrant, django_assert_max_num_queries):
    meeting = hold("".join(f"Peserta Contoh {number}; P\n" for number in range(60)))
    with django_assert_max_num_queries(2):
        assert len(attendee_rows(meeting, cast["meja.cirebon"])) == 60


def test_the_quiz_is_averaged_over_those_who_did_both(hold):
    meeting = hold("nama;lp;kuis awal;kuis akhir\nDewi;P;4;8\nJoko;L;5;8\nTini;P;1;", quiz_of=10)
    assert quiz(meeting) == "4,5 menjadi 8, dari 10"


def test_without_names_the_averages_stand_as_they_were_typed(hold):
    assert quiz(hold(quiz_of=10, quiz_before="5.25", quiz_after="7")) == "5,2 menjadi 7, dari 10"


def test_without_a_quiz_there_is_nothing_to_say(hold):
    assert quiz(hold()) == ""
