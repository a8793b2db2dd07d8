"""What leaves the house: one neutral sentence and a link, in the reader's language (domain 4 rule 4)."""

from urllib.parse import quote

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from .models import Notification

SUBJECT = gettext_noop("Ada tugas baru di portal LTSA-MRC")  # of every mail, whatever it is about


class NeutralTexts:
    """The texts of one message, rendered once a language."""

    def __init__(self, kind: str, link: str, due_at=None):
        self.context = {
            "is_reminder": kind == Notification.Kind.CLOCK_REMINDER,
            "url": settings.SITE_URL + link,
            "due_at": timezone.localtime(due_at) if due_at else None,
        }
        self.made: dict[str, dict] = {}

    def mail(self, language: str) -> dict:
        """{mail_subject, mail_body}."""
        if language not in self.made:
            with translation.override(language):
                self.made[language] = {
                    "mail_subject": _(SUBJECT),
                    "mail_body": render_to_string("notifications/mail/neutral.txt", self.context),
                }
        return self.made[language]

    def phone(self, language: str) -> dict:
        """{mail_body}: the same words on one line."""
        return {"mail_body": " ".join(self.mail(language)["mail_body"].split())}


def digest_texts(count: int, language: str) -> dict:
    """{subject, body} of the mail of a summary: how many lines wait, and where."""
    with translation.override(language):
        body = render_to_string(
            "notifications/mail/digest.txt",
            {"count": count, "url": settings.SITE_URL + "/notifikasi/"},
        )
        return {"subject": _(SUBJECT), "body": body}


def text_to_hand_on(link: str) -> dict:
    """{text, url}: the neutral sentence for somebody to send on by hand, and the address that opens WhatsApp with it.

    No number goes with it: whoever sends it picks the person on her own phone.
    """
    text = NeutralTexts("", link).phone("id")["mail_body"]
    return {"text": text, "url": f"https://wa.me/?text={quote(text)}"}
