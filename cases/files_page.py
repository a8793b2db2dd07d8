"""What the page of one file shows."""

from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext as _

from .disclosure import may_work, needs_limits
from .lists import minute
from .models import CaseFile


def file_page(file: CaseFile, user) -> dict:
    """The template's context: what it is, its versions, and what may be done with it."""
    versions = list(CaseFile.objects.visible_to(user).versions_of(file))
    newest = versions[0]
    return {
        "file": file,
        "case": file.case,
        "summary": [{"term": term, "value": value} for term, value in _rows(file) if value],
        "versions": [_version(one) for one in versions if one != file],
        "src": reverse("cases:file_content", args=[file.pk]),
        "newest": newest == file,
        "may_change": newest == file and may_work(file.case, user) and not needs_limits(file.case),
    }


def _rows(file: CaseFile) -> list[tuple]:
    return [
        (_("Jenis berkas"), file.get_kind_display()),
        (_("Keterangan"), file.note),
        (_("Ukuran"), filesizeformat(file.size)),
        (_("Ditambahkan"), f"{minute(file.at)} · {file.by}"),
        (_("Diperiksa antivirus"), minute(file.scanned_at) or _("belum dipasang")),
    ]


def _version(file: CaseFile) -> dict:
    return {"file": file, "text": f"{minute(file.at)} · {file.by}"}
