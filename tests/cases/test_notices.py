"""Rule 4: no message holds a person, a type of case, a place, a partner or a reason, whatever happened to whatever case."""

import re

import pytest

from cases import actions, notices
from cases.models import CaseType, Referral
from ltsa.notifications.models import Notification
from ltsa.organisations.models import Organisation

REASON = "Alasan yang sangat pribadi"
CLIENT = {
    "full_name": "Suharti Contohsari",
    "nickname": "Harti",
    "nik": "3209305708990003",
    "phone": "081234567890",
    "passport": "C1234567",
    "destination": "Taiwan",
}


@pytest.fixture
def tell_everything(cast, make_migrant, make_case, make_referral):
    """`tell_everything(type)`: every notice that there is, about one case that is of this type now."""
    desk, wcc = cast["meja.cirebon"], cast["wcc.cirebon"]
    case = make_case(make_migrant(by=desk, **CLIENT), by=desk, account=REASON)
    referral = make_referral(case, by=desk, needs=REASON, priority="emergency")
    actions.accept_referral(referral, contact="Ibu Piket", by=wcc)
    referral = Referral.objects.get(pk=referral.pk)

    def tell(kind: CaseType) -> list[Notification]:
        Notification.objects.all().delete()
        referral.case.primary_type, referral.case.restricted = kind, kind.sensitive
        referral.case.save()
        notices.referral_sent(referral, by=desk)
        for answer in ("referral_accepted", "referral_declined", "referral_moved"):
            notices.referral_answered(referral, answer, by=wcc)
        notices.referral_note(referral, to_recipient=True, by=desk)
        notices.referral_note(referral, to_recipient=False, by=wcc)
        notices.referral_ended(referral)
        notices.case_handed_over(referral.case, [wcc], by=desk)
        notices.plan_submitted(referral.case, by=desk)
        return list(Notification.objects.all())

    return tell


def test_rule_4_no_message_says_more_than_that_there_is_a_task(tell_everything):
    forbidden = [*CLIENT.values(), "+6281234567890", "Gebang", REASON, "kekerasan", "Ibu Piket"]
    forbidden += ["mandat", "psikososial", *Organisation.objects.values_list("name", flat=True)]
    for kind in CaseType.objects.filter(district=None):
        words = [*forbidden, kind.label_id, kind.label_en, kind.code]
        kinds = set()
        for line in tell_everything(kind):
            kinds.add(line.kind)
            said = "\n".join([line.mail_subject, line.mail_body, line.link, line.code]).lower()
            assert not [word for word in words if word.lower() in said], (kind.code, line.kind)
            assert re.fullmatch(r"/(rujukan|kasus)/[0-9a-f-]{36}/", line.link)
        assert kinds == {
            "referral_received", "referral_accepted", "referral_declined", "referral_moved",
            "referral_question", "referral_withdrawn", "case_handed_over",
            *([] if kind.sensitive else ["case_moved"]),  # no supervisor is on the team of this one
        }  # fmt: skip


def test_rule_4_an_emergency_adds_its_hour_and_nothing_else(make_referral):
    make_referral(priority="emergency")
    for line in Notification.objects.all():
        assert re.search(r"^Jawab sebelum \d\d\.\d\d$", line.mail_body, re.MULTILINE)


def test_who_acts_is_never_told_of_it(cast, referral):
    desk, wcc = cast["meja.cirebon"], cast["wcc.cirebon"]
    assert not Notification.objects.filter(user=desk).exists()
    actions.accept_referral(referral, by=wcc)
    assert Notification.objects.filter(user=desk, kind="referral_accepted").exists()
    assert not Notification.objects.filter(user=wcc, kind="referral_accepted").exists()


def test_of_a_restricted_case_the_team_alone_is_told(cast, make_case, make_referral):
    case = make_case(types=["GBV02"], account="", by="supervisor.cirebon")
    referral = make_referral(case, by="supervisor.cirebon", disclose=["needs"])
    actions.accept_referral(Referral.objects.get(pk=referral.pk), by=cast["wcc.cirebon"])
    told = set(
        Notification.objects.filter(kind="referral_accepted").values_list(
            "user__username", flat=True
        )
    )
    assert told == {"supervisor.cirebon"}
