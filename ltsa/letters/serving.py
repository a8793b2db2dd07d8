"""How a letter leaves the house. The app that owns its subject opens the door and asks `visible_to` first."""

from django.http import HttpResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from ltsa.audit.actions import record

from .models import Letter
from .render import render_pdf


def pdf_response(letter: Letter, *, by, inline: bool = False, working_copy: bool = False) -> HttpResponse:  # fmt: skip
    """The letter itself, to be signed; or a working copy with a grey line that says who printed it and when."""
    record("print", letter, fields=["copy"] if working_copy else [], by=by)
    content = copy_of(letter, by=by) if working_copy else bytes(letter.content)
    return as_file(content, letter.file_name, inline=inline)


def copy_of(letter: Letter, *, by) -> bytes:
    """Drawn anew with the reader's code and the time (domain 4 rule 9)."""
    with override("id"):
        now = date_format(timezone.localtime(), "j F Y H.i")
        line = _("Salinan kerja %(code)s, %(now)s WIB") % {"code": by.staff_code, "now": now}
        if letter.is_void:
            line = _("BATAL.") + " " + line
    return render_pdf(letter.sheet, watermark=line)


def as_file(content: bytes, name: str, *, inline: bool = False) -> HttpResponse:
    answer = HttpResponse(content, content_type="application/pdf")
    how = "inline" if inline else "attachment"
    answer["Content-Disposition"] = f'{how}; filename="{name}"'
    answer["Cache-Control"] = "no-store, private"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
