"""What somebody sees who looks in for the first time: fixed scenes, on top of what chance brings."""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from django.db.models import Model
from django.utils import timezone

from ltsa.demo.places import DISTRICTS
from ltsa.demo.stage import Chance, Stage

from ..models import Case, Referral
from .answering import answer, draft, leave_unanswered
from .sending import CONSENT_DAYS, house_of, new_referral

OPEN = ("verifying", "in_progress", "waiting_for_client", "monitoring")
# In each district: who sends to whom, how many days ago, and how it stands today.
SCENES = [
    ("konselor", "women", 4, "accepted"),
    ("konselor", "union", 15, "in_progress"),
    ("meja", "women", 30, "service_given"),
    ("meja", "union", 70, "expired"),
]


@dataclass
class Story:
    """Takes open ordinary cases and sends them on; `taken` cases are left alone afterwards."""

    cases: list[Case]
    stage: Stage
    chance: Chance = field(default_factory=lambda: Chance("story"))
    taken: set[Case] = field(default_factory=set)
    sent: list[Referral] = field(default_factory=list)
    rows: list[Model] = field(default_factory=list)

    def tell(self) -> "Story":
        self._cirebon()
        for district in DISTRICTS:
            self._overdue(district.slug, district.code)
            for who, part, days, ending in SCENES:
                at = self.stage.now - timedelta(days=days)
                self._answered(f"{who}.{district.slug}", part, "normal", at, 30, ending)
        return self

    def _cirebon(self) -> None:
        """Three wait at the women's crisis centre, one of them until today; the desk was answered yesterday."""
        now = self.stage.now
        due = self._later_today() - timedelta(hours=72)
        for who, priority, at in [
            ("meja", "urgent", due),
            ("konselor", "normal", now - timedelta(hours=20)),
            ("meja", "normal", now - timedelta(days=3, hours=2)),
        ]:
            referral = self._send(f"{who}.cirebon", "women", priority, at)
            if referral:
                self.rows += leave_unanswered(referral, at, self.stage, self.chance)
        at = now - timedelta(days=2, hours=1)
        self._answered("meja.cirebon", "union", "urgent", at, 24, "accepted")

    def _overdue(self, slug: str, code: str) -> None:
        second = "uptdppa" if house_of(code, "uptdppa") else "women"
        for days, part in ((6, "union"), (9, second)):
            at = self.stage.now - timedelta(days=days)
            late = self._send(f"meja.{slug}", part, "urgent", at)
            if late:
                self.rows += leave_unanswered(late, at, self.stage, self.chance)
        begun = self._send(f"konselor.{slug}", "women", "normal", self.stage.now)
        if begun:
            self.rows += draft(begun, self.chance)

    def _answered(self, who: str, part: str, priority: str, at: datetime, hours: int, ending: str):
        referral = self._send(who, part, priority, at)
        if referral:
            self.rows += answer(
                referral, at, part, self.stage, self.chance, hours=hours, ending=ending
            )

    def _send(self, username: str, part: str, priority: str, at: datetime) -> Referral | None:
        """None when that person has no open case from before that time."""
        case = self._take(username, at)
        if case is None:
            return None
        case.priority = priority
        referral, consent = new_referral(case, part, at, self.stage, self.chance)
        if at > self.stage.now - timedelta(days=CONSENT_DAYS // 2):
            consent.expires_on = self.stage.today + timedelta(days=CONSENT_DAYS // 2)
        self.sent.append(referral)
        self.rows.append(consent)
        return referral

    def _take(self, username: str, before: datetime) -> Case | None:
        for case in reversed(self.cases):
            open_then = case.opened_at < before and case.state in OPEN
            if (
                open_then
                and case not in self.taken
                and case.opened_by.username == username
                and not case.restricted
            ):
                self.taken.add(case)
                return case
        return None

    def _later_today(self) -> datetime:
        midnight = timezone.make_aware(
            datetime.combine(self.stage.today + timedelta(days=1), time())
        )
        return self.stage.now + min(timedelta(hours=4), (midnight - self.stage.now) / 2)
