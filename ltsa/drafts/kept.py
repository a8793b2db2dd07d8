"""What the login page may say of a form that waits: that there is one and until when, never whose or what.

A cookie carries the signed id of the draft; whether it is still there is asked when the page is shown.
"""

from datetime import datetime

from django.conf import settings
from django.utils import timezone

from .actions import KEPT_FOR
from .models import Draft

COOKIE, SALT = "isian", "kept-draft"


def note(response, draft: Draft) -> None:
    response.set_signed_cookie(
        COOKIE,
        str(draft.pk),
        salt=SALT,
        max_age=KEPT_FOR,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )


def note_latest(response, person) -> None:
    """Her session ends: what of hers is kept longest, if anything."""
    mine = Draft.objects.filter(user=person.pk, expires_at__gt=timezone.now())
    draft = mine.order_by("-expires_at").first()
    if draft is not None and COOKIE not in response.cookies:
        note(response, draft)


def until(request) -> datetime | None:
    pk = request.get_signed_cookie(COOKIE, default=None, salt=SALT, max_age=KEPT_FOR)
    if pk is None:
        return None
    waiting = Draft.objects.filter(pk=pk, expires_at__gt=timezone.now())
    return waiting.values_list("expires_at", flat=True).first()
