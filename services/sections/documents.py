"""The documents that the law asks of a prospective migrant, as last seen."""

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ..client_page import Asking, Section, section
from ..codes import DocumentCode, DocumentFlag, DocumentState
from ..disclosure import is_home, may_edit
from ..models import DocumentCheck, Migrant

TONES = {
    DocumentState.PRESENT: "good",
    DocumentState.IN_PROGRESS: "waiting",
    DocumentState.MISSING: "neutral",
    DocumentState.INVALID: "burning",
    DocumentState.EXPIRED: "burning",
    DocumentState.NOT_APPLICABLE: "neutral",
}


@section(25)
def documents(migrant: Migrant, user) -> Asking:
    if not (is_home(migrant, user) and may_edit(migrant, user)):
        return None
    known = yield DocumentCheck.objects.visible_to(user).filter(migrant=migrant)
    rows = {row.code: row for row in known}
    url = reverse("services:documents", args=[migrant.pk])
    there = sum(row.state == DocumentState.PRESENT for row in rows.values())
    counted = sum(row.state != DocumentState.NOT_APPLICABLE for row in rows.values())
    title = _("Dokumen")
    if rows:
        needed = len(DocumentCode) - (len(rows) - counted)
        title = _("Dokumen: %(there)s dari %(needed)s ada") % {"there": there, "needed": needed}
    return Section(
        title=title,
        rows=[_row(rows[code], url) for code in DocumentCode.values if code in rows],
        actions=[(_("Periksa dokumen"), url)],
        empty=_("Belum diperiksa. Delapan dokumen menurut UU 18/2017 pasal 13."),
    )


def _row(row: DocumentCheck, url: str) -> dict:
    words = [str(DocumentFlag(flag).label) for flag in row.flags]
    if row.valid_until:
        words.append(_("berlaku sampai %(day)s") % {"day": date_format(row.valid_until, "j F Y")})
    words.append(_("diperiksa %(day)s") % {"day": date_format(row.checked_on, "j F Y")})
    late = row.valid_until is not None and row.valid_until < timezone.localdate()
    state = DocumentState.EXPIRED if late else DocumentState(row.state)
    return {
        "url": url,
        "title": row.get_code_display(),
        "text": " · ".join(words),
        "tag": state.label
        if not row.flags
        else _("%(state)s, ada tanda bahaya") % {"state": state.label},
        "tone": "burning" if row.flags else TONES[state],
    }
