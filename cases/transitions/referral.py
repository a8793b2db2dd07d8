"""What may be done to a referral, by which side (contract; domain 5)."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ltsa.access import Permission as P

from ..codes import Priority, ReferralKind
from ..codes import ReferralState as R
from ..models import Referral
from .case import OPEN_CASE
from .machine import TABLES, Transition, table

# Somebody waits for its answer, then for the first contact with the client.
UNANSWERED = (R.SENT,)
UNMET = (R.ACCEPTED,)
BEGUN = (R.IN_PROGRESS,)
GIVEN = (R.SERVICE_GIVEN,)
SERVED = (R.SERVICE_GIVEN, R.COMPLETED)  # now she can say whether it helped
LIVE = (R.SENT, R.ACCEPTED, R.IN_PROGRESS, R.SERVICE_GIVEN)
# A partner without an account answers through a link until she has reported; taken back, it is dead at once.
LINKABLE = (R.SENT, R.ACCEPTED, R.IN_PROGRESS)
GONE = (R.WITHDRAWN, R.EXPIRED)


ONLY_SUPERVISOR = _("Hanya supervisor yang boleh merujuk tanpa persetujuan klien.")


def _may_send(referral: Referral, user) -> bool:
    """What goes without the client's consent is a supervisor's to send (domain 4 rule 5)."""
    return not referral.override or user.can(P.REFERRAL_OVERRIDE)


def _case_goes_on(referral: Referral, user) -> bool:
    return referral.case.state in OPEN_CASE and _is_service(referral, user)


def _is_service(referral: Referral, user) -> bool:
    return referral.kind == ReferralKind.REFERRAL


def _is_emergency(referral: Referral, user) -> bool:
    return referral.priority == Priority.EMERGENCY


def _may_release(referral: Referral, user) -> bool:
    """Whoever took it; a supervisor for her, when she cannot."""
    hers = referral.claimed_by_id == user.pk
    return hers or (referral.claimed_by_id is not None and user.can(P.OWN_ORGANISATION_SEE))


REFERRAL_TABLE = [
    Transition(
        "send",
        (R.DRAFT,),
        R.SENT,
        P.REFERRAL_SEND,
        _("Kirim rujukan"),
        "sender",
        "send",
        who=_may_send,
        otherwise=ONLY_SUPERVISOR,
    ),
    Transition("discard", (R.DRAFT,), R.WITHDRAWN, P.REFERRAL_SEND, _("Buang draf"), "sender"),
    Transition(
        "accept", (R.SENT,), R.ACCEPTED, P.REFERRAL_ANSWER, _("Terima"), "recipient", "accept"
    ),
    Transition(
        "decline", (R.SENT,), R.DECLINED, P.REFERRAL_ANSWER, _("Tolak"), "recipient", "decline"
    ),
    Transition(
        "start",
        (R.ACCEPTED,),
        R.IN_PROGRESS,
        P.REFERRAL_ANSWER,
        _("Mulai layanan"),
        "recipient",
        "start",
    ),
    Transition(
        "report_service",
        (R.IN_PROGRESS,),
        R.SERVICE_GIVEN,
        P.REFERRAL_ANSWER,
        _("Laporkan layanan"),
        "recipient",
        "report_service",
    ),
    Transition(
        "return",
        (R.ACCEPTED, R.IN_PROGRESS),
        R.RETURNED,
        P.REFERRAL_ANSWER,
        _("Kembalikan"),
        "recipient",
        "return",
    ),
    Transition(
        "complete",
        (R.SERVICE_GIVEN,),
        R.COMPLETED,
        P.REFERRAL_SEND,
        pgettext_lazy("langkah", "Selesai"),
        "sender",
    ),
    Transition("withdraw", LIVE, R.WITHDRAWN, P.REFERRAL_SEND, _("Tarik rujukan"), "sender"),
    # The other desk accepted: the case is there now (actions/transfers.py).
    Transition("taken_over", (R.ACCEPTED,), R.COMPLETED, None, _("Kasus pindah"), "system"),
    Transition("expire", LIVE, R.EXPIRED, None, _("Kedaluwarsa"), "system"),
]

# Moments: they may happen in these states and change none (contract).
MOMENTS = [
    Transition(
        "rewrite",
        (R.DRAFT,),
        "",
        P.REFERRAL_SEND,
        _("Ubah draf"),
        "sender",
        "rewrite",
        who=_is_service,
        otherwise=_("Pindah kabupaten ditulis dari halaman kasusnya."),
    ),
    Transition("claim", (R.SENT,), "", P.REFERRAL_ANSWER, _("Saya tangani"), "recipient"),
    Transition(
        "release",
        (R.SENT,),
        "",
        P.REFERRAL_ANSWER,
        _("Lepaskan"),
        "recipient",
        who=_may_release,
        otherwise=_("Hanya yang mengambilnya atau supervisor yang dapat melepaskannya."),
    ),
    Transition(
        "ask",
        (R.SENT, R.ACCEPTED, R.IN_PROGRESS),
        "",
        P.REFERRAL_ANSWER,
        _("Tanya pengirim"),
        "recipient",
        "note",
    ),
    Transition(
        "answer",
        (R.SENT, R.ACCEPTED, R.IN_PROGRESS),
        "",
        P.REFERRAL_SEND,
        _("Jawab pertanyaan"),
        "sender",
        "note",
    ),
    Transition(
        "call",
        (R.SENT,),
        "",
        P.REFERRAL_SEND,
        _("Catat telepon"),
        "sender",
        "call",
        who=_is_emergency,
        otherwise=_("Telepon dicatat pada rujukan darurat saja."),
    ),
    Transition(
        "share",
        (R.SENT, R.ACCEPTED, R.IN_PROGRESS, R.SERVICE_GIVEN),
        "",
        P.REFERRAL_SEND,
        _("Bagikan data terbaru"),
        "sender",
        "share",
    ),
    Transition(
        "reoffer",
        (R.SENT, R.ACCEPTED, R.DECLINED, R.RETURNED, R.EXPIRED),
        "",
        P.REFERRAL_SEND,
        _("Tawarkan ke lembaga lain"),
        "sender",
        "reoffer",
        who=_case_goes_on,
        otherwise=_("Tidak dapat ditawarkan: kasusnya ditutup, atau ini pindah kabupaten."),
    ),
    Transition(
        "feedback",
        (R.IN_PROGRESS, R.SERVICE_GIVEN, R.COMPLETED),
        "",
        P.REFERRAL_ANSWER,
        _("Beri umpan balik"),
        "recipient",
        "note",
    ),
    Transition(
        "ask_client",
        (R.SERVICE_GIVEN, R.COMPLETED, R.DECLINED, R.RETURNED, R.EXPIRED),
        "",
        P.REFERRAL_SEND,
        _("Catat pendapat klien"),
        "sender",
        "ask_client",
        who=_is_service,
        otherwise=_("Pindah kabupaten bukan layanan yang dapat dinilai."),
    ),
]

REFERRAL_VERBS = [line.verb for line in REFERRAL_TABLE + MOMENTS if line.side != "system"]

table(Referral, "referral", REFERRAL_TABLE + MOMENTS)


def label_of(verb: str) -> object:
    """What the button of a referral's verb says."""
    return next(line.label for line in TABLES[Referral] if line.verb == verb)
