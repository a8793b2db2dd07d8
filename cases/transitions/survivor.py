"""What may be done to a request to read a case in an emergency (domain 4 rule 3)."""

from django.utils.translation import gettext_lazy as _

from ltsa.access import Permission as P

from ..codes import GlassState as G
from ..models import BreakGlass
from ..second import may_decide
from .machine import Transition, table


def _second_person(glass: BreakGlass, user) -> bool:
    """Of the house that has the case, else a data protection officer; neither of the two made the other (grade b)."""
    return glass.case is not None and may_decide(glass.case, user, to=[glass.asked_by])


def _refuses(glass: BreakGlass, user) -> bool:
    """To say no no second person is needed: a data protection officer may always."""
    officer = user.can(P.AUDIT_SEE) and glass.asked_by_id != user.pk
    return officer or _second_person(glass, user)


GLASS_TABLE = [
    Transition(
        "allow", (G.ASKED,), G.OPEN, P.GLASS_ALLOW, _("Izinkan satu jam"), "any", who=_second_person
    ),
    Transition("refuse", (G.ASKED,), G.REFUSED, P.GLASS_ALLOW, _("Tolak"), "any", who=_refuses),
    Transition("end", (G.OPEN,), G.ENDED, None, _("Akhiri"), "system"),
]

table(BreakGlass, "glass", GLASS_TABLE)
