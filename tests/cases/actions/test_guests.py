"""Behind the link of a partner without an account: PIN, one browser, the same answers as in the portal."""

from datetime import timedelta
from functools import partial

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from cases import actions
from cases.actions import guests
from cases.codes import Seen
from cases.disclosure import shown_parts
from cases.guest import Guest
from cases.models import OutsideLink, OutsideView, Referral, ReferralNote
from cases.transitions import NotPossible
from ltsa.clocks.models import Clock
from ltsa.notifications.models import Notification
from ltsa.timeline.models import Event
from services.models import AccessGrant
from tests.cases.links import answered, entered, linked, state, wrong


@pytest.fixture
def make_referral(make_referral, no_accounts):
    """To a house that has no account, unless said otherwise."""
    return partial(make_referral, to=no_accounts)


@pytest.fixture
def desk(cast):
    return cast["meja.cirebon"]


@pytest.fixture
def made(referral, desk):
    """(referral, link, secret, what the guest's browser keeps)"""
    link, secret = linked(referral, desk)
    return referral, link, secret, entered(secret)[0]


def views(link) -> list[str]:
    return list(link.views.values_list("what", flat=True))


def test_the_right_pin_opens_it_for_this_browser_alone(made):
    referral, link, secret, held = made
    assert actions.opened_link(secret.token, held) == link
    assert actions.opened_link(secret.token, "") is None
    assert actions.opened_link(secret.token, "lain") is None
    assert entered(secret) is None  # a stolen address with the PIN, in a second browser
    assert entered(secret, held="lain") is None
    assert entered(secret, held=held)[0] == held  # the first one, after a pause
    assert held not in str(OutsideLink.objects.values().get(pk=link.pk))
    referral.refresh_from_db()
    assert referral.first_opened_at is not None
    assert Event.objects.get(subject=referral.pk, verb="referral.open").by is None


def test_five_wrong_pins_kill_it_and_the_sender_hears_of_it(referral, desk):
    link, secret = linked(referral, desk)
    for _ in range(5):
        assert state(link) == ""
        assert entered(secret, pin=wrong(secret)) is None
    assert state(link) == "wrong_pin"
    assert entered(secret) is None
    assert views(link) == ["made", *["wrong_pin"] * 5, "ended"]
    assert Notification.objects.filter(kind="referral_moved", subject=referral.pk).exists()


def test_wrong_pins_from_elsewhere_do_not_kill_what_is_open(made):
    _, link, secret, held = made
    for _ in range(6):
        assert entered(secret, pin=wrong(secret)) is None
    assert state(link) == ""
    for _ in range(5):
        assert entered(secret, pin=wrong(secret), held=held) is None
    assert state(link) == "wrong_pin"


def test_a_link_that_is_not_there_costs_the_same_hash_and_leaves_nothing(made, monkeypatch):
    secret = made[2]
    hashed = []
    monkeypatch.setattr(guests, "check_password", lambda pin, kept: hashed.append(kept) or False)
    before = OutsideView.objects.count()
    unknown = type(secret)("x" * 43, secret.pin)
    for tried in (unknown, type(secret)("\0", "1"), type(secret)("\ud83d" * 9, "9" * 99)):
        assert entered(tried) is None
    assert len(hashed) == 3 and len(set(hashed)) == 1
    assert OutsideView.objects.count() == before
    assert entered(secret) is None and len(hashed) == 4


def test_after_ten_idle_minutes_the_pin_is_asked_again(made):
    _, _, secret, held = made
    OutsideLink.objects.update(last_seen_at=timezone.now() - timedelta(minutes=11))
    assert actions.opened_link(secret.token, held) is None
    assert actions.opened_link(secret.token, held, idle=guests.WRITING) is not None
    assert entered(secret, held=held)
    assert actions.opened_link(secret.token, held) is not None


def test_accepting_opens_what_she_consented_to(made):
    referral, link, secret, held = made
    guest = Guest(referral.to_id)
    assert list(shown_parts(referral, guest)) == ["minimum"]
    answered(secret, held, "accept", contact="Suster Contoh")
    referral.refresh_from_db()
    assert (referral.state, referral.contact) == ("accepted", "Suster Contoh")
    assert (referral.answered_by, referral.answered_outside) == (None, "Ibu Perawat Contoh")
    assert {"identity", "contact", "needs", "minimum"} == set(shown_parts(referral, guest))
    assert AccessGrant.objects.filter(subject=referral.pk).exists()
    assert not Clock.objects.ticking().filter(kind="referral_answer", subject=referral.pk).exists()
    told = Event.objects.get(subject=referral.pk, verb="referral.accept")
    assert (told.by, told.organisation_id) == (None, referral.to_id)
    assert Notification.objects.filter(kind="referral_accepted", subject=referral.pk).exists()
    assert state(link) == ""


def test_without_a_contact_the_one_who_answers_is_the_contact(made):
    referral, _, secret, held = made
    answered(secret, held, "accept")
    referral.refresh_from_db()
    assert referral.contact == "Ibu Perawat Contoh"


def test_a_refusal_is_the_end_of_it(made):
    referral, link, secret, held = made
    answered(secret, held, "decline", reason="full", note="Bulan depan bisa.")
    referral.refresh_from_db()
    assert (referral.state, referral.decline_reason) == ("declined", "full")
    assert ReferralNote.objects.get(referral=referral).outside == "Ibu Perawat Contoh"
    assert state(link) == "answered"
    assert actions.opened_link(secret.token, held) is None
    with pytest.raises(NotPossible):
        answered(secret, held, "decline", reason="full")


def test_a_report_of_service_is_the_last_thing(made):
    referral, link, secret, held = made
    answered(secret, held, "accept")
    answered(secret, held, "report_service", service="psychosocial", note="Sudah bertemu.")
    referral.refresh_from_db()
    assert referral.state == "service_given"
    note = ReferralNote.objects.get(referral=referral, kind="service_report")
    assert (note.by, note.outside) == (None, "Ibu Perawat Contoh")
    assert state(link) == "answered"


def test_a_question_is_asked_once(made):
    referral, link, secret, held = made
    for _ in range(2):
        answered(secret, held, "ask", text="Boleh datang Senin?")
    assert ReferralNote.objects.filter(referral=referral, kind="ask").count() == 1
    assert state(link) == ""


def test_a_report_before_accepting_is_refused(made):
    _, _, secret, held = made
    with pytest.raises(NotPossible):
        answered(secret, held, "report_service")
    with pytest.raises(ValidationError):
        answered(secret, held, "decline", reason="karena")


def test_nobody_answers_without_the_browser_that_gave_the_pin(referral, desk):
    _, secret = linked(referral, desk)
    for held in ("", "lain"):
        with pytest.raises(NotPossible):
            answered(secret, held, "accept")
    entered(secret)
    with pytest.raises(NotPossible):
        answered(secret, "lain", "accept")
    assert Referral.objects.get(pk=referral.pk).state == "sent"


def test_every_look_is_a_row(made):
    _, link, secret, held = made
    actions.ask_pin(secret.token, address="x")
    actions.ask_pin("tidak ada", address="x")
    actions.read_link(link, groups=["minimum"], address="x")
    answered(secret, held, "accept")
    assert views(link) == [Seen.MADE, Seen.OPENED, Seen.ASKED, Seen.READ, Seen.ACTED]
