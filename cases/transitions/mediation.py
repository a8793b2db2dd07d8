"""What may be done to a mediation, and to what was promised in it (Permen P2MI 23/2025; domain 3.5)."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ltsa.access import Permission as P

from ..codes import CaseState as C
from ..codes import MediationState as M
from ..codes import PromiseState as S
from ..models import Mediation, Promise
from .machine import Transition, table

# A case that somebody has taken on and goes on with.
MEDIABLE = frozenset({C.IN_PROGRESS, C.WAITING_FOR_CLIENT, C.MONITORING})
UNDER_WAY = (M.REQUESTED, M.INVITED, M.HEARING)
SETTLED = (M.AGREED, M.PARTLY_AGREED)
OWED = (S.OPEN, S.PARTLY)

MEDIATION_TABLE = [
    Transition("invite", UNDER_WAY, M.INVITED, P.CASE_WORK, _("Undang"), terms="invite"),
    Transition("hear", UNDER_WAY, M.HEARING, P.CASE_WORK, _("Catat pertemuan"), terms="hear"),
    # What the meeting brought; it comes with "hear", never by itself.
    Transition("agree", (M.HEARING,), M.AGREED, None, _("Sepakat"), "system"),
    Transition(
        "agree_partly", (M.HEARING,), M.PARTLY_AGREED, None, _("Sepakat sebagian"), "system"
    ),
    Transition("fail", (M.INVITED, M.HEARING), M.FAILED, P.CASE_WORK, _("Tidak tercapai")),
    Transition("cancel", UNDER_WAY, M.CANCELLED, P.CASE_WORK, _("Batalkan mediasi")),
    # What became of the promises. After a clarification alone it goes on until they are kept.
    Transition(
        "keep", (M.HEARING, *SETTLED, M.BROKEN), M.KEPT, None, _("Kesepakatan dipenuhi"), "system"
    ),
    Transition("break", SETTLED, M.BROKEN, None, _("Ingkar janji"), "system"),
    # A payment was voided: back to what the last meeting brought.
    Transition("owe", (M.KEPT,), "", None, _("Ternyata belum dipenuhi"), "system"),
]
PROMISE_TABLE = [
    # Where it leads says the sum of what was paid (actions/promises.py).
    Transition("pay", (*OWED, S.BROKEN), "", P.CASE_WORK, _("Catat pembayaran"), terms="pay"),
    Transition("keep", (*OWED, S.BROKEN), S.KEPT, P.CASE_WORK, _("Sudah dipenuhi"), terms="keep"),
    Transition("break", OWED, S.BROKEN, P.CASE_WORK, pgettext_lazy("langkah", "Nyatakan ingkar")),
    Transition("void", tuple(S), "", P.CASE_WORK, _("Batalkan pembayaran"), terms="void"),
]

table(Mediation, "mediation", MEDIATION_TABLE)
table(Promise, "promise", PROMISE_TABLE)
