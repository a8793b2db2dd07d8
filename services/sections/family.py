"""Who speaks for her, and for whom she speaks."""

from django.urls import reverse
from django.utils.translation import gettext as _

from ltsa.access import Permission

from ..client_page import Asking, Section, section
from ..disclosure import may_edit
from ..lists import addresses
from ..models import Migrant, Relationship
from ..ties import letter_words, names_of, ties_of


@section(15)
def family(migrant: Migrant, user) -> Asking:
    """A relative who came for her; for a relative, the migrant she represents."""
    if not user.can(Permission.CLIENT_SEE):
        return None
    ties, edits = (yield ties_of(migrant, user)), may_edit(migrant, user)
    ties = sorted(ties, key=lambda tie: tie.relative_id == migrant.pk)  # first who speaks for her
    if not ties and not edits:
        return None
    names = names_of([_other(tie, migrant) for tie in ties], user)
    url_of = addresses("services:migrant_detail")
    actions = []
    if edits and user.can(Permission.CLIENT_CREATE):
        url = reverse("services:relative_create", args=[migrant.pk])
        actions = [(_("Daftarkan keluarga"), url)]
    return Section(
        title=_("Keluarga"),
        rows=[_row(tie, migrant, names, url_of, edits=edits) for tie in ties],
        actions=actions,
        empty=_("Belum ada keluarga yang tercatat mewakili."),
    )


def _other(tie: Relationship, migrant: Migrant) -> Migrant:
    return tie.migrant if tie.relative_id == migrant.pk else tie.relative


def _row(tie: Relationship, migrant: Migrant, names: dict, url_of, *, edits: bool) -> dict:
    other = _other(tie, migrant)
    relation = tie.get_relation_display() or _("Hubungan belum ditanyakan")
    words = relation
    if other == tie.migrant:
        words = _("PMI yang diwakili; hubungan: %(relation)s") % {"relation": relation}
    return {
        "url": url_of(other.pk),
        "title": names[other.pk],
        "text": f"{words} · {letter_words(tie)}",
        "tag": _("Ada kuasa") if tie.letter_of_authority else _("Tanpa kuasa"),
        "tone": "good" if tie.letter_of_authority else "neutral",
        "edit": reverse("services:relationship_edit", args=[tie.pk]) if edits else "",
    }
