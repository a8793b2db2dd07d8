import sys
from pathlib import Path

from django.core.management.base import BaseCommand

from ltsa.notifications.actions import mark_bounced
from ltsa.notifications.bounces import refused_mail

LARGEST = 5_000_000  # bytes of a report that are read


class Command(BaseCommand):
    help = "Reads mails that came back (RFC 3464), one a file, or one from standard input, and marks what they say."

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="*", type=Path, help="files, or folders of a Maildir")

    def handle(self, *args, files, **options):
        marked = read = 0
        for raw in self._mails(files):
            refused = refused_mail(raw)
            marked += refused is not None and mark_bounced(refused)
            read += 1
        # A mail server that pipes into this must not see an error: it would bounce the bounce.
        self.stdout.write(f"{read} read, {marked} marked")

    def _mails(self, paths):
        if not paths:
            yield sys.stdin.buffer.read(LARGEST)
        for path in paths:
            for one in sorted(path.iterdir()) if path.is_dir() else [path]:
                with one.open("rb") as report:
                    yield report.read(LARGEST)
