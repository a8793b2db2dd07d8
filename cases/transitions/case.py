"""What may be done to a case, from which state, by whom (contract; Perban BP2MI 6/2024 art 30)."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ltsa.access import Permission as P

from ..closing import may_close
from ..codes import CaseState as C
from ..models import Case
from .machine import Transition, table

CASE_TABLE = [
    Transition("verify", (C.NEW,), C.VERIFYING, P.CASE_WORK, _("Mulai verifikasi")),
    Transition("start", (C.VERIFYING, C.REOPENED), C.IN_PROGRESS, P.CASE_WORK, _("Tangani")),
    Transition("monitor", (C.IN_PROGRESS,), C.MONITORING, P.CASE_WORK, _("Pantau")),
    Transition(
        "wait_for_client", (C.IN_PROGRESS,), C.WAITING_FOR_CLIENT, P.CASE_WORK, _("Tunggu klien")
    ),
    Transition(
        "resume",
        (C.WAITING_FOR_CLIENT,),
        C.IN_PROGRESS,
        P.CASE_WORK,
        pgettext_lazy("langkah", "Lanjutkan"),
    ),
    Transition(
        "resolve",
        (C.IN_PROGRESS, C.MONITORING),
        C.RESOLVED,
        P.CASE_WORK,
        _("Nyatakan selesai"),
        terms="resolve",
    ),
    Transition(
        "close",
        (C.RESOLVED, C.VERIFYING, C.WAITING_FOR_CLIENT),
        C.CLOSED,
        P.CASE_WORK,
        _("Tutup kasus"),
        terms="close",
        who=may_close,  # the second person; in an office of one she herself, with a reason
        otherwise=_(
            "Penutupan dilakukan orang kedua. Minta supervisor menutupnya; untuk kasus terbatas, tambahkan ia ke tim."
        ),
    ),
    Transition("reopen", (C.RESOLVED, C.CLOSED), C.REOPENED, P.CASE_WORK, _("Buka kembali")),
    # What was promised to her was not kept: nobody has to ask for it (domain 3.5).
    Transition(
        "promise_broken",
        (C.MONITORING, C.RESOLVED, C.CLOSED),
        C.REOPENED,
        None,
        _("Dibuka kembali: janji tidak ditepati"),
        "system",
    ),
]

# Moments: they happen in these states and change none.
CASE_MOMENTS = [
    Transition(
        "ask_closing",
        (C.VERIFYING, C.WAITING_FOR_CLIENT),
        "",
        P.CASE_WORK,
        _("Ajukan penutupan"),
        terms="ask_closing",
    ),
]
CASE_VERBS = [line.verb for line in CASE_TABLE + CASE_MOMENTS if line.side != "system"]
# States in which work goes on: steps, files, notes and meetings may be added.
OPEN_CASE = frozenset(set(C) - {C.RESOLVED, C.CLOSED})
# Nobody has looked into it yet; work stands still until the client answers.
UNVERIFIED = frozenset({C.NEW})
PAUSING = frozenset({C.WAITING_FOR_CLIENT})
ENDED_CASE = frozenset({C.RESOLVED, C.CLOSED})

table(Case, "case", CASE_TABLE + CASE_MOMENTS)
