"""Whose numbers a person may see (domain 4.1, column Reports)."""

from django.http import Http404

from ltsa.access import Permission
from ltsa.access.hidden import hidden_clients
from ltsa.areas.models import Area
from ltsa.organisations.models import Organisation

from .periods import Period
from .sockets import Scope

READS_FIGURES = (
    Permission.FIGURES_OWN,
    Permission.FIGURES_DISTRICT,
    Permission.FIGURES_NATION,
)


def districts_with_offices():
    """The districts that have figures at all."""
    return Area.objects.districts().filter(pk__in=Organisation.objects.values("district"))


def reads_closed_months_only(user) -> bool:
    """A viewer reads what is published: whole months, once they have ended, and nobody's open work."""
    return not user.can(Permission.FIGURES_DISTRICT, Permission.FIGURES_OWN)


def scope_for(user, *, district: str, period: Period) -> Scope:
    """The rows that count for this person; Http404 for a district that is not hers.

    A district admin: her district. A viewer: any district, or all with "". Others: their organisation, and a desk
    officer, who neither answers referrals nor supervises, her service point.
    """
    posting = user.posting
    if posting is None:
        raise Http404
    own, hidden = posting.district_id or "", hidden_clients(user)
    if user.can(Permission.FIGURES_DISTRICT):
        if not own or district not in ("", own):
            raise Http404
        return Scope(period, district=own, hidden=hidden)
    if user.can(Permission.FIGURES_OWN):
        if district not in ("", own):
            raise Http404
        wide = user.can(Permission.OWN_ORGANISATION_SEE, Permission.REFERRAL_ANSWER)
        return Scope(
            period,
            district=own,
            organisation=posting.organisation_id,
            service_point=None if wide else posting.service_point_id,
            hidden=hidden,
        )
    if district and not districts_with_offices().filter(pk=district).exists():
        raise Http404
    return Scope(period, district=district, hidden=hidden)
