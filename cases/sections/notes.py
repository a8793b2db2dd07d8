from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from ..case_page import Asking, Block, block
from ..disclosure import may_work, needs_limits
from ..lists import minute
from ..models import Case, CaseNote

SHOWN = 10


@block(80)
def notes_of(case: Case, user) -> Asking:
    """The newest notes as they stand now; older ones, and older versions, one tap away."""
    found = (
        yield CaseNote.objects.visible_to(user)
        .filter(case=case)
        .current()
        .select_related("by")[:SHOWN]
    )
    working = may_work(case, user) and not needs_limits(case)
    add = (_("Tambah catatan"), reverse("cases:note_create", args=[case.pk]))
    return Block(
        "notes",
        pgettext("daftar", "Catatan"),
        actions=[add] if working else [],
        empty=_("Belum ada catatan."),
        template="cases/note_block.html" if found else "",
        told={"notes": [_line(note, user, working) for note in found]},
    )


def _line(note: CaseNote, user, working: bool) -> dict:
    older = note.number - 1
    return {
        "text": note.text,
        "when": minute(note.at),
        "who": str(note.by),
        "older": ngettext("%(n)d versi lama", "%(n)d versi lama", older) % {"n": older}
        if older
        else "",
        "older_url": reverse("cases:note_versions", args=[note.pk]),
        "correct_url": reverse("cases:note_correct", args=[note.pk]) if working else "",
    }
