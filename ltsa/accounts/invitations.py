"""An invitation is a link under which a new person chooses a password; nobody else ever knows it."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.urls import reverse

from .models import User


def invitation_link(user: User) -> str:
    """The whole address. It opens once, and for PASSWORD_RESET_TIMEOUT seconds (three days)."""
    key = {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}
    return settings.SITE_URL.rstrip("/") + reverse("account_reset_password_from_key", kwargs=key)
