"""A withdrawal reaches whoever read behind a link: a mail with one button, or her word told to the sender."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from cases import actions
from cases.models import DeletionRequest
from cases.transitions import NotYours
from ltsa.audit.models import Record
from ltsa.clocks.models import Clock
from ltsa.notifications.models import Notification
from ltsa.timeline.models import Event
from tests.cases.links import HERE, answered, entered, linked, wrong

MAIL = "klinik@contoh.test"


@pytest.fixture
def desk(cast):
    return cast["meja.cirebon"]


@pytest.fixture
def outside(make_referral, no_accounts):
    """A referral to a house in which nobody has an account."""
    return make_referral(to=no_accounts)


def withdrawn(referral, desk, *, way="mail", answer=True):
    _, secret = linked(referral, desk, way=way, address=MAIL, why="Lewat telepon.")
    held = entered(secret)[0]
    if answer:
        answered(secret, held, "accept", name="Suster Contoh")
    actions.withdraw_consent(referral.consent, by=desk)
    row = DeletionRequest.objects.get(referral=referral)
    row.pin = secret.pin
    return row


def confirmed(row, token, pin="") -> bool:
    return actions.confirm_deletion_outside(token, pin or row.pin, address=HERE)


def mailed(row) -> str:
    """The token in the mail."""
    mail = Notification.objects.get(kind="outside", subject=row.pk)
    assert mail.address == MAIL
    return re.search(r"/tamu/([\w-]+)/hapus/", mail.mail_body)[1]


def test_rule_7_whoever_read_by_a_link_is_asked_by_a_mail_that_names_nobody(outside, desk):
    row = withdrawn(outside, desk)
    mail = Notification.objects.get(kind="outside", subject=row.pk)
    text = f"{mail.mail_subject} {mail.mail_body}".lower()
    for word in (str(outside.case.migrant), outside.code, str(outside.to), "setuju", "dicabut"):
        assert word.lower() not in text
    assert mailed(row) not in str(DeletionRequest.objects.values().get())


def test_rule_7_who_only_opened_it_is_asked_too_and_who_was_given_paper_gets_no_mail(
    make_referral, no_accounts, desk
):
    assert mailed(withdrawn(make_referral(to=no_accounts), desk, answer=False))
    row = withdrawn(make_referral(to=no_accounts), desk, way="print")
    assert not Notification.objects.filter(kind="outside", subject=row.pk).exists()


def test_rule_7_every_address_that_opened_it_is_asked_however_its_link_ended(outside, desk):
    for way, address in (("mail", "salah@contoh.test"), ("mail", MAIL), ("print", "")):
        entered(linked(outside, desk, way=way, address=address, why="Lewat telepon.")[1])
    actions.withdraw_consent(outside.consent, by=desk)
    row = DeletionRequest.objects.get(referral=outside)
    mails = Notification.objects.filter(kind="outside", subject=row.pk)
    assert {mail.address for mail in mails} == {"salah@contoh.test", MAIL}


def test_rule_7_her_button_confirms_once_with_her_name_and_stops_the_clock(outside, desk):
    row = withdrawn(outside, desk)
    token = mailed(row)
    assert confirmed(row, token)
    assert not confirmed(row, token)
    row.refresh_from_db()
    assert (row.confirmed_how, row.confirmed_name, row.confirmed_by) == (
        "link",
        "Suster Contoh",
        None,
    )
    assert row.token_digest == ""
    assert not Clock.objects.ticking().about(row.pk).exists()
    told = Event.objects.get(verb="deletion.confirm")
    assert (told.by, told.organisation_id) == (None, row.organisation_id)
    assert Record.objects.filter(subject=row.pk, reason="tautan tamu").exists()


def test_rule_7_without_an_answer_it_is_the_link_that_confirmed(outside, desk):
    row = withdrawn(outside, desk, answer=False)
    assert confirmed(row, mailed(row))
    row.refresh_from_db()
    assert row.confirmed_name == "tautan tamu"


def test_rule_7_whoever_reads_the_mail_without_the_pin_confirms_nothing(outside, desk):
    """Five wrong ones and the right one is refused too: the sender writes down what she is told by phone."""
    row = withdrawn(outside, desk)
    token, bad = mailed(row), wrong(row)
    assert not any(confirmed(row, token, bad) for _ in range(4))
    link = outside.links.get()
    assert link.wrong_pins == 4
    assert link.views.filter(what="wrong_pin", address=HERE).count() == 4
    assert not confirmed(row, token, bad)
    assert not confirmed(row, token)
    assert outside.links.get().wrong_pins == 5
    row.refresh_from_db()
    assert row.confirmed_at is None


def test_rule_7_the_pin_of_another_referral_confirms_nothing(outside, make_referral, desk):
    other = make_referral(to=outside.to)
    rows = withdrawn(outside, desk), withdrawn(other, desk)
    if rows[0].pin != rows[1].pin:
        assert not confirmed(rows[0], mailed(rows[0]), rows[1].pin)


def test_an_empty_or_unknown_token_confirms_nothing(outside, desk):
    row = withdrawn(outside, desk, way="print")
    for token in ("", "x" * 43, "\0"):
        assert not confirmed(row, token)
    row.refresh_from_db()
    assert row.confirmed_at is None


def test_rule_7_the_sender_writes_down_whose_word_it_was_and_when(outside, desk):
    row = withdrawn(outside, desk)
    token, today = mailed(row), timezone.localdate()
    done = actions.note_deletion(row, how="phone", name=" Suster Contoh ", on=today, by=desk)
    assert (done.confirmed_how, done.confirmed_name, done.confirmed_on, done.confirmed_by) == (
        "phone",
        "Suster Contoh",
        today,
        desk,
    )
    assert not Clock.objects.ticking().about(row.pk).exists()
    assert not confirmed(row, token)
    assert Notification.objects.get(kind="outside", subject=row.pk).state == "cancelled"


@pytest.mark.parametrize(
    "wrong", [{"how": "account"}, {"how": "link"}, {"name": " "}, {"days": 1}, {"days": -1}]
)
def test_a_word_without_how_who_or_a_possible_day_is_none(outside, desk, wrong):
    row = withdrawn(outside, desk)
    day = timezone.localdate() + timedelta(days=wrong.get("days", 0))
    told = {"how": "letter", "name": "Suster Contoh", "on": day} | wrong
    told.pop("days", None)
    with pytest.raises(ValidationError):
        actions.note_deletion(row, **told, by=desk)


def test_rule_7_of_a_house_with_accounts_the_sender_writes_down_nothing(cast, referral, desk):
    actions.accept_referral(referral, contact="Ibu Contoh", by=cast["wcc.cirebon"])
    actions.withdraw_consent(referral.consent, by=desk)
    row = DeletionRequest.objects.get(referral=referral)
    told = {"how": "phone", "name": "Ibu Contoh", "on": timezone.localdate()}
    for who in ("meja.cirebon", "wcc.cirebon"):
        with pytest.raises(NotYours):
            actions.note_deletion(row, **told, by=cast[who])
