"""manage.py state_diagrams: write docs/states.md from the tables of verbs."""

from django.core.management.base import BaseCommand

from cases.diagrams import FILE, written


class Command(BaseCommand):
    help = "Write docs/states.md from the tables of verbs."

    def handle(self, **options):
        FILE.write_text(written(), encoding="utf-8")
        self.stdout.write(f"{FILE.name} written.")
