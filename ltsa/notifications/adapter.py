"""allauth as this house wants it: nobody signs up alone, and its mails go through the outbox like all others."""

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from ltsa.audit.models import Record
from ltsa.notifications.actions import post_mail


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request):
        return False

    def send_mail(self, template_prefix, email, context):
        user = context.get("user")
        context = {"site_name": "Satu Atap", "email": email, **context}
        with translation.override(user.language if user else settings.LANGUAGE_CODE):
            subject = render_to_string(f"{template_prefix}_subject.txt", context)
            body = render_to_string(f"{template_prefix}_message.txt", context)
        post_mail(email, " ".join(subject.split()), body, user=user)

    def post_login(self, request, user, **kwargs):
        Record.objects.create(
            verb="sign_in", subject_type="accounts.user", subject=user.pk, by=user
        )
        return super().post_login(request, user, **kwargs)
