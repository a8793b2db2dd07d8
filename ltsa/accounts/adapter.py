"""allauth as this house wants it: nobody signs up alone, and its mails go through the outbox like all others."""

import time

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from ltsa.audit.models import Record
from ltsa.signin.devices import keep_device, remember

from .actions import send_account_mail
from .factors import codes_left, mark_of
from .gate import PasswordGate
from .models import User

FEW_CODES = 3


class AccountAdapter(DefaultAccountAdapter):
    gate: PasswordGate

    def is_open_for_signup(self, request):
        return False

    def get_login_stages(self):
        return ["ltsa.accounts.factors.SecondFactorStage"]

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

    def pre_authenticate(self, request, **credentials):
        """In place of the library's limits, which lock: see ltsa/accounts/gate.py."""
        self.gate = PasswordGate(request, credentials.get("username", ""))
        self.gate.enter()

    def authentication_failed(self, request, **credentials):
        self.gate.failed()

    def authenticate(self, request, **credentials):
        person = super().authenticate(request, **credentials)
        if person is not None:
            self.gate.passed()
        return person

    def post_login(self, request, user, **kwargs):
        Record.objects.create(
            verb="sign_in", subject_type="accounts.user", subject=user.pk, by=user
        )
        response = super().post_login(request, user, **kwargs)
        if response is None:
            response = redirect(self.get_login_redirect_url(request))
        request.session["started_at"] = int(time.time())
        device = keep_device(request, response, user)
        if request.session.pop("remember_device", False):
            remember(device, mark_of(user))
        left = codes_left(user)
        if left is not None and left <= FEW_CODES:
            text = _("Kode cetak Anda tinggal %(left)s. Buat lembar baru di “Keamanan akun”.")
            messages.warning(request, text % {"left": left})
        return response
