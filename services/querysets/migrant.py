"""Which clients a person may see. Every page, API, search, export, figure and message starts here."""

from django.apps import apps
from django.db import models
from django.db.models import Q

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
