from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.utils import timezone

from ltsa.access import Permission
from ltsa.organisations.models import Suspension

from .permissions import ROLES

BEGINS = Q(ends_on__gt=F("starts_on"))


def _suspended() -> Exists:
    """Of a posting: whether its house is suspended now. A condition in the query that reads it, never one more query."""
    return Exists(Suspension.objects.in_force().filter(organisation=OuterRef("organisation")))


class UserQuerySet(models.QuerySet):
    def holding(self, permission: Permission):
        """Active people whose posting of today gives them this permission."""
        roles = [role for role, held in ROLES.items() if permission in held]
        posted = self._postings().current().filter(role__in=roles)
        return self.filter(is_active=True, pk__in=posted.values("user"))

    def _postings(self):
        return self.model._meta.get_field("postings").related_model.objects

    def not_suspended(self):
        """Without those who work today for a house whose access is suspended: they do not even sign in."""
        return self.exclude(pk__in=self._postings().posted_today().suspended().values("user"))

    def working_for(self, organisation):
        """Combine with holding() in this order: working_for(x) & holding(y) would join twice."""
        return self.filter(pk__in=organisation.postings.current().values("user"))

    def visible_to(self, user):
        """Whom a manager of people may see: those who work in her reach, and those who last did so.

        Who has moved on to another district or organisation is no longer hers to see.
        """
        postings = self.model._meta.get_field("postings").related_model.objects
        near = postings.within_reach_of(user)
        if near is None:
            return self.filter(pk=user.pk)
        hers = postings.filter(user=OuterRef("pk"))
        last = Subquery(hers.order_by("-ends_on", "-starts_on").values("pk")[:1])
        unended = hers.unended()
        return self.alias(last_posting=last).filter(
            Exists(unended.filter(pk__in=near.values("pk")))
            | ~Exists(unended) & Q(last_posting__in=near.values("pk"))
        )


class PostingQuerySet(models.QuerySet):
    def current(self):
        """The last day of a posting is the day it no longer counts: ending it today ends access at once.

        So does the suspension of its house, for as long as it lasts: whatever rests on a posting rests with it.
        """
        return self.posted_today().exclude(_suspended())

    def posted_today(self):
        """Current ones, also of a suspended house: whoever asks whether somebody is *there* asks this."""
        return self.unended().filter(starts_on__lte=timezone.localdate())

    def suspended(self):
        return self.filter(_suspended())

    def unended(self):
        """Current postings and those to come; one that was called off ends on the day it would have started."""
        to_come = Q(ends_on__gt=timezone.localdate())
        return self.filter(Q(ends_on__isnull=True) | to_come & BEGINS)

    def overlapping(self, starts_on, ends_on=None):
        """Postings whose days [starts_on, ends_on) meet these; the database has the same rule."""
        meets = Q(ends_on__isnull=True) | Q(ends_on__gt=starts_on) & BEGINS
        return self.filter(meets, starts_on__lt=ends_on) if ends_on else self.filter(meets)

    def with_place(self):
        return self.select_related("user", "organisation__district", "service_point", "village")

    def visible_to(self, user):
        near = self.within_reach_of(user)
        return self.filter(user=user) if near is None else near

    def within_reach_of(self, user):
        """Those of a district, or of an organisation, whose people this reader manages; None: she manages nobody's."""
        if user.can(Permission.PEOPLE_MANAGE_DISTRICT):
            return self.filter(organisation__district=user.posting.district_id)
        if user.can(Permission.PEOPLE_MANAGE_OWN):
            return self.filter(organisation=user.posting.organisation_id)
        if user.can(Permission.PEOPLE_CONFIRM):
            return self.filter(within_reach_of(user))
        return None


class AgencyTieQuerySet(models.QuerySet):
    def visible_to(self, user):
        """For those who keep the people of a house or of a district."""
        people = self.model._meta.get_field("user").related_model.objects.visible_to(user)
        if user.can(Permission.PEOPLE_MANAGE_DISTRICT):
            return self.filter(
                Q(user__in=people.values("pk")) | Q(organisation__district=user.posting.district_id)
            )
        if user.can(Permission.PEOPLE_MANAGE_OWN):
            return self.filter(
                Q(user__in=people.values("pk")) | Q(organisation=user.posting.organisation_id)
            )
        return self.none()

    def of(self, user):
        """Those that count for this person now: her own, and those of her house."""
        return self.filter(
            Q(user=user) | Q(organisation=user.posting.organisation_id), ended_at=None
        )


class AbsenceQuerySet(models.QuerySet):
    def visible_to(self, user):
        if user.posting is None:
            return self.none()
        if user.can(Permission.OWN_ORGANISATION_SEE):
            colleagues = user.posting.organisation.postings.current()
            return self.filter(user__in=colleagues.values("user"))
        return self.filter(Q(user=user) | Q(stand_in=user))

    def on(self, day):
        return self.filter(starts_on__lte=day, ends_on__gte=day, cancelled_at=None)

    def current(self):
        """Those of today and to come."""
        return self.filter(ends_on__gte=timezone.localdate(), cancelled_at=None)


class DutyQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The roster of one's own house."""
        if user.posting is None:
            return self.none()
        return self.filter(organisation=user.posting.organisation_id)

    def on(self, day):
        return self.filter(starts_on__lte=day, ends_on__gte=day, cancelled_at=None)

    def current(self):
        """Those of today and to come."""
        return self.filter(ends_on__gte=timezone.localdate(), cancelled_at=None)


class PersonActQuerySet(models.QuerySet):
    def visible_to(self, user):
        """A supervisor those of her own organisation; a data protection officer those of her district, else the nation's."""
        if user.posting is None:
            return self.none()
        if user.can(Permission.PEOPLE_CONFIRM):
            return self.filter(within_reach_of(user))
        if user.can(Permission.PEOPLE_MANAGE_OWN):
            return self.filter(organisation=user.posting.organisation_id)
        return self.filter(by=user)

    def between(self, first, second):
        """What either of the two did to the other."""
        return self.filter(Q(by=first, person=second) | Q(by=second, person=first))


class AccountResetQuerySet(models.QuerySet):
    def open(self):
        return self.filter(stopped_at=None, done_at=None)

    def visible_to(self, user):
        """The person herself, the supervisors of her organisation, the data protection officer; nobody else."""
        own = Q(person=user) | Q(asked_by=user)
        if user.posting is None:
            return self.filter(own)
        if user.can(Permission.PEOPLE_CONFIRM):
            return self.filter(own | within_reach_of(user))
        if user.can(Permission.PEOPLE_MANAGE_OWN):
            return self.filter(own | Q(organisation=user.posting.organisation_id))
        return self.filter(own)


class SupervisorProposalQuerySet(models.QuerySet):
    def open(self):
        return self.filter(decided_at=None)

    def visible_to(self, user):
        """Whoever proposed it, the supervisors of the organisation, and the data protection officer who decides."""
        if user.posting is None:
            return self.none()
        if user.can(Permission.PEOPLE_CONFIRM):
            return self.filter(within_reach_of(user))
        if user.can(Permission.PEOPLE_MANAGE_DISTRICT):
            return self.filter(organisation__district=user.posting.district_id)
        if user.can(Permission.PEOPLE_MANAGE_OWN):
            return self.filter(organisation=user.posting.organisation_id)
        return self.none()


def within_reach_of(officer) -> Q:
    """Organisations of a data protection officer: of her district; the nation's officer stands in everywhere."""
    district = officer.posting.district_id
    # Not an empty Q: joined by OR that would narrow to the other side alone.
    return Q(organisation__district=district) if district else Q(pk__isnull=False)
