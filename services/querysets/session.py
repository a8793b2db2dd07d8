from datetime import timedelta

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from ltsa.access import Permission

from .grants import is_closed_to, shut_out
from .hands import written_here


class SessionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """One's own sessions; a desk those of its point; a supervisor those of her organisation.

        In a house for survivors those of one's point are not one's own business.

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
        elif posting.service_point_id and not is_closed_to(user):
            near = Q(service_point=posting.service_point_id) & written_here(user)
            seen |= near & ~Q(kind="psychosocial")
        return self.filter(seen).exclude(migrant__in=shut_out(user))

    def counted(self):
        """What stands in a figure: a voided row stays to be seen, and counts nowhere."""
        return self.filter(voided_at__isnull=True)

    def last_talk_of(self, user):
        """What this person wrote last of a conversation with one person; None for a beginner."""
        return self.counted().filter(by=user, mode="individual").order_by("-created_at").first()

    def follow_ups_of(self, user, *, until):
        """Open follow-ups that this person owes, due by a day."""
        own = self.visible_to(user).counted().filter(by=user)
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
        elif posting.service_point_id and not is_closed_to(user):
            seen |= Q(service_point=posting.service_point_id) & written_here(user)
        return self.filter(seen).exclude(migrant__in=shut_out(user))

    def to_do_by(self, user):
        """This person's appointments until tomorrow night, and those missed lately with nothing planned since."""
        today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
        later = self.model.objects.filter(migrant=OuterRef("migrant"), at__gt=OuterRef("at"))
        missed = Q(state="missed", at__gte=today - timedelta(days=30)) & ~Exists(later)
        near = Q(state="planned", at__lt=today + timedelta(days=2))
        return self.visible_to(user).filter(near | missed, by=user).order_by("at")


class CourseQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The counsellor and her supervisor alone: not her desk, not the partner, not the district."""
        if not user.can(Permission.PSYCHOSOCIAL_CARE):
            return self.none()
        here = self.filter(organisation=user.posting.organisation_id)
        here = here.exclude(migrant__in=shut_out(user))
        if user.can(Permission.OWN_ORGANISATION_SEE):
            return here
        return here.filter(counsellor=user)

    def open(self):
        return self.filter(closed_at__isnull=True)

    def running(self, migrant, counsellor):
        """The open course of this client with this counsellor in her present house, or None."""
        if migrant is None:
            return None
        here = counsellor.posting.organisation_id
        return self.open().filter(migrant=migrant, counsellor=counsellor, organisation=here).first()
