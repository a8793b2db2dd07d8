"""The kinds of letters and the versions of their texts as rows of a page, and the example that a preview prints."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.organisations.models import Letterhead

from .actions import example_frame, words_of
from .kinds import KINDS, Kind
from .models import LetterText
from .render import render_pdf
from .sheets import make_sheet


def kind_rows(user) -> list[dict]:
    """Every kind with whether the district wrote its own text; one query."""
    texts = {text.kind: text for text in LetterText.objects.managed_by(user).newest_of_each()}
    return [
        {
            "url": reverse("letters:detail", args=[kind.code]),
            "title": kind.label,
            "about": kind.about,
            "changed": _is_own(texts.get(kind.code)),
        }
        for kind in KINDS.values()
    ]


def kind_page(kind: Kind, user) -> dict:
    """The text that counts, and the versions before it."""
    versions = list(LetterText.objects.managed_by(user).filter(kind=kind.code).select_related("by"))
    newest = versions[0] if versions else None
    subject, body = words_of(kind, newest)
    return {
        "kind": kind,
        "changed": _is_own(newest),
        "version": newest.version if newest else 0,
        "subject": subject,
        "body": body,
        "versions": [_version_row(text) for text in versions],
        "has_head": Letterhead.objects.filter(organisation=user.posting.organisation_id).exists(),
    }


def placeholder_rows(kind: Kind) -> list[dict]:
    return [
        {"mark": f"{{{one.key}}}", "label": one.label, "optional": one.optional}
        for one in kind.placeholders
    ]


def example_pdf(kind: Kind, *, subject: str, body: str, user) -> bytes:
    """With invented people and the reader's own letterhead; it takes no number."""
    data = {one.key: one.example for one in kind.placeholders}
    if not kind.is_deed:
        data |= {"kepada": ["Pimpinan PT Contoh Karya", "di tempat"], "tembusan": ["Arsip"]}
    frame = example_frame(user.posting.organisation, by=user)
    sheet = make_sheet(kind, subject=subject, body=body, data=data, frame=frame)
    return render_pdf(sheet, watermark="CONTOH. Orang dan nomor di surat ini rekaan.")


def _is_own(text: LetterText | None) -> bool:
    return text is not None and not text.shipped


def _version_row(text: LetterText) -> dict:
    return {
        "number": text.version,
        "since": timezone.localtime(text.since),
        "who": text.by.full_name,
        "shipped": text.shipped,
        "subject": text.subject,
        "body": text.body,
        "what": _("Kembali ke teks bawaan") if text.shipped else text.subject,
    }
