"""Parts of a case: read by whoever reads the case itself, never by those who see its line alone."""

from django.apps import apps
from django.db import models
from django.db.models import Q
from django.utils import timezone

from ltsa.access import Permission
from services.querysets.grants import shut_out

from .waiting import in_charge


def _cases(user):
    """The cases whose content this person reads."""
    cases = apps.get_model("cases", "Case").objects
    if user.can(Permission.CASE_LIST_BARE):
        return cases.none()
    return cases.visible_to(user)


class CasePartQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(case__in=_cases(user).values("pk"))


class RestrictedPartQuerySet(CasePartQuerySet):
    """What only the named team of a restricted case has."""

    def visible_to(self, user):
        return super().visible_to(user).filter(case__restricted=True)


class ReportDecisionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The assigned worker and the supervisors of her house, of the named team alone (domain 1.4 c)."""
        seen = _cases(user).filter(restricted=True)
        if not user.can(Permission.OWN_ORGANISATION_SEE):
            seen = seen.filter(Q(owner=user) | Q(owner=None))
        return self.filter(case__in=seen.values("pk"))


class ActionPlanQuerySet(CasePartQuerySet):
    def alone(self, user):
        """Approved without a second person, for the chair of the house, and the data protection officer in charge."""
        if user.posting is not None and user.can(Permission.AUDIT_SEE):
            near = self.filter(in_charge(user, "case__")).exclude(alone_because="")
            return near.exclude(case__migrant__in=shut_out(user))
        if user.posting is None or not user.can(Permission.CASE_SEE):
            return self.none()
        here = self.visible_to(user).filter(case__organisation=user.posting.organisation_id)
        house = here.exclude(alone_because="")
        if user.can(Permission.OWN_ORGANISATION_SEE):
            return house
        return house.filter(decided_by=user)


class ActionStepQuerySet(CasePartQuerySet):
    def open(self):
        return self.filter(state="open")

    def of(self, user):
        """Her own tasks in cases that she still sees."""
        return self.visible_to(user).filter(who=user)


class CaseNoteQuerySet(CasePartQuerySet):
    def current(self):
        """Those that no correction has replaced."""
        return self.filter(replaced_by=None)

    def versions_of(self, note):
        """All versions of this note, the newest first."""
        return self.filter(thread=note.thread).select_related("by").order_by("-number")


class CaseFileQuerySet(CasePartQuerySet):
    def visible_to(self, user):
        """What was taken off the list is kept, and shown to nobody."""
        return self.known_to(user).filter(removed_at=None)

    def known_to(self, user):
        """Those too that were taken off the list: that they were there, nothing of what they hold."""
        return super().visible_to(user)

    def versions_of(self, file):
        """All versions of this file, the newest first."""
        return self.filter(thread=file.thread).select_related("by").order_by("-number")

    def current(self):
        """Those that no correction has replaced."""
        return self.filter(replaced_by=None)


class MediationPartQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(mediation__case__in=_cases(user).values("pk"))


class PromiseQuerySet(MediationPartQuerySet):
    def owed(self):
        """Not yet kept in full, and not given up."""
        return self.filter(state__in=["open", "partly"])

    def late(self, today=None):
        return self.owed().filter(due_on__lt=today or timezone.localdate())


class AccessRequestQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Her own; those that somebody of her house, or as data protection officer of the district she, may decide.

        They name a case by its code and people by theirs, and nothing of what the case holds.
        """
        if user.posting is None or not user.can(Permission.CASE_RESTRICTED, Permission.AUDIT_SEE):
            return self.none()
        seen = Q(asked_by=user, case__organisation=user.posting.organisation_id)
        if user.can(Permission.AUDIT_SEE):
            seen |= in_charge(user, "case__")
        elif user.can(Permission.GLASS_ALLOW):
            seen |= Q(case__organisation=user.posting.organisation_id)
        return self.filter(seen).exclude(case__migrant__in=shut_out(user))

    def waiting(self):
        return self.filter(state="asked")


class BreakGlassQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Her own requests; those that wait for her as second person; for the data protection officer all."""
        if user.can(Permission.AUDIT_SEE):
            return self.exclude(_of_the_shut(user))
        mine = Q(asked_by=user)
        if user.can(Permission.CASE_RESTRICTED) and user.can(Permission.OWN_ORGANISATION_SEE):
            mine |= Q(case__organisation=user.posting.organisation_id, case__isnull=False)
        return self.filter(mine).exclude(_of_the_shut(user))

    def open_for(self, user, now=None):
        """Those that let this person read a case now: allowed, and the hour is not over."""
        now = now or timezone.now()
        hers = self.filter(asked_by=user, state="open", opens_until__gt=now)
        return hers.exclude(_of_the_shut(user))


def _of_the_shut(user) -> Q:
    """Requests for cases that this reader is locked out of; her own line goes too, for it would lead nowhere."""
    return Q(case__isnull=False, case__migrant__in=shut_out(user))
