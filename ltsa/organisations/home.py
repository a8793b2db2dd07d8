"""What the register of agencies puts in the search box: the P3MI that a client names, with its licence."""

from django.urls import reverse
from django.utils.translation import gettext as _

from ltsa.access import Permission as P
from ltsa.sockets import Found, Line, finder

from .models import Agency
from .register import known_of

BEST = 5


@finder
def agencies(user, q: str) -> Found | None:
    if not user.can(P.CLIENT_SEE, P.MASTER_DATA_MANAGE):
        return None
    found = [known_of(agency) for agency in Agency.objects.named(q)[:BEST]]
    if not found:
        return None
    lines = [
        Line(
            text=known["name"],
            url=known["url"],
            hint=known["complaints"],
            tag=known["status"],
            tone=known["tone"],
        )
        for known in found
    ]
    # What was typed may be a person's name: it goes into no address.
    return Found(title=_("Daftar P3MI"), lines=lines, url=reverse("agency_list"))
