"""Nothing typed is ever lost.

A form's fields are saved as a draft while typing. When a POST arrives after the session has ended, the door parks it
as a draft too: a signed stamp in the form says whose it is, so it comes back to that person alone, after login.
"""

from datetime import timedelta

from django.core import signing
from django.utils import timezone

from .models import Draft

SALT = "draft-stamp"
NOT_KEPT = {"csrfmiddlewaretoken", "draft_stamp", "idempotency_key", "password"}
STAMP_LASTS = timedelta(days=1)
PARKED_FOR = timedelta(hours=1)
KEPT_FOR = timedelta(days=3)


def stamp(user, path: str) -> str:
    """Proves that the form at `path` was shown to this user, for STAMP_LASTS."""
    return signing.dumps([str(user.pk), path], salt=SALT)


def read_stamp(text: str) -> tuple[str, str]:
    """(user id, path) of a stamp. Raises signing.BadSignature."""
    user_id, path = signing.loads(text, salt=SALT, max_age=STAMP_LASTS)
    return user_id, path


def save_draft(path: str, fields, *, kept_for: timedelta = KEPT_FOR, by_id) -> Draft:
    """Keep the fields (a QueryDict) of the form at `path`; files and secrets are left out."""
    body = {name: fields.getlist(name) for name in fields if name not in NOT_KEPT}
    kept: dict = {"body": body, "expires_at": timezone.now() + kept_for}
    draft, _ = Draft.objects.update_or_create(user_id=by_id, path=path, defaults=kept)
    return draft


def park_post(request) -> Draft | None:
    """Keep a POST that came after its session had ended; None when it carries no valid stamp."""
    try:
        user_id, path = read_stamp(request.POST.get("draft_stamp", ""))
    except signing.BadSignature:
        return None
    return save_draft(path, request.POST, kept_for=PARKED_FOR, by_id=user_id)


def find_draft(user, path: str) -> Draft | None:
    return Draft.objects.filter(user=user, path=path, expires_at__gt=timezone.now()).first()


def drop_draft(user, path: str) -> None:
    Draft.objects.filter(user=user, path=path).delete()
