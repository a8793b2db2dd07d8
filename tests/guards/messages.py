"""Everything that tells people, called with one story's rows by the names of its parameters."""

import inspect
from datetime import timedelta
from itertools import product
from types import SimpleNamespace

from django.utils import timezone

from cases import actions, notices, reminders
from cases.actions.closures import tend_closures
from cases.actions.deletions import CLOCK as WITHDRAWAL
from cases.codes.clock import CaseClock
from cases.models import (
    AccessRequest,
    BreakGlass,
    Case,
    CaseMember,
    ConflictLock,
    DeletionRequest,
    Referral,
)
from ltsa.clocks.actions import start_clock
from ltsa.clocks.kinds import KINDS as KINDS_OF_CLOCKS
from ltsa.notifications.models import Notification
from ltsa.notifications.querysets import NO_LINES
from services import actions as services
from services import notices as services_notices
from villages import notices as villages_notices
from villages.models import VillageRequest

KINDS = [kind for kind in Notification.Kind.values if kind not in NO_LINES]
# They say who is told, or take lines away.
TELL_NOBODY = {
    "answerers", "alerted", "handlers", "silence_others", "senders", "case_left", "desks_of",
}  # fmt: skip


def tellers() -> list:
    """Every function that tells people; one that is added is called too."""
    found = [reminders.tell]
    for module in (notices, services_notices, villages_notices):
        found += [
            one
            for name, one in inspect.getmembers(module, inspect.isfunction)
            if one.__module__ == module.__name__ and name[0] != "_" and name not in TELL_NOBODY
        ]
    return found


class Story:
    """One client's case, referral and all that hangs on them; `becomes` gives it another type of case."""

    def __init__(self, cast, make_migrant, make_case, make_referral, told: dict):
        desk, wcc, head = (cast[f"{who}.cirebon"] for who in ("meja", "wcc", "supervisor"))
        self.words = told
        client = make_migrant(by=desk, **told["client"])
        case = make_case(client, by=desk, account=told["account"])
        referral = make_referral(case, by=desk, needs=told["needs"], priority="emergency")
        actions.accept_referral(referral, contact=told["contact"], by=wcc)
        self.referral = Referral.objects.get(pk=referral.pk)
        self.case = self.referral.case
        for one in (desk, head):
            CaseMember.objects.get_or_create(
                case=self.case, user=one, until=None, defaults={"added_by": desk}
            )
        session = services.log_session(
            migrant=client, kind="legal", outcome="follow_up", follow_up_on=timezone.localdate(),
            summary=told["account"], topics=["safe_procedure"], minutes=20, channel="phone",
            started_at=timezone.now(), by=desk,
        )  # fmt: skip
        request = VillageRequest.objects.create(
            code="D-WORLD22", village_id=cast["kader.cirebon"].posting.village_id, district_id="32.09",
            reporter_name=told["contact"], relation="parent", phone=told["client"]["phone"], phone_safe="yes",
            needs=told["needs"], consent="voice", created_by=cast["kader.cirebon"], call_due_at=timezone.now(),
            urgent=True,
        )  # fmt: skip
        asked = DeletionRequest.objects.create(
            referral=self.referral, consent=self.referral.consent, organisation=self.referral.to, sender=desk.posting.organisation,
            due_at=timezone.now(),
        )  # fmt: skip
        glass = BreakGlass(code=case.code, case=self.case, reason=told["needs"], asked_by=cast["sistem"])  # fmt: skip
        wish = AccessRequest(kind="join", case=self.case, person=head, asked_by=wcc)
        self.stock = {
            "referral": self.referral, "case": self.case, "about": self.referral, "cases": [self.case],
            "by": cast["ppdp"], "to": wcc, "team": [wcc, desk], "keepers": [head], "joined": [wcc],
            "people": [wcc, desk], "session": session, "request": request, "asked": asked, "glass": glass,
            "made": ConflictLock(case=self.case), "due_at": timezone.now(),
            "report_due.clock": SimpleNamespace(subject=self.case.pk, named=[head.pk], owner_id=None, owner=None),
            "access_asked.asked": wish, "access_decided.asked": wish,
            "deletion_due.clock": SimpleNamespace(subject=asked.pk, named=[], owner_id=desk.pk, owner=desk),
        }  # fmt: skip

    def steps_come(self) -> list[Notification]:
        """The rows of each step of each clock between two houses, of deletions, and of a house that closes."""
        Notification.objects.all().delete()
        priority = self.referral.priority
        for code, subject in {
            CaseClock.ANSWER: self.referral, CaseClock.CONTACT: self.referral, CaseClock.NEWS: self.referral,
            CaseClock.CLOSING: self.referral, WITHDRAWAL: self.stock["asked"],
        }.items():  # fmt: skip
            for step in KINDS_OF_CLOCKS[code].steps_for(priority):
                clock = SimpleNamespace(
                    kind=code, subject=subject.pk, client=self.case.migrant_id, due_at=timezone.now(),
                    owner_id=self.referral.created_by_id, owner=self.referral.created_by,
                )  # fmt: skip
                step.act(clock, step)
        for urgency, days in (("urgent", 5), ("emergency", 9)):
            sent = {"state": "sent", "priority": urgency}
            Referral.objects.filter(pk=self.referral.pk).update(**sent)
            clock = {"organisation": self.referral.to, "priority": urgency, "by": None}
            start_clock(CaseClock.ANSWER, self.referral, due_at=timezone.now(), **clock)
            today = timezone.localdate()
            shut = {"starts_on": today, "ends_on": today + timedelta(days=days)}
            self.referral.to.closures.create(reason=self.words["account"], **shut)
            tend_closures(self.referral.to)
        return list(Notification.objects.select_related("user"))

    def becomes(self, kind) -> None:
        for case in (self.case, self.stock["glass"].case, self.stock["made"].case):
            case.primary_type, case.restricted = kind, kind.sensitive
        Case.objects.filter(pk=self.case.pk).update(primary_type=kind, restricted=kind.sensitive)

    def tell(self, turn: int, *, some=slice(None)) -> list[Notification]:
        """The rows of all that can be told, of each kind that a caller may choose; or of some, with the kinds in turns."""
        Notification.objects.all().delete()
        turns = KINDS if some == slice(None) else [KINDS[turn % len(KINDS)]]
        for teller in tellers()[some]:
            names = inspect.signature(teller).parameters
            sides = (True, False) if {"to_recipient", "late"} & set(names) else (True,)
            for choice, kind in product(sides, turns if "kind" in names else turns[:1]):
                chosen = {"to_recipient": choice, "late": choice, "kind": kind}
                teller(**self._named(teller.__name__, names, chosen))
        return list(Notification.objects.select_related("user"))

    def _named(self, teller: str, names, chosen: dict) -> dict:
        known = {**self.stock, **chosen}
        told = {}
        for name, parameter in names.items():
            if f"{teller}.{name}" in known:
                told[name] = known[f"{teller}.{name}"]
            elif name in known:
                told[name] = known[name]
            else:
                assert parameter.default is not parameter.empty, (
                    f"say in Story what {teller}({name}=) is"
                )
        return told
