"""Which requests to delete a person may see."""

from django.apps import apps
from django.db import models
from django.db.models import Q

from ltsa.access import Permission
from services.querysets.grants import shut_out


class DeletionRequestQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The house that is asked (of a case that was handed over: those who worked on such cases), and who asks it.

        The data protection officers see that each is asked and confirmed; its client and case stay closed to them.
        """
        if user.can(Permission.AUDIT_SEE):
            return self.exclude(consent__migrant__in=shut_out(user))
        if user.posting is None:
            return self.none()
        here = user.posting.organisation_id
        asked = Q(pk__in=[])
        if user.can(Permission.REFERRAL_ANSWER):
            asked |= Q(organisation=here, case=None)
        if user.can(Permission.CASE_RESTRICTED):
            asked |= Q(organisation=here, referral=None)
        referrals = apps.get_model("cases", "Referral").objects.visible_to(user)
        cases = apps.get_model("cases", "Case").objects.visible_to(user)
        home = Q(referral__in=referrals.values("pk")) | Q(case__in=cases.values("pk"))
        if user.can(Permission.REFERRAL_TIMING):
            home = Q(pk__in=[])
        shut = shut_out(user)
        seen = self.filter(asked | Q(sender=here) & home)
        return seen.exclude(consent__migrant__in=shut)

    def unconfirmed(self):
        return self.filter(confirmed_at=None)

    def with_parts(self):
        return self.select_related("referral", "case", "organisation", "sender", "confirmed_by")
