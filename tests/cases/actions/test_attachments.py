from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from cases import actions
from cases.disclosure import shown_files
from cases.models import Referral
from services.models import Consent
from tests.cases.views.test_files import paper, photo


@pytest.fixture
def desk(cast):
    return cast["meja.cirebon"]


@pytest.fixture
def file(case, desk):
    return actions.add_file(case, upload=paper(), kind="payslip", note="Maret", by=desk)


@pytest.fixture
def sent(make_referral, case, file):
    return make_referral(case, attachments=[file])


def numbers(referral, user) -> list[int]:
    referral = Referral.objects.get(pk=referral.pk)
    return [item.file.number for item in shown_files(referral, user)]


def test_rule_6_a_file_is_open_to_the_recipient_only_once_she_has_accepted(sent, cast, desk):
    wcc = cast["wcc.cirebon"]
    assert numbers(sent, wcc) == []
    assert numbers(sent, desk) == [1]
    actions.accept_referral(sent, by=wcc)
    assert numbers(sent, wcc) == [1]


def test_rule_7_a_withdrawal_takes_it_away_at_once(sent, cast, desk):
    wcc = cast["wcc.cirebon"]
    taken = actions.accept_referral(sent, by=wcc)
    actions.withdraw_consent(taken.consent, by=desk)
    assert numbers(sent, wcc) == []


def test_rule_4_it_is_gone_on_the_day_after_the_consent(sent, cast):
    wcc = cast["wcc.cirebon"]
    actions.accept_referral(sent, by=wcc)
    yesterday = timezone.localdate() - timedelta(days=1)
    Consent.objects.filter(pk=sent.consent_id).update(expires_on=yesterday)
    assert numbers(sent, wcc) == []


def test_a_file_taken_off_the_list_is_gone_for_both_sides(sent, file, cast, desk):
    wcc = cast["wcc.cirebon"]
    actions.accept_referral(sent, by=wcc)
    actions.remove_file(file, reason="Salah klien.", by=desk)
    assert numbers(sent, wcc) == numbers(sent, desk) == []


def test_a_newer_version_travels_when_it_is_shared_again(sent, file, cast, desk):
    wcc = cast["wcc.cirebon"]
    taken = actions.accept_referral(sent, by=wcc)
    actions.replace_file(file, upload=photo(), by=desk)
    assert numbers(taken, wcc) == [1]
    actions.share_again(taken, by=desk)
    assert numbers(taken, wcc) == [2]
    assert taken.attachments.count() == 2


@pytest.mark.parametrize("which", ["another case", "another house", "taken off"])
def test_a_file_that_is_not_hers_to_send_is_refused(
    which, make_case, make_referral, case, cast, desk
):
    other = make_case(by="wcc.cirebon") if which == "another house" else make_case()
    by = cast["wcc.cirebon"] if which == "another house" else desk
    file = actions.add_file(
        case if which == "taken off" else other, upload=paper(), kind="payslip", by=by
    )
    if which == "taken off":
        actions.remove_file(file, reason="Salah klien.", by=by)
    with pytest.raises(ValidationError) as refusal:
        make_referral(case, attachments=[file])
    assert "attachments" in refusal.value.message_dict
    assert not Referral.objects.filter(case=case).exists()


def test_it_goes_along_to_the_next_house_with_the_new_consent(sent, file, cast, desk):
    wcc = cast["wcc.cirebon"]
    actions.decline_referral(sent, reason="full", by=wcc)
    sent.refresh_from_db()
    consent = {"method": "signature", "expires_on": timezone.localdate() + timedelta(days=9)}
    house = cast["sbmi.cirebon"].posting.organisation
    following = actions.reoffer_referral(
        sent, to=house, consent=consent, attachments=[file], by=desk
    )
    taken = actions.accept_referral(following, by=cast["sbmi.cirebon"])
    assert numbers(taken, cast["sbmi.cirebon"]) == [1]
    assert numbers(sent, wcc) == []
