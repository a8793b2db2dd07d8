"""allauth as this house wants it: nobody signs up alone, and its mails go through the outbox like all others."""

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.shortcuts import redirect
from django.urls import reverse

from ltsa.audit.models import Record

from .actions import send_account_mail
from .models import User


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request):
        return False

    def send_mail(self, template_prefix, email, context):
        send_account_mail(
            template_prefix, email, {"email": email, **context}, user=context.get("user")
        )

    def send_notification_mail(self, template_prefix, user, context=None, email=None):
        super().send_notification_mail(
            template_prefix, user, {"user": user, **(context or {})}, email
        )

    def get_reset_password_from_key_url(self, key):
        """From SITE_URL: a forged Host header must not decide where a password link leads."""
        path = reverse("account_reset_password_from_key", kwargs={"uidb36": "UID", "key": "KEY"})
        return settings.SITE_URL.rstrip("/") + path.replace("UID-KEY", key)

    def pre_login(self, request, user, **kwargs):
        """By whatever way she comes in: nobody of a suspended house gets a session."""
        if not User.objects.not_suspended().filter(pk=user.pk).exists():
            return redirect("account_inactive")
        return super().pre_login(request, user, **kwargs)

    def post_login(self, request, user, **kwargs):
        Record.objects.create(
            verb="sign_in", subject_type="accounts.user", subject=user.pk, by=user
        )
        return super().post_login(request, user, **kwargs)
