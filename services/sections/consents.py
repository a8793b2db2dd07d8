"""What she allowed, refused and took back; each one can be taken back from here in two clicks."""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ltsa.access import Permission

from ..client_page import Asking, Section, section
from ..codes import Decision
from ..consent_page import state_of, title_of, words_of
from ..lists import addresses
from ..merged import hers
from ..models import Consent, Migrant


@section(30)
def consents(migrant: Migrant, user) -> Asking:
    if not user.can(Permission.CLIENT_SEE):
        return None
    seen = Consent.objects.visible_to(user).filter(hers(migrant))
    rows = yield seen.select_related("recipient")
    rows.sort(key=lambda row: not row.is_valid)
    detail, withdraw = addresses("services:consent_detail"), addresses("services:consent_withdraw")
    may = user.can(Permission.CLIENT_EDIT)
    return Section(
        title=_("Persetujuan"),
        rows=[_row(row, user, detail, withdraw if may else None) for row in rows],
        subjects=[row.pk for row in rows],
        off_paper=frozenset(row.pk for row in rows if _tells(row)),
        actions=[(_("Tanya persetujuan"), reverse("services:consent_create", args=[migrant.pk]))]
        if may
        else [],
        empty=_("Belum ada jawaban yang dicatat."),
    )


def _tells(consent: Consent) -> bool:
    """Of a restricted case, or for a house whose name alone tells what happened to her."""
    house = consent.recipient
    return consent.restricted or (house is not None and house.works_with_survivors)


def _row(consent: Consent, user, detail, withdraw) -> dict:
    word, tone = state_of(consent)
    if consent.decision == Decision.GIVEN:
        until = _("sampai %(day)s") % {"day": date_format(consent.expires_on, "j M Y")}
    else:
        until = _("dijawab %(day)s") % {"day": date_format(localdate(consent.given_at), "j M Y")}
    data = words_of(consent) if consent.recipient_id else ""
    row = {
        "url": detail(consent.pk),
        "title": title_of(consent, user),
        "text": " · ".join(part for part in (data, consent.get_method_display(), until) if part),
        "tag": word,
        "tone": tone,
        "off_paper": _tells(consent),
    }
    if withdraw and consent.is_valid:
        row |= {"edit": withdraw(consent.pk), "edit_label": _("cabut")}
    return row
