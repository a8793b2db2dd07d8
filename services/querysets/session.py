from django.db import models
from django.db.models import Q

from ltsa.access import Permission


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


class AppointmentQuerySet(models.QuerySet):
    def visible_to(self, user):
        """One's own; those of one's service point; a supervisor those of her organisation."""
        if not user.can(Permission.SESSION_SEE):
            return self.none()
        posting = user.posting
        seen = Q(by=user, organisation=posting.organisation_id)
        if user.can(Permission.OWN_ORGANISATION_SEE):
            seen |= Q(organisation=posting.organisation_id)
        elif posting.service_point_id:
            seen |= Q(service_point=posting.service_point_id)
        return self.filter(seen)


class CourseQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The counsellor and her supervisor alone: not her desk, not the partner, not the district."""
        if not user.can(Permission.PSYCHOSOCIAL_CARE):
            return self.none()
        here = self.filter(organisation=user.posting.organisation_id)
        if user.can(Permission.OWN_ORGANISATION_SEE):
            return here
        return here.filter(counsellor=user)

    def open(self):
        return self.filter(closed_at__isnull=True)
