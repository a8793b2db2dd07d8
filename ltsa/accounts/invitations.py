"""An invitation is a link under which a new person chooses a password; nobody else ever knows it.

A link that was mailed proves the address that it was mailed to; a link that an operator printed proves nothing, so
the two are made and told apart by different keys.
"""

from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.urls import reverse

from .models import User


class MailedLinkTokens(PasswordResetTokenGenerator):
    """Of links that leave by mail alone. Password, last login and address of then are part of each."""

    key_salt = "ltsa.accounts.invitations.mailed"


class PrintedLinkTokens(PasswordResetTokenGenerator):
    key_salt = "ltsa.accounts.invitations.printed"


mailed_tokens, printed_tokens = MailedLinkTokens(), PrintedLinkTokens()


class EitherLink:
    def check_token(self, user: User, key: str) -> bool:
        return mailed_tokens.check_token(user, key) or printed_tokens.check_token(user, key)


def invitation_link(user: User) -> str:
    """The whole address, to be printed. It opens once, and for PASSWORD_RESET_TIMEOUT seconds (three days)."""
    return _link(user, printed_tokens.make_token(user))


def mailed_invitation_link(user: User) -> str:
    """The same for a mail to her, and for nothing else: who opens it has read her mail."""
    return _link(user, mailed_tokens.make_token(user))


def _link(user: User, token: str) -> str:
    key = {"uidb36": user_pk_to_url_str(user), "key": token}
    return settings.SITE_URL.rstrip("/") + reverse("account_reset_password_from_key", kwargs=key)
