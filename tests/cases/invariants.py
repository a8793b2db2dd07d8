"""What is true of cases whatever was done to them, by whomever and in whichever order."""

from collections import Counter
from decimal import Decimal

from cases.codes import CaseState as C
from cases.codes import PromiseState as S
from cases.mediation_law import mediation_bars
from cases.models import (
    ActionPlan,
    ActionStep,
    Assessment,
    Case,
    CaseClosing,
    CaseMember,
    CaseNote,
    Mediation,
    Promise,
    Recovery,
    Referral,
)
from ltsa.access import Permission
from ltsa.clocks.models import Clock, ClockStep
from ltsa.notifications.models import Notification
from ltsa.timeline.models import Event

# The contract's way of a case, written down a second time.
WAYS = {
    C.NEW: {C.VERIFYING},
    C.VERIFYING: {C.IN_PROGRESS, C.CLOSED},
    C.IN_PROGRESS: {C.WAITING_FOR_CLIENT, C.MONITORING, C.RESOLVED},
    C.WAITING_FOR_CLIENT: {C.IN_PROGRESS, C.CLOSED},
    C.MONITORING: {C.RESOLVED, C.REOPENED},
    C.RESOLVED: {C.CLOSED, C.REOPENED},
    C.CLOSED: {C.REOPENED},
    C.REOPENED: {C.IN_PROGRESS},
}
PARTS = (ActionPlan, ActionStep, Assessment, CaseClosing, CaseNote, Mediation, Recovery, Referral)
LASTING = (Assessment, CaseClosing, CaseNote, Mediation, Promise, Recovery)  # never deleted
SILENT = ("tpks_report", "withdrawal")  # private clocks write no line


def rows_of(model, cases) -> dict:
    found = model.objects.all()
    if model is Case:
        found = found.filter(pk__in=cases)
    elif model is Promise:
        found = found.filter(mediation__case__in=cases)
    else:
        found = found.filter(case__in=cases)
    return {row["id"]: row for row in found.order_by().values()}


def everything(cases) -> dict:
    """All rows of these cases, the lines of their timelines, and their clocks: {what: {id: row}}."""
    kept = {model: rows_of(model, cases) for model in (Case, Promise, *PARTS)}
    kept[CaseMember] = rows_of(CaseMember, cases)
    kept[Event] = {row["id"]: row for row in Event.objects.order_by().values()}
    kept[Clock] = {row["id"]: row for row in Clock.objects.order_by().values()}
    kept[ClockStep] = {row["id"]: row for row in ClockStep.objects.order_by().values()}
    return kept


def barred(cases) -> set:
    return {case.pk for case in Case.objects.filter(pk__in=cases) if mediation_bars(case)}


def check_steps_between(before: dict, after: dict, barred_then: set) -> None:
    """One step further: versions grow, what was written stays, a case takes an allowed way."""
    for model, rows in before.items():
        for pk, row in rows.items():
            now = after[model].get(pk)
            if model in (*LASTING, Case, Event, Clock, ClockStep):
                assert now is not None, f"a {model.__name__} is gone"
            if now is not None and "version" in row:
                assert now["version"] >= row["version"], model
                same = {**now, "version": 0} == {**row, "version": 0}
                assert same or now["version"] > row["version"] or _may_slip(model, row, now), (
                    model,
                    row["version"],
                    {name for name in row if row[name] != now[name]},
                )
    for pk, row in before[Event].items():
        assert after[Event][pk] == row, "a line of the timeline was changed"
    for pk, row in before[ClockStep].items():
        if row["done_at"] is not None:
            assert after[ClockStep][pk] == row, "a step of a clock was done twice"
    for pk, row in before[CaseClosing].items():
        now = after[CaseClosing][pk]
        changed = {name for name in row if row[name] != now[name]}
        assert not changed or row["reopened_at"] is None
        assert changed <= {"reopened_at", "reopened_by_id"}, "an earlier closing was changed"
    for pk, row in before[Case].items():
        now = after[Case][pk]
        assert now["state"] == row["state"] or now["state"] in WAYS[row["state"]], (
            f"{row['state']} -> {now['state']}"
        )
        assert now["restricted"] >= row["restricted"], "a restricted case was opened to all"
    new = after[Mediation].keys() - before[Mediation].keys()
    assert not {after[Mediation][pk]["case_id"] for pk in new} & barred_then, (
        "mediated though barred"
    )


def _may_slip(model, row: dict, now: dict) -> bool:
    """What follows the rows of others and is not typed by anybody needs no version."""
    changed = {name for name in row if row[name] != now[name]}
    follows = {
        Case: {"next_action_on"},
        ActionStep: {"who_id"},
        Mediation: {"advice"},
        Referral: {"restricted"},
        Clock: set(now),
    }
    return changed <= follows.get(model, set())


def check_cases(now: dict) -> None:
    standing = Counter(
        row["case_id"] for row in now[CaseClosing].values() if row["reopened_at"] is None
    )
    for pk, case in now[Case].items():
        closed = case["state"] == C.CLOSED
        assert case["state"] in C.values
        assert closed == bool(case["closed_at"]) == bool(case["closed_by_id"])
        assert closed == bool(case["closing_reason"])
        assert standing[pk] == closed
    for closing in now[CaseClosing].values():
        assert closing["outcomes"]
        assert closing["asked_by_id"] != closing["closed_by_id"] or closing["alone_because"]
    for plan in now[ActionPlan].values():
        assert plan["decided_by_id"] is None or plan["decided_by_id"] != plan["written_by_id"]


def check_money(now: dict) -> None:
    """What is owed follows from what was paid and not voided, and from nothing else."""
    broken = {
        row["detail"]["part"] for row in now[Event].values() if row["verb"] == "promise.break"
    }
    for pk, promise in now[Promise].items():
        paid = [
            row["amount"] or Decimal(1)
            for row in now[Recovery].values()
            if row["promise_id"] == pk and row["voided_at"] is None
        ]
        if sum(paid) >= (promise["amount"] or 1):
            assert promise["state"] == S.KEPT
        elif str(pk) in broken:
            assert promise["state"] == S.BROKEN
        else:
            assert promise["state"] == (S.PARTLY if paid else S.OPEN)


def check_clocks(now: dict) -> None:
    """One of a kind ticks for each subject; each step that was done stands in the timeline once."""
    ticking = Counter(
        (row["kind"], row["subject"]) for row in now[Clock].values() if row["state"] != "stopped"
    )
    assert set(ticking.values()) <= {1}
    for pk, case in now[Case].items():
        ended = case["state"] in (C.RESOLVED, C.CLOSED)
        mine = {kind for kind, subject in ticking if subject == pk}
        assert not (ended and {"case_review", "waiting_for_client"} & mine)
        assert (case["state"] == C.NEW) == ("case_verification" in mine)
        assert (case["state"] == C.WAITING_FOR_CLIENT) == ("waiting_for_client" in mine)
    done = Counter(
        f"clock.{now[Clock][row['clock_id']]['kind']}_{row['name']}"
        for row in now[ClockStep].values()
        if row["result"] == "done" and now[Clock][row["clock_id"]]["kind"] not in SILENT
    )
    told = Counter(row["verb"] for row in now[Event].values() if row["verb"].startswith("clock."))
    assert done == told


def check_sight(now: dict, people, models=(Case,)) -> None:
    """A restricted case, and every part of it, is seen by its named team alone; an ordinary one by its house."""
    team = {
        (row["case_id"], row["user_id"]) for row in now[CaseMember].values() if row["until"] is None
    }
    for user in people:
        bare = user.can(Permission.CASE_LIST_BARE)
        for model in models:
            name = {Case: "pk", Promise: "mediation__case"}.get(model, "case")
            seen = set(
                model.objects.visible_to(user).order_by().values_list(name, flat=True).distinct()
            )
            for pk in seen & now[Case].keys():
                case = now[Case][pk]
                if model is Referral and case["organisation_id"] != user.posting.organisation_id:
                    continue  # the recipient reads what was sent to her
                if case["restricted"]:
                    assert (pk, user.pk) in team, (model, user.username)
                assert case["organisation_id"] == user.posting.organisation_id or (
                    bare and model in (Case, Referral) and not case["restricted"]
                ), (model, user.username)


def check_silence(secrets: list[str]) -> None:
    """No message names a client, her number or what her case is about."""
    for line in Notification.objects.all():
        told = " ".join(
            [line.mail_subject, line.mail_body, line.code, line.link, line.get_kind_display()]
        )
        for secret in secrets:
            assert secret not in told, line.kind
