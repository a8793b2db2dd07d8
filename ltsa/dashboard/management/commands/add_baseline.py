"""`manage.py add_baseline MEASURE VALUE DAY --source TEXT [...]`: a total that somebody published before the portal."""

from datetime import date

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.translation import gettext as _

from ltsa.areas.models import Area
from ltsa.audit.actions import record
from ltsa.dashboard.models import Baseline
from ltsa.dashboard.sockets import MEASURES


class Command(BaseCommand):
    help = "Mencatat capaian terdahulu dengan tanggal dan sumbernya; tidak pernah dijumlahkan dengan data klien."

    def add_arguments(self, parser):
        parser.add_argument("measure", metavar="UKURAN")
        parser.add_argument("value", metavar="NILAI", type=int)
        parser.add_argument("day", metavar="TANGGAL", type=date.fromisoformat, help="2024-01-30")
        parser.add_argument("--source", required=True)
        parser.add_argument("--district", default="", help="kosong: semua kabupaten")
        parser.add_argument("--precision", default=Baseline.Precision.EXACT)
        parser.add_argument("--note", default="")

    @transaction.atomic
    def handle(self, *, measure, value, day, source, district, precision, note, **options):
        if measure not in MEASURES:
            told = {"measures": ", ".join(sorted(MEASURES))}
            raise CommandError(_("Pilih ukuran: %(measures)s.") % told)
        area = Area.objects.districts().filter(code=district).first()
        if district and area is None:
            raise CommandError(_("Tidak ada kabupaten atau kota “%(code)s”.") % {"code": district})
        row = Baseline(
            measure=measure, value=value, as_of=day, source=source, district=area,
            precision=precision, note=note,
        )  # fmt: skip
        try:
            row.full_clean()
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        row.save()
        record("create", "dashboard.baseline", fields=["measure", "value"], reason=measure, by=None)
        self.stdout.write(f"{row.measure} {row.value} ({row.as_of})")
