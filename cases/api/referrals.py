"""Referrals by API, from both sides. The recipient reads what disclosure opens to her, numbers masked."""

from functools import partial

from django.db.models import Q
from django.utils import timezone
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import status

from ltsa import phone
from ltsa.access import Permission
from ltsa.api.viewsets import HouseViewSet, lists

from .. import actions, codes
from ..disclosure import is_here, is_recipient, shown_parts
from ..models import Referral
from ..transitions import possible
from .referral_bodies import (
    AcceptTold,
    CallTold,
    ClientFeedbackTold,
    DeclineTold,
    NewReferral,
    NoteTold,
    ReferralQuery,
    ReferralShown,
    ReofferTold,
    ReturnTold,
    RewriteTold,
    ServiceTold,
    ShareTold,
)
from .verbs import done_by, verb


def describe_referral(row: Referral, user) -> dict:
    """A referral as this reader may see it; who sees only timing gets neither needs, nor consent, nor words."""
    parts = shown_parts(row, user)
    ours = not user.can(Permission.REFERRAL_TIMING)
    theirs = is_recipient(row, user)
    inside = ours and (bool(parts) if theirs else is_here(row, user))
    return {
        "id": row.pk,
        "code": row.code,
        "kind": row.kind,
        "state": row.state,
        "sender": row.sender_id,
        "to": row.to_id,
        "case": row.case_id if ours and not theirs else None,
        "priority": row.priority,
        "services": row.services if ours else [],
        "language": row.language or None if inside else None,
        "access": row.access if inside else [],
        "with_child": inside and row.with_child,
        "escort": inside and row.escort,
        "delivery": row.delivery if ours else codes.Delivery.PORTAL,
        "needs": row.needs if inside and not theirs else "",
        "disclose": row.disclose if ours else [],
        "override": row.override or None if ours else None,
        "consent": _consent(row) if inside else None,
        "shared": [{"group": group, **_masked(fields)} for group, fields in parts.items()],
        "notes": [_note(note) for note in row.notes.all()] if inside else [],
        "contact": row.contact if ours else "",
        "appointment": _local(row.appointment_at) if ours else None,
        "decline_reason": row.decline_reason or None if ours else None,
        "suggested": row.suggested_id if ours else None,
        "client_feedback": _said(row) if inside else None,
        "created_at": _local(row.created_at),
        "sent_at": _local(row.sent_at),
        "due_at": _local(row.due_at),
        "first_opened_at": _local(row.first_opened_at),
        "claimed_at": _local(row.claimed_at),
        "claimed_by_me": row.claimed_by_id == user.pk,
        "answered_at": _local(row.answered_at),
        "ended_at": _local(row.ended_at),
        "verbs": [line.verb for line in possible(row, user)],
        "version": row.version,
    }


def _local(moment):
    return timezone.localtime(moment) if moment else None


def _masked(fields: dict) -> dict:
    """The values of one group as text; a number in full is asked for in the portal, with a reason."""
    shown = dict(fields)
    if shown.get("phone"):
        shown["phone"] = phone.mask(shown["phone"])
    return {"values": {name: str(value) for name, value in shown.items()}}


def _consent(row: Referral) -> dict | None:
    if row.consent is None:
        return None
    names = ("method", "text_version", "expires_on")
    return {name: getattr(row.consent, name) for name in names} | {"valid": row.consent.is_valid}


def _said(row: Referral) -> dict | None:
    said = getattr(row, "client_feedback", None)
    return {"helped": said.helped, "score": said.score} if said else None


def _note(note) -> dict:
    return {
        "kind": note.kind,
        "text": note.text,
        "service": note.service or None,
        "given_on": note.given_on,
        "at": _local(note.at),
    }


def _words(name: str, says: str):
    return verb(name, partial(_write, name), NoteTold, says=says)


def _write(name: str, referral: Referral, *, by, **told) -> Referral:
    return actions.write_note(referral, name, by=by, **told)


SENDER = (
    "create",
    "send",
    "complete",
    "withdraw",
    "discard",
    "rewrite",
    "reoffer",
    "answer",
    "share",
    "call",
    "ask_client",
)
RECIPIENT = (
    "accept",
    "start",
    "report_service",
    "decline",
    "return_",
    "claim",
    "release",
    "ask",
    "feedback",
)


@extend_schema_view(list=lists(ReferralQuery))
class ReferralViewSet(HouseViewSet):
    """Referrals one sent or received. Those of restricted cases are 404 for every token."""

    access = {
        "list": (Permission.REFERRAL_SEE, Permission.REFERRAL_TIMING),
        "retrieve": (Permission.REFERRAL_SEE, Permission.REFERRAL_TIMING),
        **dict.fromkeys(SENDER, Permission.REFERRAL_SEND),
        **dict.fromkeys(RECIPIENT, Permission.REFERRAL_ANSWER),
    }
    serializer_class = ReferralShown
    query_class = ReferralQuery
    queryset = Referral.objects.none()
    keeps_views = True

    def rows(self):
        seen = Referral.objects.visible_to(self.request.user).filter(restricted=False)
        return seen.select_related("case", "to", "consent", "client_feedback").prefetch_related(
            "notes"
        )

    def narrowed(self, rows, asked):
        posting = self.request.user.posting
        side = {
            "incoming": Q(to=posting.organisation_id),
            "outgoing": Q(sender=posting.organisation_id),
        }
        rows = rows.filter(side[asked["side"]]) if asked.get("side") else rows
        wanted = {name: asked[name] for name in ("state", "case", "priority") if asked.get(name)}
        if asked.get("service") and not self.request.user.can(Permission.REFERRAL_TIMING):
            wanted["services__contains"] = [asked["service"]]
        rows = rows.filter(**wanted)
        return rows.overdue() if asked.get("overdue") else rows

    def found(self, q, asked):
        return self.narrowed(self.rows(), asked).filter(code__iexact=q).order_by(*self.keyset)

    keyset = ("-created_at", "-id")

    def describe(self, rows):
        return [describe_referral(row, self.request.user) for row in rows]

    def list(self, request):
        """Without what was shared and said: that is read one by one, on record, and marks the first opening."""
        answer = super().list(request)
        for row in answer.data["results"]:
            row |= {"shared": [], "notes": [], "needs": ""}
        return answer

    def retrieve(self, request, pk):
        """The first time a recipient reads it, the sender sees that it was opened."""
        actions.open_referral(self.seen(pk), by=request.user)
        return super().retrieve(request, pk)

    @extend_schema(request=NewReferral, responses={201: ReferralShown})
    def create(self, request):
        """A draft with the client's consent beside it; nothing travels before `send`."""
        told = self.told(NewReferral)
        case = told.pop("case")
        row = self.once(lambda: done_by(self, actions.create_referral, case, told), model=Referral)
        return self.reply(self.seen(row.pk), status.HTTP_201_CREATED)

    send = verb("send", actions.send_referral)
    accept = verb("accept", actions.accept_referral, AcceptTold)
    start = verb("start", actions.start_referral, AcceptTold)
    report_service = verb("report_service", actions.report_service, ServiceTold)
    decline = verb("decline", actions.decline_referral, DeclineTold)
    return_ = verb("return_", actions.return_referral, ReturnTold)
    rewrite = verb(
        "rewrite",
        actions.rewrite_referral,
        RewriteTold,
        says="Answers with the new draft; the old one is discarded.",
    )
    discard = verb("discard", actions.discard_referral)
    withdraw = verb("withdraw", actions.withdraw_referral)
    complete = verb("complete", actions.complete_referral)
    claim = verb("claim", actions.claim_referral)
    release = verb("release", actions.release_referral)
    reoffer = verb(
        "reoffer",
        actions.reoffer_referral,
        ReofferTold,
        says="Answers with the new referral, which is sent; the old one is withdrawn where it lives.",
    )
    share = verb("share", actions.share_again, ShareTold)
    call = verb("call", actions.note_call, CallTold)
    ask_client = verb("ask_client", actions.ask_client, ClientFeedbackTold)
    ask = _words("ask", "Ask the sender something; no state changes.")
    answer = _words("answer", "The sender answers; the recipient is told.")
    feedback = _words("feedback", "Tell the sender how it went; no state changes.")
