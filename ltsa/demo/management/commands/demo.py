from time import perf_counter

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from ltsa.areas.models import Area
from ltsa.demo.loading import load_demo


class Command(BaseCommand):
    help = "Memuat data peragaan: lembaga, akun, dan orang-orang rekaan dengan dua tahun layanan."
    requires_system_checks = []  # the URLs have no part in this, and importing them takes a second

    def handle(self, **options):
        if not settings.DEMO:
            raise CommandError(
                _("Akun peragaan punya kata sandi yang diketahui umum. Hanya untuk DEMO=1.")
            )
        if not Area.objects.exists():
            raise CommandError(_("Muat wilayah dulu: manage.py load_areas"))
        started = perf_counter()
        written = load_demo()
        if not written:
            self.stdout.write(_("Data peragaan sudah ada; tidak ada yang diubah."))
        for label, rows in written.items():
            self.stdout.write(f"{rows:>6} {label}")
        self.stdout.write(f"{perf_counter() - started:.1f} s")
