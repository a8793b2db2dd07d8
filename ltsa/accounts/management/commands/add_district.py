from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from ltsa.accounts.districts import OpenedDistrict, open_district
from ltsa.accounts.invitations import invitation_link
from ltsa.areas.loading import UnknownDistrict


class Command(BaseCommand):
    help = "Membuka satu kabupaten/kota: wilayah, kantor LTSA dengan loketnya, dan admin pertama."

    def add_arguments(self, parser):
        parser.add_argument("code", metavar="KODE", help="kode kabupaten/kota, misalnya 33.01")
        parser.add_argument("--office-name", default="", help="nama dinas tenaga kerja")
        parser.add_argument("--admin-username", default="", help="misalnya admin.cilacap")
        parser.add_argument("--admin-name", default="", help="nama lengkap admin")
        parser.add_argument("--admin-email", default="", help="surel admin")

    def handle(self, *, code, office_name, admin_username, admin_name, admin_email, **options):
        try:
            opened = open_district(
                code,
                office_name=office_name,
                username=admin_username,
                full_name=admin_name,
                email=admin_email,
            )
        except UnknownDistrict as error:
            raise CommandError(str(error)) from error
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        self._report(opened)

    def _report(self, opened: OpenedDistrict) -> None:
        self.stdout.write(f"{opened.district.code} {opened.district.short_name}")
        self.stdout.write(f"  {opened.villages} " + _("desa/kelurahan"))
        self.stdout.write(f"  {opened.labour_office.name}")
        self.stdout.write(f"  {opened.office.name}, {opened.desks} " + _("loket"))
        self.stdout.write("  " + _("Admin kabupaten") + f": {opened.admin.username}")
        if opened.admin.has_usable_password():
            self.stdout.write("  " + _("Admin sudah membuat kata sandi."))
            return
        days = settings.PASSWORD_RESET_TIMEOUT // 86400
        self.stdout.write(
            _("  Undangan, berlaku %(days)s hari, kirim hanya kepada orangnya:") % {"days": days}
        )
        self.stdout.write(f"  {invitation_link(opened.admin)}")
