"""The proof of a mail address: the mail with the link, and what opening it does."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from ltsa.audit.actions import record
from ltsa.notifications.models import Notification
from ltsa.signin.addresses import prove_address, proving_key

from .actions import send_account_mail
from .models import User

PAUSE = timedelta(minutes=1)


def send_proving_link(person: User) -> bool:
    """Mail her a link to her address of today; False when an account mail left a moment ago."""
    recent = Notification.objects.filter(user=person, kind="account")
    if recent.filter(created_at__gt=timezone.now() - PAUSE).count() > 1:
        return False
    path = reverse("account_confirm_email", args=[proving_key(person)])
    context = {"url": settings.SITE_URL.rstrip("/") + path}
    send_account_mail("account/email/prove_address", person.email, context, user=person)
    return True


@transaction.atomic
def prove_by_link(person: User) -> None:
    """She opened a link that was mailed to the address that she has today."""
    prove_address(person, person.email)
    record("change", person, fields=["address_proof"], by=person)
