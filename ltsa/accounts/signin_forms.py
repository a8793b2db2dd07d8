"""The forms of allauth that this house asks differently."""

from allauth.account.forms import ResetPasswordForm, UserTokenForm

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
