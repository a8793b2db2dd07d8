"""The link of a partner without an account: who may make it, what is kept of it, and what ends it."""

from datetime import timedelta
from functools import partial

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import timezone

from cases import actions
from cases.models import OutsideLink, Referral
from cases.transitions import NotPossible, NotYours
from ltsa.accounts.models import Posting, User
from ltsa.audit.models import Record
from ltsa.notifications.models import Notification
from ltsa.timeline.models import Event
from tests.addresses import give_address
from tests.cases.links import entered, linked, state


@pytest.fixture
def make_referral(make_referral, no_accounts):
    """To a house that has no account, unless said otherwise."""
    return partial(make_referral, to=no_accounts)


@pytest.fixture
def desk(cast):
    return cast["meja.cirebon"]


def test_neither_token_nor_pin_is_kept(referral, desk):
    link, secret = linked(referral, desk)
    kept = " ".join(str(value) for value in OutsideLink.objects.values().get().values())
    assert secret.token not in kept and secret.pin not in kept
    assert len(secret.token) == 43 and len(secret.pin) == 6
    assert Event.objects.filter(subject=referral.pk, verb="referral.link").count() == 1
    assert Record.objects.filter(subject=referral.pk, fields=["link"], by=desk).exists()
    assert [view.what for view in link.views.all()] == ["made"]


def test_a_new_link_is_the_end_of_the_one_before(referral, desk):
    old, old_secret = linked(referral, desk)
    linked(referral, desk)
    assert state(old) == "revoked"
    assert entered(old_secret) is None


def test_the_mail_names_nobody_and_carries_no_pin(referral, desk):
    _, secret = linked(
        referral, desk, way="mail", address="paroki@contoh.test", why="Belum dicocokkan."
    )
    mail = Notification.objects.get(kind="outside")
    assert (mail.address, mail.user) == ("paroki@contoh.test", None)
    text = f"{mail.mail_subject} {mail.mail_body}"
    assert secret.token in mail.mail_body and secret.pin not in text.replace(secret.token, "")
    client = referral.case.migrant
    for word in (
        str(client), client.code, referral.code, referral.case.code, str(referral.to), str(referral.sender),
        "WCC", "psikososial", "kekerasan",
    ):  # fmt: skip
        assert word.lower() not in text.lower()


def test_without_an_address_it_goes_to_the_house_and_else_nowhere(referral, desk, cast):
    with pytest.raises(ValidationError, match="surel"):
        linked(referral, desk, way="mail")
    give_address(referral.to, "lembaga@contoh.test", cast)
    linked(referral, desk, way="mail")
    assert Notification.objects.get(kind="outside").address == "lembaga@contoh.test"


def test_a_mail_that_has_not_gone_goes_no_more_when_its_link_ends(referral, desk):
    linked(referral, desk, way="mail", address="paroki@contoh.test", why="Belum dicocokkan.")
    actions.withdraw_referral(Referral.objects.get(pk=referral.pk), by=desk)
    mail = Notification.objects.get(kind="outside")
    assert (mail.state, mail.mail_body) == ("cancelled", "")


def test_it_ends_after_seven_days_or_with_her_consent(make_referral, desk):
    week, _ = linked(make_referral(), desk)
    assert timedelta(days=6) < week.expires_at - timezone.now() <= timedelta(days=7)
    short, _ = linked(make_referral(days=2), desk)
    assert timezone.localdate(short.expires_at) == timezone.localdate() + timedelta(days=2)


def test_a_restricted_case_opens_by_no_link(make_referral, told, wcc):
    """Rule 1: for named people alone; the words say what to do instead."""
    sent = make_referral(told, to="uptdppa.cirebon", by=wcc)
    with pytest.raises(ValidationError, match="perlu akun"):
        linked(sent, wcc)
    assert not OutsideLink.objects.exists()


def test_a_house_with_accounts_has_the_portal_and_gets_no_link(make_referral, desk):
    with pytest.raises(ValidationError, match="punya akun"):
        linked(make_referral(to="wcc.cirebon"), desk)
    assert not OutsideLink.objects.exists()


def test_the_address_is_kept_encrypted_and_not_in_the_history(referral, desk):
    link, _ = linked(
        referral, desk, way="mail", address="paroki@contoh.test", why="Belum dicocokkan."
    )
    assert OutsideLink.objects.get(pk=link.pk).address == "paroki@contoh.test"
    with connection.cursor() as cursor:
        cursor.execute("SELECT address FROM cases_outsidelink")
        assert "paroki" not in cursor.fetchone()[0]
    kept = OutsideLink.pgh_event_model.objects.values().first()
    assert "address" not in kept


def test_a_case_that_becomes_restricted_closes_its_links(referral, desk, cast):
    link, secret = linked(referral, desk)
    actions.restrict_case(referral.case, by=cast["supervisor.cirebon"])
    assert entered(secret) is None
    assert state(link) == "withdrawn"


def test_only_the_house_that_sent_it_makes_or_ends_one(referral, cast, desk):
    linked(referral, desk)
    for who in ("wcc.cirebon", "sbmi.cirebon", "admin.cirebon", "meja.tulungagung"):
        with pytest.raises(NotYours):
            linked(referral, cast[who])
        with pytest.raises(NotYours):
            actions.revoke_links(referral, by=cast[who])


def test_a_draft_and_what_has_ended_get_none(make_referral, desk):
    with pytest.raises(NotPossible):
        linked(make_referral(sent=False), desk)
    with pytest.raises(NotPossible):
        linked(actions.withdraw_referral(make_referral(), by=desk), desk)


@pytest.mark.parametrize("opened", [False, True])
def test_it_is_dead_at_once_when_referral_or_consent_is_withdrawn(make_referral, desk, opened):
    for end in (_withdraw, _withdraw_consent):
        sent = make_referral()
        link, secret = linked(sent, desk)
        held = entered(secret)[0] if opened else ""
        end(sent, desk)
        assert state(link) == "withdrawn"
        link.refresh_from_db()
        assert link.dead_at is not None
        assert entered(secret, held=held) is None
        assert actions.opened_link(secret.token, held) is None


def _withdraw(sent, desk):
    actions.withdraw_referral(sent, by=desk)


def _withdraw_consent(sent, desk):
    actions.withdraw_consent(sent.consent, by=desk)


def test_it_is_dead_when_its_time_is_over(referral, desk):
    link, secret = linked(referral, desk)
    OutsideLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert entered(secret) is None
    assert state(link) == "expired"


def test_the_sender_ends_it(referral, desk):
    link, secret = linked(referral, desk)
    assert actions.revoke_links(referral, by=desk) == 1
    assert actions.revoke_links(referral, by=desk) == 0
    assert state(link) == "revoked"
    assert entered(secret) is None


def test_it_is_dead_once_the_house_has_answered_in_the_portal(referral, desk, wcc, no_accounts):
    link, secret = linked(referral, desk)
    Posting.objects.filter(user=wcc).update(organisation=no_accounts)  # it has an account now
    wcc = User.objects.get(pk=wcc.pk)
    actions.accept_referral(Referral.objects.get(pk=referral.pk), by=wcc)
    assert entered(secret) is None
    assert state(link) == "answered"
