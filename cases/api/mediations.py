"""Mediations by API, on the same actions. What the law bars is 422 with `code` mediation_barred, and names no law.

No token reaches a restricted case: 404 to everybody, and on record where somebody knows of it.
"""

from functools import partial

from django.http import Http404
from django.utils import timezone
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import status
from rest_framework.decorators import action
from rest_framework.exceptions import APIException
from rest_framework.generics import get_object_or_404
from rest_framework.response import Response

from ltsa.access import Permission
from ltsa.api.viewsets import HouseViewSet, lists
from ltsa.audit.actions import record

from .. import actions
from ..mediation_law import CODE, FIXED, MediationBarred
from ..models import Case, Mediation
from ..refusals import on_record
from ..transitions import possible
from .mediation_bodies import (
    BreakTold,
    DeliverTold,
    HearTold,
    InviteTold,
    MediationQuery,
    MediationShown,
    NewMediation,
    PayTold,
    VoidTold,
)
from .verbs import VerbTold, done_by


class Barred(APIException):
    status_code = status.HTTP_422_UNPROCESSABLE_ENTITY

    def __init__(self, detail: str, rules=()):
        super().__init__(detail)
        self.more = {"code": CODE, "rules": list(rules)}


def run(view, verb: str, case: Case, row, act, told: dict):
    """One row for one key; a refusal as the API says it, and on record after what it rolled back."""
    with on_record(case, verb, by=view.request.user):
        try:
            return view.once(lambda: done_by(view, act, row, told), model=Mediation)
        except MediationBarred as error:
            raise Barred(str(FIXED), [bar.code for bar in error.bars]) from error


@extend_schema(request=NewMediation, responses={201: MediationShown})
@action(detail=True, methods=["post"], url_path="mediations", url_name="mediations")
def mediations(self, request, pk):
    """Ask for a mediation in this case."""
    try:
        case = self.seen(pk)
    except Http404:
        _note_unseen(request.user, pk)
        raise
    row = run(self, "mediate", case, case, actions.request_mediation, self.told(NewMediation))
    shown = MediationShown(describe_mediation(_with_parts().get(pk=row.pk), request.user)).data
    return Response(shown, status=status.HTTP_201_CREATED)


def _note_unseen(user, pk) -> None:
    """Of a restricted case that she works on or opened the attempt is on record; the answer is that of any other id."""
    seen = Case.objects.visible_to(user).filter(restricted=True).values("pk")
    known = Case.objects.known_to(user).values("pk")
    hers = Case.objects.filter(pk__in=seen) | Case.objects.filter(pk__in=known)
    if case := hers.filter(pk=pk).first():
        record("refused", case, fields=["mediate", CODE], by=user)


def _with_parts():
    rows = Mediation.objects.select_related("case", "respondent__agency", "mediator")
    return rows.prefetch_related("invitations", "hearings", "promises__recoveries")


def describe_mediation(row: Mediation, user) -> dict:
    return {
        "id": row.pk,
        "case": row.case_id,
        "state": row.state,
        "respondent": str(row.respondent),
        "mediator": str(row.mediator) if row.mediator else row.mediator_name,
        "companion": row.companion,
        "respondent_willing": row.respondent_willing,
        "invitations": [_invitation(one) for one in row.invitations.all()],
        "hearings": [_hearing(one) for one in row.hearings.all()],
        "promises": [_promise(one) for one in row.promises.all()],
        "advice": row.advice,
        "requested_at": _local(row.requested_at),
        "ended_at": _local(row.ended_at),
        "verbs": [line.verb for line in possible(row, user)],
        "version": row.version,
    }


def _local(moment):
    return timezone.localtime(moment) if moment else None


def _picked(row, *names) -> dict:
    return {name: getattr(row, name) for name in names}


def _invitation(row) -> dict:
    told = _picked(row, "id", "meeting", "number", "place", "online", "delivered_on")
    times = {"meets_at": _local(row.meets_at), "sent_at": _local(row.sent_at)}
    return told | times | {"delivered_by": row.delivered_by or None}


def _hearing(row) -> dict:
    names = ("id", "meeting", "number", "place", "client_came", "respondent_came", "result")
    words = ("client_position", "respondent_position")
    return _picked(row, *names, *words) | {"held_at": _local(row.held_at)}


def _promise(row) -> dict:
    told = _picked(row, "id", "kind", "text", "due_on", "state")
    payments = [_payment(one) for one in row.recoveries.all()]
    return told | _money(row, "amount") | {"payments": payments}


def _payment(row) -> dict:
    told = _picked(row, "id", "rate_on", "received_on")
    return told | _money(row, "amount", "rate", "rupiah") | {"voided": row.voided_at is not None}


def _money(row, *names) -> dict:
    told = {name: None if getattr(row, name) is None else str(getattr(row, name)) for name in names}
    return told | {"currency": row.currency or None}


def _invite(mediation: Mediation, *, by, **told) -> Mediation:
    actions.invite(mediation, by=by, **told)
    return mediation


def _deliver(mediation: Mediation, *, invitation, by, **told) -> Mediation:
    row = get_object_or_404(mediation.invitations, pk=invitation)
    actions.prove_delivery(row, by=by, **told)
    return mediation


def _hear(mediation: Mediation, *, by, **told) -> Mediation:
    actions.hold_hearing(mediation, by=by, **told)
    return mediation


def _pay(mediation: Mediation, *, promise, by, **told) -> Mediation:
    row = get_object_or_404(mediation.promises, pk=promise)
    given = {name: value for name, value in told.items() if value is not None}
    actions.record_payment(row, by=by, **given)
    return mediation


def _break(mediation: Mediation, *, promise, by, version=None) -> Mediation:
    row = get_object_or_404(mediation.promises, pk=promise)
    actions.break_promise(row, version=version, by=by)
    return mediation


def _void(mediation: Mediation, *, payment, reason, by) -> Mediation:
    rows = mediation.case.recoveries.filter(promise__mediation=mediation)
    actions.void_recovery(get_object_or_404(rows, pk=payment), reason=reason, by=by)
    return mediation


def _end(name: str, mediation: Mediation, *, by, version=None) -> Mediation:
    return actions.end_mediation(mediation, name, version=version, by=by)


def step(name: str, act, body, says: str):
    """The endpoint of one verb of a mediation."""

    def do(self, request, pk):
        row, told = self.seen(pk), self.told(body)
        run(self, name, row.case, row, act, told)
        return self.reply(self.seen(row.pk))

    do.__name__ = do.__qualname__ = name
    described = extend_schema(request=body, responses=MediationShown, description=says)(do)
    return action(detail=True, methods=["post"], url_path=name, url_name=name)(described)


STEPS = ("invite", "deliver", "hear", "fail", "cancel", "pay", "break_promise", "void_payment")


@extend_schema_view(list=lists(MediationQuery))
class MediationViewSet(HouseViewSet):
    """Mediations of ordinary cases that you read. Ask for one at cases/{id}/mediations/."""

    access = {
        "list": Permission.CASE_SEE,
        "retrieve": Permission.CASE_SEE,
        **dict.fromkeys(STEPS, Permission.CASE_WORK),
    }
    serializer_class = MediationShown
    query_class = MediationQuery
    queryset = Mediation.objects.none()
    keyset = ("-requested_at", "-id")
    keeps_views = True

    def rows(self):
        seen = Mediation.objects.visible_to(self.request.user).filter(case__restricted=False)
        return _with_parts().filter(pk__in=seen.values("pk"))

    def narrowed(self, rows, asked):
        wanted = {name: asked[name] for name in ("state", "case") if asked.get(name)}
        return rows.filter(**wanted)

    def found(self, q, asked):
        return self.narrowed(self.rows(), asked).filter(case__code__iexact=q).order_by(*self.keyset)

    def describe(self, rows):
        return [describe_mediation(row, self.request.user) for row in rows]

    invite = step("invite", _invite, InviteTold, "The next invitation, three at most to a meeting.")
    deliver = step("deliver", _deliver, DeliverTold, "An invitation reached the respondent.")
    hear = step("hear", _hear, HearTold, "A meeting that took place, with what was promised there.")
    fail = step("fail", partial(_end, "fail"), VerbTold, "No agreement was reached.")
    cancel = step("cancel", partial(_end, "cancel"), VerbTold, "It will not be held.")
    pay = step("pay", _pay, PayTold, "What was received on a promise; its state follows the sum.")
    break_promise = step(
        "break_promise", _break, BreakTold, "Not kept, from the day after its due day."
    )
    void_payment = step("void_payment", _void, VoidTold, "A payment written down by mistake.")
