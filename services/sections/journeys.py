"""Where she went, wants to go or came back from; a journey a row."""

from django.urls import reverse
from django.utils.translation import gettext as _

from ..client_page import Asking, Section, section
from ..codes import DisclosureGroup
from ..disclosure import may_edit, shown_groups
from ..journeys import (
    journey_state,
    journey_text,
    journey_title,
    journeys_of,
    shown_journeys,
)
from ..lists import addresses
from ..models import Migrant


@section(20)
def journeys(migrant: Migrant, user) -> Asking:
    shown = shown_journeys((yield journeys_of(migrant, user)), migrant, user)
    if not shown and DisclosureGroup.JOURNEY not in shown_groups(migrant, user):
        return None
    url_of = addresses("services:journey_detail")
    edit_of = addresses("services:journey_edit")
    actions = []
    if may_edit(migrant, user):
        label = _("Tambah perjalanan")
        actions.append((label, reverse("services:journey_create", args=[migrant.pk])))
    return Section(
        title=_("Perjalanan"),
        rows=[
            {
                "url": url_of(one.journey.pk),
                "title": journey_title(one.journey),
                "text": journey_text(one.journey),
                "tag": state[0],
                "tone": state[1],
                "edit": edit_of(one.journey.pk) if one.may_edit else "",
            }
            for one in shown
            for state in [journey_state(one.journey)]
        ],
        subjects=[one.journey.pk for one in shown],
        actions=actions,
        empty=_("Belum ada perjalanan yang dicatat."),
    )
