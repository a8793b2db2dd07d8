"""Random people do random things to cases, and time passes; after each step the invariants hold (tests/cases/invariants.py).

EXAMPLES and STEPS say how long: short in the suite, long in `make fuzz`. A refused verb must have changed nothing.
"""

import os
from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule, run_state_machine_as_test

from cases import actions
from cases.codes import AssessmentForm, ClosingReason, Outcome
from cases.models import (
    ActionPlan,
    ActionStep,
    BreakGlass,
    CaseNote,
    CaseType,
    Mediation,
    Promise,
    Recovery,
    Referral,
)
from cases.transitions import CASE_VERBS, PLAN_TABLE, STEP_TABLE, possible
from ltsa.access import Permission
from ltsa.clocks.tasks import tick
from tests.cases import mediations
from tests.cases.invariants import everything
from tests.cases.walk import CENTRE, OFFICE, OTHERS, Walk

EXAMPLES = int(os.environ.get("EXAMPLES") or 6)
STEPS = int(os.environ.get("STEPS") or 25)
WHO = st.sampled_from([*OFFICE, *CENTRE, *OTHERS])
# Whoever works on cases comes more often, so that a case gets somewhere.
WORKER = st.sampled_from([*OFFICE * 2, *CENTRE * 2, *OTHERS])
PEERS = st.sampled_from(OFFICE + CENTRE)
TYPES = st.sampled_from(["KRJ01", "REK03", "KRJ05", "GBV02", "REK07"])
NTH = st.integers(0, 5)
VERBS_OF_STEPS = [line.verb for line in STEP_TABLE if line.verb != "carry"]
DECISIONS = [line.verb for line in PLAN_TABLE if line.verb not in ("edit", "replace")]


class Cases(Walk):
    @initialize(by=PEERS, far=st.booleans())
    def begin(self, by, far):
        case = self.open(by, ["KRJ01"], False)
        if far:
            mediations.in_progress(case, by=self.people[by])

    @precondition(lambda self: len(self.cases) < 3)
    @rule(
        by=st.sampled_from([*OFFICE, *CENTRE, "sbmi.cirebon"]),
        types=st.lists(TYPES, min_size=1, max_size=2, unique=True),
        restricted=st.booleans(),
    )
    def open_another(self, by, types, restricted):
        self.open(by, types, restricted)

    @rule(
        n=NTH,
        by=WHO,
        verb=st.sampled_from(CASE_VERBS),
        reason=st.sampled_from(["", *ClosingReason.values]),
        outcomes=st.lists(st.sampled_from(Outcome.values), max_size=2),
        why=st.sampled_from(["", "Hanya saya di kantor ini."]),
        behind=st.sampled_from([0, 0, 0, 1]),
    )
    def verb(self, n, by, verb, reason, outcomes, why, behind):
        case = self.one(n)
        told = {"reason": reason, "outcomes": outcomes, "alone_because": why}
        version = case.version - behind
        self.do(case, by, lambda u: actions.move_case(case, verb, version=version, by=u, **told))

    @rule(n=NTH, by=PEERS, pick=NTH, reason=st.sampled_from(ClosingReason.values))
    def go_on(self, n, by, pick, reason):
        """What stands on the buttons of this person is possible."""
        case, user = self.one(n), self.people[by]
        if not (lines := possible(case, user)):
            return
        told = {"reason": reason, "outcomes": ["informed"], "alone_because": "Hanya saya sendiri."}
        verb = lines[pick % len(lines)].verb
        self.do(case, by, lambda u: actions.move_case(case, verb, by=u, **told))

    @rule(n=NTH, by=WHO, to=PEERS)
    def reassign(self, n, by, to):
        case, heir = self.one(n), self.people[to]
        call = lambda u: actions.reassign_cases([case], to=heir, note="Jaga.", by=u)  # noqa: E731
        self.do(case, by, call, need=Permission.CASE_REASSIGN)

    @rule(n=NTH, by=WORKER)
    def restrict(self, n, by):
        case = self.one(n)
        self.do(case, by, lambda u: actions.restrict_case(case, by=u))

    @rule(n=NTH, by=WORKER, types=st.lists(TYPES, max_size=2))
    def change_types(self, n, by, types):
        case, rows = self.one(n), list(CaseType.objects.filter(code__in=types))
        told = {"types": rows, "version": case.version}
        self.do(case, by, lambda u: actions.set_types(case, by=u, **told))

    @rule(
        n=NTH,
        by=WORKER,
        answer=st.sampled_from(["yes", "no", "unknown"]),
        form=st.sampled_from(AssessmentForm.values),
    )
    def assess(self, n, by, answer, form):
        case = self.one(n)
        told = {"answers": {"recruited": answer, "threatened": answer, "threat": answer}}
        self.do(case, by, lambda u: actions.assess(case, form, by=u, **told))

    @rule(n=NTH, by=WHO, to=st.sampled_from(["wcc.cirebon", "uptdppa.cirebon"]))
    def hand_over(self, n, by, to):
        case, house = self.one(n), self.people[to].posting.organisation
        call = lambda u: actions.hand_over_case(case, to=house, method="signature", by=u)  # noqa: E731
        self.do(case, by, call, need=Permission.CASE_HAND_OVER)

    # -- plans, tasks, notes

    @rule(n=NTH, by=WORKER, who=PEERS, day=st.integers(1, 40))
    def plan(self, n, by, who, day):
        case = self.one(n)
        due_on = timezone.localdate() + timedelta(days=day)
        step = {"id": None, "text": "Telepon P3MI.", "who": self.people[who], "due_on": due_on}
        call = lambda u: actions.write_plan(case, goal="Gaji dibayar.", steps=[step], by=u)  # noqa: E731
        self.do(case, by, call)

    @rule(n=NTH, by=WORKER, verb=st.sampled_from(DECISIONS))
    def decide_plan(self, n, by, verb):
        if plan := self.part(ActionPlan, n):
            call = lambda u: actions.move_plan(plan, verb, comment="Lengkapi.", by=u)  # noqa: E731
            self.do(plan.case, by, call)

    @rule(n=NTH, by=WORKER, who=PEERS, day=st.integers(0, 40))
    def add_step(self, n, by, who, day):
        case = self.one(n)
        due_on = timezone.localdate() + timedelta(days=day)
        told = {"text": "Antar surat.", "who": self.people[who], "due_on": due_on}
        self.do(case, by, lambda u: actions.add_step(case, by=u, **told))

    @rule(n=NTH, by=WORKER, verb=st.sampled_from(VERBS_OF_STEPS))
    def move_step(self, n, by, verb):
        if step := self.part(ActionStep, n):
            self.do(step.case, by, lambda u: actions.move_step(step, verb, words="Sudah.", by=u))

    @rule(n=NTH, by=WORKER)
    def note(self, n, by):
        case = self.one(n)
        self.do(case, by, lambda u: actions.add_note(case, text="Ditelepon.", by=u))

    @rule(n=NTH, by=WORKER)
    def correct(self, n, by):
        if note := self.part(CaseNote, n):
            text = f"{note.text} Lagi."
            self.do(note.case, by, lambda u: actions.correct_note(note, text=text, by=u))

    # -- mediations and money

    @rule(n=NTH, by=WORKER, willing=st.sampled_from([True, True, True, False]))
    def mediate(self, n, by, willing):
        case = self.one(n)
        self.do(case, by, lambda u: mediations.ask(case, client_willing=willing, by=u))

    @rule(
        n=NTH,
        by=WORKER,
        meeting=st.sampled_from(["clarification_1", "clarification_2", "mediation", "mediation"]),
        result=st.sampled_from(
            ["committed", "agreed", "agreed", "partly_agreed", "continue", "absent"]
        ),
        days=st.integers(0, 20),
    )
    def hear(self, n, by, meeting, result, days):
        if row := self.part(Mediation, n):
            items = [mediations.money(days=days)] if "ed" in result else []
            told = {
                "meeting": meeting,
                "result": result,
                "items": items,
                "came": result != "absent",
            }
            self.do(row.case, by, lambda u: mediations.hear(row, by=u, **told))

    @rule(n=NTH, by=WORKER, verb=st.sampled_from(["fail", "cancel"]))
    def end(self, n, by, verb):
        if row := self.part(Mediation, n):
            self.do(row.case, by, lambda u: actions.end_mediation(row, verb, by=u))

    @rule(
        n=NTH,
        by=WORKER,
        amount=st.sampled_from(["4600", "9200", "9200.01", "0"]),
        more=st.booleans(),
    )
    def pay(self, n, by, amount, more):
        if row := self.part(Promise, n):
            call = lambda u: mediations.pay(row, Decimal(amount), more_than_owed=more, by=u)  # noqa: E731
            self.do(row.mediation.case, by, call)

    @rule(n=NTH, by=WORKER)
    def break_promise(self, n, by):
        if row := self.part(Promise, n):
            self.do(row.mediation.case, by, lambda u: actions.break_promise(row, by=u))

    @rule(n=NTH, by=WORKER)
    def void(self, n, by):
        if row := self.part(Recovery, n):
            self.do(row.case, by, lambda u: actions.void_recovery(row, reason="Keliru.", by=u))

    # -- other houses, emergencies, time

    @rule(n=NTH, by=WORKER)
    def refer(self, n, by):
        case = self.one(n)
        consent = {"method": "signature", "expires_on": timezone.localdate() + timedelta(days=60)}
        told = {"services": ["psychosocial"], "priority": "normal", "needs": "Perlu teman bicara."}
        to = self.people["uptdppa.cirebon"].posting.organisation
        told |= {"disclose": ["identity"], "consent": consent, "to": to}
        row = self.do(case, by, lambda u: actions.create_referral(case, by=u, **told))
        if row is not None:
            self.kept = everything(self.cases)
            self.do(case, by, lambda u: actions.send_referral(row, by=u))

    @rule(n=NTH, by=st.sampled_from(["uptdppa.cirebon", *OFFICE, *CENTRE]), pick=NTH)
    def answer(self, n, by, pick):
        row, user = self.part(Referral, n), self.people[by]
        if row is None or not Referral.objects.visible_to(user).filter(pk=row.pk).exists():
            return
        told = {"decline": {"reason": "full"}, "accept": {"contact": "Ibu Piket"}}
        verbs = ["accept", "decline", "start", "withdraw", "complete"]
        verb = verbs[pick % len(verbs)]
        act = getattr(actions, f"{verb}_referral")
        self.attempt(lambda: act(row, by=user, **told.get(verb, {})))

    @rule(n=NTH, by=WHO)
    def ask_glass(self, n, by):
        case, user = self.one(n), self.people[by]
        if user.can(Permission.GLASS_ASK):
            reason = "Ada ancaman, perlu nomor aman sekarang."
            self.attempt(lambda: actions.ask_glass(code=case.code, reason=reason, by=user))

    @rule(n=NTH, by=st.sampled_from(["ppdp", *OFFICE, *CENTRE]), allow=st.booleans())
    def decide_glass(self, n, by, allow):
        """Reading by emergency opens no list, no search and no part (what_is_always_true asks them all)."""
        row, user = self.part(BreakGlass, n), self.people[by]
        if row is None or not BreakGlass.objects.visible_to(user).filter(pk=row.pk).exists():
            return
        act = actions.allow_glass if allow else actions.refuse_glass
        if self.attempt(lambda: act(row, by=user)) is not None:
            assert row.asked_by != user

    @rule(days=st.sampled_from([1, 2, 4, 8, 15, 31, 61, 190]), twice=st.booleans())
    def time_passes(self, days, twice):
        self.ahead += timedelta(days=days)
        for _ in range(1 + twice):
            tick()


@pytest.mark.usefixtures("db")
def test_whatever_is_done_in_whichever_order_the_invariants_hold():
    run_state_machine_as_test(
        Cases,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=STEPS,
            derandomize=EXAMPLES < 50,
            deadline=None,
            phases=[Phase.generate] if EXAMPLES < 50 else [Phase.generate, Phase.shrink],
            suppress_health_check=list(HealthCheck),
        ),
    )
