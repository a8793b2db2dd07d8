"""Which cases a person may see. Every page, API, search, export, figure and message starts here."""

from datetime import timedelta

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from ltsa.access import Permission
from ltsa.timeline.models import Event
from services.querysets.grants import is_closed_to, shut_out

from ..codes import VERIFIED_BY
from .waiting import for_house, for_officer, in_charge, manned


class CaseTypeQuerySet(models.QuerySet):
    def for_district(self, code):
        """Those of the nation and of this district that are still in use."""
        return self.filter(Q(district=None) | Q(district=code), ended_on=None)

    def for_case(self, case):
        """The same, and those that the case has already: an ended one stays on it until somebody takes it off."""
        there = Q(pk=case.primary_type_id) | Q(pk__in=case.secondary_types.values("pk"))
        return self.filter(
            Q(district=None, ended_on=None) | Q(district=case.district_id, ended_on=None) | there
        )

    def managed_by(self, user):
        """Those of her own district, ended ones too; MASTER_DATA_MANAGE is asked by the door."""
        district = user.posting.district_id if user.posting else None
        return self.filter(district=district) if district else self.none()

    def sensitive(self):
        return self.filter(sensitive=True)


class CaseQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Restricted: the named team alone. Ordinary: the team, one's service point, a supervisor's organisation.

        A district admin sees ordinary cases of her district without their narrative (cases/disclosure.py).
        """
        if user.can(Permission.CASE_LIST_BARE):
            near = self.ordinary().filter(district=user.posting.district_id)
            return near.exclude(migrant__in=shut_out(user))
        if not user.can(Permission.CASE_SEE):
            return self.none()
        posting = user.posting
        # Whoever has moved to another house takes no case along.
        here = Q(organisation=posting.organisation_id)
        on_the_team = here & Q(
            pk__in=apps.get_model("cases", "CaseMember")
            .objects.filter(user=user, until__isnull=True)
            .values("case")
        )
        seen = on_the_team & Q(restricted=False)
        if user.can(Permission.CASE_RESTRICTED):
            seen |= on_the_team
        near = here & Q(owner=user)
        if user.can(Permission.OWN_ORGANISATION_SEE):
            near |= Q(organisation=posting.organisation_id)
        elif posting.service_point_id and not is_closed_to(user):
            near |= Q(service_point=posting.service_point_id)
        return self.filter(seen | near & Q(restricted=False)).exclude(migrant__in=shut_out(user))

    def known_to(self, user, now=None):
        """Restricted cases that this person opened: of these she sees code and state, nothing more (rule 2).

        A case that waits in the house she has left is no longer hers to hand over; nor is one of another district.
        OPENER_SEES_DAYS after it was handed over or closed it is gone: nobody follows a survivor for years by her list.
        """
        if not user.can(Permission.CASE_HAND_OVER):
            return self.none()
        posting = user.posting
        hers = Q(organisation=posting.organisation_id)
        hers |= Q(handed_over_at__isnull=False, district=posting.district_id)
        since = (now or timezone.now()) - timedelta(days=settings.OPENER_SEES_DAYS)
        over = Q(handed_over_at__lte=since) | Q(closed_at__lte=since)
        opened = self.filter(hers, opened_by=user, restricted=True).exclude(over)
        return opened.exclude(migrant__in=shut_out(user)).only(
            "pk", "code", "state", "restricted", "handed_over_at", "version"
        )

    def waiting(self):
        """Restricted ones on which nobody of the team can work."""
        return self.filter(~manned(), restricted=True).exclude(state="closed")

    def waiting_for(self, user):
        """Of these she sees code, priority and clock: to take one on, or as data protection officer to name somebody."""
        if user.posting is None:
            return self.none()
        if user.can(Permission.CASE_RESTRICTED):
            near = Q(organisation=user.posting.organisation_id) & for_house(user)
        elif user.can(Permission.AUDIT_SEE):
            near = for_officer(user)
        else:
            return self.none()
        waiting = self.waiting().filter(near).exclude(migrant__in=shut_out(user))
        return waiting.select_related("organisation").defer("account")

    def to_hand_over_by(self, user):
        """Restricted cases not yet handed over that this person opened or works on."""
        known, seen = self.known_to(user).values("pk"), self.visible_to(user).values("pk")
        return self.filter(Q(pk__in=known) | Q(pk__in=seen), restricted=True, handed_over_at=None)

    def with_parts(self):
        return self.select_related(
            "migrant__village__parent__parent",
            "migrant__registered_by",
            "primary_type",
            "organisation",
            "owner",
            "agency",
            "closing_asked_by",
        )

    def ordinary(self):
        return self.filter(restricted=False)

    def open(self):
        return self.exclude(state__in=["resolved", "closed"])

    def waiting_for_closing(self):
        """Somebody asked a second person to close it, and nobody has."""
        return self.filter(closing_asked_by__isnull=False, closed_at=None)

    def verified_complaints(self):
        """What is counted against an agency: taken on after verification, no duplicate, never a restricted case."""
        taken_on = Event.objects.filter(subject=OuterRef("pk"), verb=VERIFIED_BY)
        return self.ordinary().filter(Exists(taken_on)).exclude(closing_reason="duplicate")


class CaseMemberQuerySet(models.QuerySet):
    def current(self):
        return self.filter(until__isnull=True).select_related("user")


class CaseClosingQuerySet(models.QuerySet):
    def visible_to(self, user):
        cases = apps.get_model("cases", "Case").objects.visible_to(user)
        if user.can(Permission.CASE_LIST_BARE):
            return self.none()
        return self.filter(case__in=cases.values("pk"))

    def alone(self, user):
        """Closings without a second person, for the chair of the house: its supervisors and whoever closed.

        And for the data protection officer in charge, who reads code, house and day of them (cases/lists.py).
        """
        if user.posting is not None and user.can(Permission.AUDIT_SEE):
            near = self.filter(in_charge(user, "case__")).exclude(alone_because="")
            return near.exclude(case__migrant__in=shut_out(user))
        if user.posting is None or not user.can(Permission.CASE_SEE):
            return self.none()
        here = self.visible_to(user).filter(organisation=user.posting.organisation_id)
        house = here.exclude(alone_because="")
        if user.can(Permission.OWN_ORGANISATION_SEE):
            return house
        return house.filter(closed_by=user)
