"""A version that is gone from the desk is still there for what was answered to it."""

import pytest
from django.db.models import TextChoices

from cases import assessments
from cases.actions import assess
from cases.assessments import SHIPPED, Finding, Part, Question, Version, current, version_of
from cases.codes import Risk
from cases.plan_page import assessment_page


class Colour(TextChoices):
    RED = "red", "Merah"
    GREY = "unknown", "Tidak tahu"


LATER = Version(
    form="needs_risk",
    version="2027-1",
    title="Kebutuhan dan risiko, baru",
    parts=(Part("Bagian baru", (Question("light", "Lampu apa?", Colour),)),),
    results=Risk,
    scored=lambda answers: Finding("high" if answers["light"] == "red" else "low", ["Lampu."]),
)


def test_old_answers_keep_their_version_and_its_words(cast, case, monkeypatch):
    desk = cast["meja.cirebon"]
    old = assess(case, "needs_risk", answers={"threat": "yes"}, by=desk)
    monkeypatch.setattr(assessments, "SHIPPED", [*SHIPPED, LATER])
    new = assess(case, "needs_risk", answers={"light": "red"}, by=desk)
    assert current("needs_risk") is LATER
    assert (old.form_version, new.form_version) == ("2026-1", "2027-1")
    words = str(assessment_page(old)["parts"])
    assert "diancam" in words and "Lampu" not in words
    shown = assessment_page(new)
    assert shown["title"] == "Kebutuhan dan risiko, baru"
    assert [row["value"] for row in shown["parts"][0]["rows"]] == ["Merah"]
    assert shown["result"] == "Tinggi"


def test_a_question_that_is_not_known_or_answered_strangely_stays_unknown():
    assert LATER.cleaned({"light": "purple", "other": "red"}) == {"light": "unknown"}


def test_a_form_or_version_that_never_was_is_refused():
    with pytest.raises(KeyError):
        current("horoscope")
    with pytest.raises(KeyError):
        version_of("needs_risk", "1999-1")
