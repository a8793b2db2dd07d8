"""Who speaks for whom: a relative and the migrant she represents, as one reader sees both."""

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from .disclosure import masked_name, may_edit, shown_groups_of
from .models import Migrant, Relationship

BOTH = ("migrant__registered_by", "relative__registered_by")


def ties_for(user):
    """Ties of which this reader sees both ends: one alone would tell that the other is known somewhere."""
    seen = Migrant.objects.visible_to(user)
    return Relationship.objects.filter(migrant__in=seen, relative__in=seen).select_related(*BOTH)


def ties_of(migrant: Migrant, user):
    """Her relatives, and those for whom she speaks."""
    seen = Migrant.objects.visible_to(user)
    ties = Relationship.objects.filter(
        Q(migrant=migrant, relative__in=seen) | Q(relative=migrant, migrant__in=seen)
    )
    return ties.select_related(*BOTH).order_by("pk")


def may_edit_tie(tie: Relationship, user) -> bool:
    """Whoever may edit one of the two."""
    return may_edit(tie.relative, user) or may_edit(tie.migrant, user)


def letter_words(tie: Relationship) -> str:
    if tie.letter_on:
        return _("Surat kuasa %(day)s") % {"day": date_format(tie.letter_on, "j F Y")}
    return _("Ada surat kuasa") if tie.letter_of_authority else _("Belum ada surat kuasa")


def names_of(migrants, user) -> dict:
    """{id: the name, or its first letter for who may not know it}."""
    groups = shown_groups_of(migrants, user)
    return {
        row.pk: str(row) if "identity" in groups[row.pk] else masked_name(row) for row in migrants
    }
