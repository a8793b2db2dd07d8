from datetime import timedelta

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from ltsa.access import Permission

from ..withdrawing import any_seen
from .grants import is_closed_to, shut_out
from .hands import met, written_here
from .parts import works_with_survivors


class ConsentQuerySet(models.QuerySet):
    def valid(self):
        return self.filter(
            decision="given", withdrawn_at__isnull=True, expires_on__gte=timezone.localdate()
        )

    def visible_to(self, user):
        """Consents that one's organisation recorded, and those that let it in; others' partners are nobody's business.

        That there is one of a restricted case, or for a house that works with survivors, is for who recorded it, her
        supervisor, and who sees the case or the referral.
        """
        if not user.can(Permission.CLIENT_SEE):
            return self.none()
        here = user.posting.organisation_id
        tells = Q(restricted=True) | works_with_survivors("recipient__")
        own = written_here(user) & (~tells | Q(recorded_by=user))
        if user.can(Permission.CASE_RESTRICTED) and user.can(Permission.OWN_ORGANISATION_SEE):
            own = Q(organisation=here)
        named = Q(recipient=here, decision="given")
        if is_closed_to(user):
            named &= met(user)
        if not user.can(Permission.CASE_RESTRICTED):
            named &= Q(restricted=False)
        seen = self.filter(own | named | any_seen(user))
        return seen.exclude(migrant__in=shut_out(user))

    def ending_soon(self, *, days: int = 14):
        """Valid ones that end within so many days."""
        last = timezone.localdate() + timedelta(days=days)
        return self.valid().filter(expires_on__lte=last)


class AccessGrantQuerySet(models.QuerySet):
    def current(self, at=None):
        now = at or timezone.now()
        return self.filter(Q(until__isnull=True) | Q(until__gt=now), since__lte=now)

    def to(self, user, *, alone: bool | None = None):
        """Grants of her house, and her own; those that let her in end when she works for another house.

        `alone`: her own only, as in a house for survivors (is_closed_to); asked of her posting unless it is said.
        """
        posting = user.posting
        if posting is None:
            return self.none()
        day = OuterRef("since__date")
        here_then = user.postings.filter(organisation=posting.organisation_id, starts_on__lte=day)
        here_then = here_then.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=day))
        own = Q(user=user) & (Q(deny=True) | Exists(here_then))
        if is_closed_to(user) if alone is None else alone:
            return self.filter(own)
        return self.filter(own | Q(organisation=posting.organisation_id))

    def against(self, user):
        """What shuts her out: herself, her house, everybody of her village, or all who are tied to an agency."""
        posting = user.posting
        if posting is None:
            return self.none()
        tied = apps.get_model("accounts", "AgencyTie").objects.of(user).values("agency")
        hers = Q(user=user) | Q(organisation=posting.organisation_id)
        hers |= Q(agency__in=tied)
        if posting.village_id:  # nobody without a village is of "no village"
            hers |= Q(village=posting.village_id)
        return self.filter(hers, deny=True)
