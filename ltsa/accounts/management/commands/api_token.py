"""`manage.py api_token USERNAME [--days N]`: a new token of one person, shown this once."""

from django.core.management.base import BaseCommand, CommandError

from ltsa.accounts.models import User
from ltsa.accounts.tokens import create_token
from ltsa.audit.actions import record


class Command(BaseCommand):
    help = "Print a new API token of one person. It is shown once and kept as a hash."

    def add_arguments(self, parser):
        parser.add_argument("username")
        parser.add_argument("--days", type=int, default=90, help="how long it works (1 to 366)")

    def handle(self, *args, username, days, **options):
        person = User.objects.filter(username=username, is_active=True).first()
        if person is None:
            raise CommandError(f"No active account is named {username}.")
        if person.posting is None:
            raise CommandError(f"{username} has no posting today: a token could do nothing.")
        if not 1 <= days <= 366:
            raise CommandError("--days takes 1 to 366.")
        token = create_token(person, days=days)
        record("change", person, fields=["api_tokens"], by=None)
        self.stdout.write(token)
