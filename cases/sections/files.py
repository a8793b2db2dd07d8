from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ..case_page import Asking, Block, block
from ..disclosure import may_work, needs_limits
from ..lists import minute
from ..models import Case, CaseFile


@block(70)
def files_of(case: Case, user) -> Asking:
    """Evidence and documents as they stand now; what each holds is read on its own page, which is on record."""
    found = yield CaseFile.objects.visible_to(user).filter(case=case).current().select_related("by")
    working = may_work(case, user) and not needs_limits(case)
    add = (_("Tambah berkas"), reverse("cases:file_create", args=[case.pk]))
    return Block(
        "files",
        pgettext("daftar", "Berkas"),
        rows=[_line(file) for file in found],
        actions=[add] if working else [],
        empty=_("Belum ada berkas."),
    )


def _line(file: CaseFile) -> dict:
    return {
        "url": reverse("cases:file_detail", args=[file.pk]),
        "title": f"{file.number}. {file.get_kind_display()}",
        "text": " · ".join(part for part in (file.note, minute(file.at), str(file.by)) if part),
        "tag": file.format,
        "tone": "neutral",
    }
