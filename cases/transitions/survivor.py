"""What may be done to a request to read a case in an emergency (domain 4 rule 3)."""

from django.utils.translation import gettext_lazy as _

from ltsa.access import Permission as P

from ..codes import GlassState as G
from ..models import BreakGlass
from .machine import Transition, table


def _second_person(glass: BreakGlass, user) -> bool:
    return glass.asked_by_id != user.pk


GLASS_TABLE = [
    Transition(
        "allow", (G.ASKED,), G.OPEN, P.GLASS_ALLOW, _("Izinkan satu jam"), "any", who=_second_person
    ),
    Transition(
        "refuse", (G.ASKED,), G.REFUSED, P.GLASS_ALLOW, _("Tolak"), "any", who=_second_person
    ),
    Transition("end", (G.OPEN,), G.ENDED, None, _("Akhiri"), "system"),
]

table(BreakGlass, "glass", GLASS_TABLE)
