"""Which referrals a person may see."""

from django.apps import apps
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery, Value
from django.utils import timezone

from ltsa.access import Permission
from ltsa.organisations.models import Suspension
from services.querysets.grants import shut_out

from ..codes import OPEN_REFERRAL, OPEN_TO_RECIPIENT


class ReferralQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The senders who see the case, and the people of the recipient who answer; others not at all."""
        if user.can(Permission.REFERRAL_TIMING):
            near = self.filter(district=user.posting.district_id, restricted=False)
            return near.exclude(sent_at=None).exclude(case__migrant__in=shut_out(user))
        if not user.can(Permission.REFERRAL_SEE):
            return self.none()
        mine = Q(self._of_a_seen_case(user), sender=user.posting.organisation_id)
        mine |= self._moved_away(user)
        if user.can(Permission.REFERRAL_ANSWER):
            mine |= Q(to=user.posting.organisation_id, sent_at__isnull=False)
        return self.filter(mine).exclude(case__migrant__in=shut_out(user))

    def _moved_away(self, user):
        """The trace of a case that went to another district: for its team as it was, and of an ordinary one the heads."""
        gone = Q(kind="transfer", sender=user.posting.organisation_id) & Q(
            state="completed", case__hand_over_consent=F("consent")
        )
        hers = Q(team_at_sending__contains=[user.pk])
        if user.can(Permission.OWN_ORGANISATION_SEE):
            hers |= Q(restricted=False)
        return gone & hers

    def incoming(self, user):
        """As `visible_to` has it, said without its OR, so that a long inbox begins in its index."""
        if not user.can(Permission.REFERRAL_ANSWER):
            return self.visible_to(user).filter(to=user.posting.organisation_id)
        here = self.filter(to=user.posting.organisation_id, sent_at__isnull=False)
        return here.exclude(case__migrant__in=shut_out(user))

    def _of_a_seen_case(self, user) -> Subquery:
        """Asked of each row that is read, so that a page of 25 asks for 25 cases and not for all of the house.

        Of EXISTS beside an OR PostgreSQL would read every case first; a value it can but look up.
        """
        cases = apps.get_model("cases", "Case").objects.visible_to(user)
        yes = Value(True, output_field=models.BooleanField())
        return Subquery(cases.filter(pk=OuterRef("case")).order_by().values(yes=yes))

    def outgoing(self, user):
        """As `visible_to` has it, said without its OR of two sides, so that a long list begins in its index."""
        if user.can(Permission.REFERRAL_TIMING) or not user.can(Permission.REFERRAL_SEE):
            return self.visible_to(user).filter(sender=user.posting.organisation_id)
        sent = self.filter(sender=user.posting.organisation_id)
        seen = sent.filter(Q(self._of_a_seen_case(user)) | self._moved_away(user))
        return seen.exclude(case__migrant__in=shut_out(user))

    def wanting_the_sender(self):
        """Came back or went unanswered and was not offered on; is late; was served and waits to be closed; or is an
        emergency at a house whose access is suspended."""
        on = self.model.objects.filter(
            previous=OuterRef("pk"), case=OuterRef("case"), sent_at__isnull=False
        )
        back = Q(state__in=["declined", "returned", "expired"]) & ~Exists(on)
        late = Q(state="sent", due_at__lt=timezone.now())
        halted = Exists(Suspension.objects.in_force().filter(organisation=OuterRef("to")))
        shut = Q(state__in=["sent", "accepted"], priority="emergency") & halted
        here = Q(case__organisation=F("sender"), kind="referral")
        waiting = self.filter(back | late | shut | Q(state="service_given"), here)
        return waiting.exclude(case__state__in=["resolved", "closed"])

    def sides(self, user) -> list:
        """What `visible_to` has, in lists that each begin in an index of their own: what came in, and what went out."""
        if user.can(Permission.REFERRAL_TIMING) or not user.can(Permission.REFERRAL_SEE):
            return [self.visible_to(user)]
        return [self.incoming(user), self.outgoing(user)]

    def with_parts(self):
        return self.select_related(
            "case__migrant", "sender", "to", "consent", "created_by", "claimed_by"
        )

    def open(self):
        return self.filter(state__in=OPEN_REFERRAL)

    def answered(self):
        return self.exclude(state__in=["draft", "sent"])

    def unanswered(self):
        return self.filter(state="sent")

    def overdue(self):
        return self.unanswered().filter(due_at__lt=timezone.now())


class ReferralNoteQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Words between the two sides: whoever sees only timing reads none of them."""
        if user.can(Permission.REFERRAL_TIMING):
            return self.none()
        referrals = apps.get_model("cases", "Referral").objects.visible_to(user)
        return self.filter(referral__in=referrals.values("pk"))


class ThroughReferralQuerySet(models.QuerySet):
    """What hangs on a referral and is the sender's to know: versions shared, files, the client's word."""

    def visible_to(self, user):
        if user.can(Permission.REFERRAL_TIMING) or user.posting is None:
            return self.none()
        referrals = apps.get_model("cases", "Referral").objects.visible_to(user)
        sent = referrals.filter(
            sender=user.posting.organisation_id, case__organisation=user.posting.organisation_id
        )
        return self.filter(referral__in=sent.values("pk"))


class ReferralFileQuerySet(ThroughReferralQuerySet):
    def visible_to(self, user):
        """Those who sent it, and once it was accepted its recipient; nobody what was taken off the case's list."""
        kept = self.filter(file__removed_at=None)
        if user.posting is None:
            return kept.none()
        theirs = apps.get_model("cases", "Referral").objects.incoming(user)
        taken = theirs.filter(to=user.posting.organisation_id, state__in=OPEN_TO_RECIPIENT)
        sent = super().visible_to(user).values("pk")
        if not user.can(Permission.REFERRAL_ANSWER):
            return kept.filter(pk__in=sent)
        return kept.filter(Q(pk__in=sent) | Q(referral__in=taken.values("pk")))


class OutsideLinkQuerySet(ThroughReferralQuerySet):
    def living(self):
        return self.filter(dead_at=None, expires_at__gt=timezone.now())


class ThroughLinkQuerySet(models.QuerySet):
    def visible_to(self, user):
        links = apps.get_model("cases", "OutsideLink").objects.visible_to(user)
        return self.filter(link__in=links.values("pk"))
