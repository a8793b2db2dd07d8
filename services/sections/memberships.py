"""Union membership on the client's page. An offer is one click away, and so is her no."""

from django.urls import reverse
from django.utils.translation import gettext as _

from ltsa.access import Permission as P

from ..client_page import Asking, Section, section
from ..lists import addresses
from ..memberships import membership_rows
from ..merged import hers
from ..models import UnionMembership


@section(50)
def union(migrant, user) -> Asking:
    if not user.can(P.CLIENT_SEE):
        return None
    seen = UnionMembership.objects.visible_to(user).filter(hers(migrant))
    rows = yield seen.select_related("union")
    actions = []
    if user.can(P.SESSION_CREATE):
        address = reverse("services:membership_create", args=[migrant.pk])
        actions = [(_("Tawarkan serikat"), address)]
    return Section(
        title=_("Serikat"),
        rows=membership_rows(rows, addresses("services:membership_detail")),
        subjects=[row.pk for row in rows],
        actions=actions,
        empty=_("Belum ditawarkan. Bergabung atau tidak, layanannya sama."),
    )
