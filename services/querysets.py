"""Which rows a person may see. Every page, API, search, export, figure and message starts here."""

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from ltsa.access import Permission
from ltsa.organisations.querysets import runs_desks


class MigrantQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Clients of one's own organisation, those one was let in to, and for the desk those of the district's desks."""
        if not user.can(Permission.CLIENT_SEE, Permission.CLIENT_SEE_MASKED):
            return self.none()
        posting = user.posting
        of_the_desks = runs_desks("registered_by__") & Q(district=posting.district_id)
        grants = apps.get_model("services", "AccessGrant").objects.current().to(user)
        if user.can(Permission.CLIENT_SEE_MASKED):
            rows = self.filter(of_the_desks)
        else:
            seen = Q(registered_by=posting.organisation_id)
            seen |= Q(pk__in=grants.filter(deny=False).values("migrant"))
            if user.can(Permission.CLIENT_SEARCH_DISTRICT):
                seen |= of_the_desks
            rows = self.filter(seen)
        return rows.exclude(pk__in=grants.filter(deny=True).values("migrant"))

    def identified_for(self, user):
        """Visible clients whose name this person may know: only these may be searched by name or number."""
        if not user.can(Permission.CLIENT_SEE):
            return self.none()
        posting = user.posting
        named = Q(registered_by=posting.organisation_id)
        if user.can(Permission.CLIENT_SEARCH_DISTRICT):
            named |= runs_desks("registered_by__") & Q(district=posting.district_id)
        named |= Q(
            pk__in=apps.get_model("services", "AccessGrant")
            .objects.current()
            .to(user)
            .filter(deny=False, groups__contains=["identity"])
            .values("migrant")
        )
        return self.visible_to(user).filter(named)

    def with_place(self):
        return self.select_related("village__parent__parent", "registered_by", "district")


class SessionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """One's own sessions; a desk those of its point; a supervisor those of her organisation.

        Psychosocial sessions: the counsellor and her supervisor alone.
        """
        if not user.can(Permission.SESSION_SEE):
            return self.none()
        posting = user.posting
        seen = Q(
            by=user, organisation=posting.organisation_id
        )  # of this house, not of one she left
        if user.can(Permission.OWN_ORGANISATION_SEE):
            seen |= Q(organisation=posting.organisation_id)
        elif posting.service_point_id:
            seen |= Q(service_point=posting.service_point_id) & ~Q(kind="psychosocial")
        return self.filter(seen)

    def follow_ups_of(self, user, *, until):
        """Open follow-ups that this person owes, due by a day."""
        own = self.visible_to(user).filter(by=user)
        return own.filter(follow_up_on__lte=until, follow_up_on__isnull=False)


class ConsentQuerySet(models.QuerySet):
    def valid(self):
        return self.filter(withdrawn_at__isnull=True, expires_on__gte=timezone.localdate())

    def visible_to(self, user):
        """Consents that one's organisation recorded or received; others' partners are nobody's business."""
        if not user.can(Permission.CLIENT_SEE):
            return self.none()
        here = user.posting.organisation_id
        return self.filter(Q(organisation=here) | Q(recipient=here))


class AccessGrantQuerySet(models.QuerySet):
    def current(self):
        now = timezone.now()
        return self.filter(Q(until__isnull=True) | Q(until__gt=now), since__lte=now)

    def to(self, user):
        """Grants of her house, and her own; those that let her in end when she works for another house."""
        posting = user.posting
        if posting is None:
            return self.none()
        day = OuterRef("since__date")
        here_then = user.postings.filter(organisation=posting.organisation_id, starts_on__lte=day)
        here_then = here_then.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=day))
        own = Q(user=user) & (Q(deny=True) | Exists(here_then))
        return self.filter(own | Q(organisation=posting.organisation_id))
