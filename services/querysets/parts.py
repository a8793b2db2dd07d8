"""What hangs on a client: her journeys, documents, memberships; and what belongs to an office."""

from django.apps import apps
from django.db import models
from django.db.models import Q

from ltsa.access import Permission
from ltsa.organisations.models import Kind

from .grants import granted, is_closed_to, shut_out
from .hands import at_home, met, of_desks, written_here


def known_at_home(user, prefix: str = "migrant__") -> Q:
    """Clients of this reader's own house whom she may meet; for a desk, those of the desks of her district."""
    home = at_home(user, prefix)
    if user.can(Permission.CLIENT_SEARCH_DISTRICT):
        home |= of_desks(user, prefix)
    if is_closed_to(user):  # there a grant by name lets her in to a client of her own house
        home |= Q(**{f"{prefix}registered_by": user.posting.organisation_id}) & met(user, prefix)
    return home


def works_with_survivors(prefix: str) -> Q:
    """The house's name alone would tell what happened to her (domain 4 rule 4)."""
    return Q(**{f"{prefix}kind": Kind.WOMENS_ORGANISATION}) | Q(
        **{f"{prefix}is_women_crisis_centre": True}
    )


class JourneyQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Of clients at home here, of those who let this house see her journeys, and what it wrote itself."""
        if not user.can(Permission.CLIENT_SEE):
            return self.none()
        let_in = granted(user, deny=False, group="journey")
        seen = self.filter(written_here(user) | known_at_home(user) | Q(migrant__in=let_in))
        return seen.exclude(migrant__in=shut_out(user))


class OfficeQuerySet(models.QuerySet):
    """Rows that one organisation wrote about a client, for its own people."""

    def visible_to(self, user):
        if not user.can(Permission.CLIENT_SEE):
            return self.none()
        return self.filter(written_here(user)).exclude(migrant__in=shut_out(user))


class DocumentQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Of clients at home here."""
        if not user.can(Permission.CLIENT_SEE):
            return self.none()
        return self.filter(known_at_home(user)).exclude(migrant__in=shut_out(user))


class MembershipQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The house that asked her; the union itself once she was registered there with her consent."""
        if not user.can(Permission.CLIENT_SEE):
            return self.none()
        here = user.posting.organisation_id
        joined = Q(state__in=["registered", "member", "left"])
        known = apps.get_model("services", "Migrant").objects.visible_to(user).values("pk")
        there = Q(union=here, migrant__in=known) & joined
        return self.filter(written_here(user) | there).exclude(migrant__in=shut_out(user))


class VisitQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The queue of one's own office."""
        if not user.can(Permission.DESK_SERVE):
            return self.none()
        return self.filter(written_here(user)).exclude(migrant__in=shut_out(user))


class BookQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The books that one's own organisation brings in."""
        if not user.can(Permission.CLIENT_IMPORT):
            return self.none()
        return self.filter(organisation=user.posting.organisation_id)


class MergeQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Merges made in one's own organisation."""
        if not user.can(Permission.CLIENT_MERGE):
            return self.none()
        shut = shut_out(user)
        here = self.filter(organisation=user.posting.organisation_id)
        if is_closed_to(user):
            seen = apps.get_model("services", "Migrant").objects.visible_to(user).values("pk")
            here = here.filter(into__in=seen)
        return here.exclude(Q(into__in=shut) | Q(duplicate__in=shut))
