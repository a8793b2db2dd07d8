"""The forms of allauth that this house asks differently."""

from allauth.account.forms import ResetPasswordForm, UserTokenForm
from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.recovery_codes.forms import GenerateRecoveryCodesForm
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .gate import CodeGate
from .invitations import EitherLink
from .models import User


class LinkForm(UserTokenForm):
    token_generator = EitherLink()


class ForgottenPasswordForm(ResetPasswordForm):
    """A password link goes to the address that a person has today, never to one that she had."""

    def clean_email(self) -> str:
        address = self.cleaned_data["email"].strip().lower()
        self.users = list(User.objects.filter(email__iexact=address, is_active=True))
        return address


class CodeForm(AuthenticateForm):
    """A code of the app or of the printed sheet; on her own device she may spare herself the next ones."""

    remember = forms.BooleanField(
        label=_("Ingat perangkat ini"),
        required=False,
        help_text=_("Jangan dipilih di komputer umum. Meja: 30 hari. Peran lain: 12 jam."),
    )

    def clean_code(self) -> str:
        return slowed(self, super().clean_code)

    def save(self) -> None:
        super().save()
        if self.cleaned_data["remember"]:
            context.request.session["remember_device"] = True


class CodeAgainForm(ReauthenticateForm):
    def clean_code(self) -> str:
        return slowed(self, super().clean_code)


def slowed(form, check) -> str:
    gate = CodeGate(context.request, form.user)
    gate.enter()
    form.cleaned_data["code"] = form.cleaned_data["code"].replace(" ", "").replace("-", "")
    try:
        code = check()
    except ValidationError:
        gate.failed()
        raise
    gate.passed()
    return code


class SheetForm(GenerateRecoveryCodesForm):
    """A printed sheet is a factor of its own, for who has no smart phone: nothing else must be there before."""

    def clean(self) -> dict:
        return self.cleaned_data
