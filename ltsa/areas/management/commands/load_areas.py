from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from ltsa.areas.loading import SOURCE, UnknownDistrict, load
from ltsa.areas.models import Area


class Command(BaseCommand):
    help = "Memuat provinsi, kabupaten/kota, kecamatan, dan semua desa kabupaten rintisan."

    def add_arguments(self, parser):
        parser.add_argument(
            "--district",
            action="append",
            default=[],
            metavar="KODE",
            help="kabupaten/kota lain (misalnya 33.01) yang desanya ikut dimuat; boleh diulang",
        )

    def handle(self, *, district, **options):
        try:
            loaded = load(*district)
        except UnknownDistrict as error:
            raise CommandError(str(error)) from error
        for level in Area.Level:
            self.stdout.write(f"{loaded.levels[level]:>6} {level.label}")
        for code in loaded.districts:
            villages = Area.objects.within(code).filter(level=Area.Level.VILLAGE).count()
            self.stdout.write(f"{villages:>6} {Area.Level.VILLAGE.label} {code}")
        self.stdout.write(f"{loaded.written:>6} " + _("baris ditulis"))
        self.stdout.write(_("Sumber") + f": {SOURCE}")
