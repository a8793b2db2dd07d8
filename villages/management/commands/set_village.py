"""`manage.py set_village CODE [--type TYPE] [--head NAME] [--regulation TEXT]`: what the directory says of a village."""

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.translation import gettext as _

from ltsa.areas.models import Area
from ltsa.audit.actions import record
from villages.models import VillageProfile


class Command(BaseCommand):
    help = "Menulis profil satu desa: jenis titik layanan, kepala desa, peraturan desa."

    def add_arguments(self, parser):
        parser.add_argument("code", metavar="KODE", help="kode desa, misalnya 33.01.01.2001")
        parser.add_argument("--type", default=VillageProfile.Type.OTHER)
        parser.add_argument("--head", default="", help="kepala desa")
        parser.add_argument("--regulation", default="", help="misalnya Perdes Nomor 3 Tahun 2026")

    @transaction.atomic
    def handle(self, *, code, head, regulation, **options):
        village = Area.objects.filter(code=code, level=Area.Level.VILLAGE).first()
        if village is None:
            raise CommandError(_("Tidak ada desa “%(code)s”.") % {"code": code})
        if options["type"] not in VillageProfile.Type.values:
            told = {"types": ", ".join(VillageProfile.Type.values)}
            raise CommandError(_("Pilih jenis: %(types)s.") % told)
        fields = {"type": options["type"], "head": head[:120], "regulation": regulation[:120]}
        VillageProfile.objects.update_or_create(village=village, defaults=fields)
        record("change", "villages.villageprofile", fields=sorted(fields), reason=code, by=None)
        self.stdout.write(village.full_name)
