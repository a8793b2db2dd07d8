"""What may be done to a mediation, and to what was promised in it (Permen P2MI 23/2025; domain 3.5)."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ltsa.access import Permission as P

from ..codes import MediationState as M
from ..codes import PromiseState as S
from ..models import Mediation, Promise
from .machine import Transition, table

UNDER_WAY = (M.REQUESTED, M.INVITED, M.HEARING)

MEDIATION_TABLE = [
    Transition("invite", UNDER_WAY, M.INVITED, P.CASE_WORK, _("Kirim undangan"), terms="invite"),
    Transition("hear", UNDER_WAY, M.HEARING, P.CASE_WORK, _("Catat pertemuan"), terms="hear"),
    Transition("agree", (M.HEARING,), M.AGREED, P.CASE_WORK, _("Sepakat"), terms="agree"),
    Transition(
        "agree_partly",
        (M.HEARING,),
        M.PARTLY_AGREED,
        P.CASE_WORK,
        _("Sepakat sebagian"),
        terms="agree",
    ),
    Transition("fail", (M.INVITED, M.HEARING), M.FAILED, P.CASE_WORK, _("Tidak tercapai")),
    Transition("cancel", UNDER_WAY, M.CANCELLED, P.CASE_WORK, _("Batalkan mediasi")),
    Transition("keep", (M.AGREED, M.PARTLY_AGREED), M.KEPT, None, _("Dipenuhi"), "system"),
    Transition("break", (M.AGREED, M.PARTLY_AGREED), M.BROKEN, None, _("Ingkar janji"), "system"),
]
PROMISE_TABLE = [
    Transition("pay_part", (S.OPEN, S.PARTLY), S.PARTLY, P.CASE_WORK, _("Catat pembayaran")),
    Transition("keep", (S.OPEN, S.PARTLY, S.BROKEN), S.KEPT, P.CASE_WORK, _("Lunas")),
    Transition(
        "break",
        (S.OPEN, S.PARTLY),
        S.BROKEN,
        P.CASE_WORK,
        pgettext_lazy("langkah", "Nyatakan ingkar"),
    ),
]

table(Mediation, "mediation", MEDIATION_TABLE)
table(Promise, "promise", PROMISE_TABLE)
