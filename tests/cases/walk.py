"""What the state machine of cases stands on: a transaction a walk, how somebody acts, how time passes."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from hypothesis.stateful import RuleBasedStateMachine, invariant

from cases import actions
from cases.models import Case, CaseType, Promise
from cases.transitions import NotPossible, NotYours
from ltsa.access import Permission
from ltsa.accounts.models import User
from ltsa.versions import Stale
from services.actions import create_migrant
from tests.cases import invariants
from tests.cases.invariants import PARTS, check_sight, everything

OFFICE = ["meja.cirebon", "supervisor.cirebon", "konselor.cirebon"]
CENTRE = ["wcc.cirebon", "supervisor.wcc.cirebon"]
OTHERS = ["sbmi.cirebon", "admin.cirebon", "kader.cirebon", "ppdp", "meja.blitar"]
REFUSALS = (NotPossible, NotYours, Stale, ValidationError)
NAME, NIK, PHONE = "Zulaikhah Umpamaningtyas", "3209145708990003", "081234567890"


class Walk(RuleBasedStateMachine):
    """Each example is a transaction that is taken back."""

    def __init__(self):
        super().__init__()
        self.block = transaction.atomic()
        self.block.__enter__()
        self.people = {user.username: user for user in User.objects.all()}
        self.cases, self.step, self.barred = [], 0, set()
        self.kept = everything(())
        self.real = timezone.now
        self.ahead = timedelta()
        timezone.now = lambda: self.real() + self.ahead

    def teardown(self):
        try:
            people = [self.people[name] for name in [*OFFICE, *CENTRE, *OTHERS]]
            check_sight(everything(self.cases), people, (Case, Promise, *PARTS))
            words = [f"{NAME.split()[0]}", NIK, PHONE, "GBV", "ekerasan", "REK07", "Jeratan"]
            invariants.check_silence(words)
        finally:
            timezone.now = self.real
            transaction.set_rollback(True)
            self.block.__exit__(None, None, None)

    # -- how a rule acts

    def one(self, n: int) -> Case:
        return Case.objects.get(pk=self.cases[n % len(self.cases)])

    def part(self, model, n: int, **told):
        """One of the rows of this kind; None where there is none."""
        name = "mediation__case__in" if model is Promise else "case__in"
        rows = list(model.objects.filter(**{name: self.cases}, **told).order_by("pk"))
        return rows[n % len(rows)] if rows else None

    def do(self, case: Case, by: str, call, need=Permission.CASE_WORK):
        """As the page does: whoever does not see the case, or has no permission, does not get that far."""
        user = self.people[by]
        if user.posting is None or not user.can(need):
            return None
        if not Case.objects.visible_to(user).filter(pk=case.pk).exists():
            return None
        return self.attempt(lambda: call(user))

    def attempt(self, call):
        try:
            return call()
        except REFUSALS:
            assert everything(self.cases) == self.kept, "a refused verb has changed something"
            return None

    @invariant()
    def what_is_always_true(self):
        now = everything(self.cases)
        invariants.check_steps_between(self.kept, now, self.barred)
        invariants.check_cases(now)
        invariants.check_money(now)
        invariants.check_clocks(now)
        self.step += 1
        names = [*OFFICE, *CENTRE, *OTHERS]
        check_sight(now, [self.people[name] for name in names])
        self.kept, self.barred = now, invariants.barred(self.cases)

    def open(self, by: str, types: list[str], restricted: bool):
        user = self.people[by]
        told = {
            "full_name": f"{NAME} {len(self.cases)}", "sex": "female", "age_band": "25-35", "phone": PHONE,
            "village_id": "32.09.30.2007", "client_type": "returned", "phase": "after", "consent": "named",
        }  # fmt: skip
        client = create_migrant(by=user, **told, **({} if self.cases else {"nik": NIK}))
        case = actions.open_case(
            client,
            types=list(CaseType.objects.filter(code__in=types)),
            account="Gaji tiga bulan belum dibayar.",
            reported_by="self",
            restricted=restricted,
            limits_explained=True,
            by=user,
        )
        self.cases.append(case.pk)
        return case
