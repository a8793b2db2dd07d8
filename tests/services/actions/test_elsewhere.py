from datetime import timedelta

import pytest
from django.utils import timezone

from ltsa.audit.models import Record
from services.actions import ask_elsewhere
from services.actions.elsewhere import MOST, SEARCH, TooMany

NIK = "3209145708990003"


def test_each_question_is_kept_with_its_fields_and_never_with_what_was_asked(cast, make_migrant):
    make_migrant(by="sbmi.cirebon", nik=NIK)
    desk = cast["meja.cirebon"]
    for number in (NIK, "3209145708990009"):
        ask_elsewhere({"nik": number, "phone": ""}, by=desk)
    lines = Record.objects.filter(by=desk, subject_type=SEARCH)
    assert [(line.verb, line.fields, line.subject, line.reason) for line in lines] == [
        ("search", ["nik"], None, "")
    ] * 2


def test_after_twenty_questions_in_an_hour_the_next_one_waits(cast):
    desk = cast["meja.cirebon"]
    for _ in range(MOST):
        ask_elsewhere({"nik": NIK}, by=desk)
    with pytest.raises(TooMany) as refused:
        ask_elsewhere({"nik": NIK}, by=desk)
    first = Record.objects.filter(by=desk, subject_type=SEARCH).earliest("at")
    assert refused.value.until == first.at + timedelta(hours=1)
    assert Record.objects.filter(by=desk, subject_type=SEARCH).count() == MOST
    assert ask_elsewhere({"nik": NIK}, by=cast["supervisor.cirebon"]) is False
    assert refused.value.until > timezone.now()
