import sys

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from ltsa.accounts.districts import OpenedDistrict, officer_of, open_district
from ltsa.accounts.invitations import invitation_link
from ltsa.accounts.officers import data_protection_officers
from ltsa.areas.loading import UnknownDistrict


class Command(BaseCommand):
    help = "Membuka satu kabupaten/kota: wilayah, kantor LTSA dengan loketnya, admin pertama, dan PPDP."

    def add_arguments(self, parser):
        parser.add_argument("code", metavar="KODE", help="kode kabupaten/kota, misalnya 33.01")
        parser.add_argument("--office-name", default="", help="nama dinas tenaga kerja")
        parser.add_argument("--admin-username", default="", help="misalnya admin.cilacap")
        parser.add_argument("--admin-name", default="", help="nama lengkap admin")
        parser.add_argument("--admin-email", default="", help="surel admin")
        parser.add_argument(
            "--dpo-name",
            default="",
            help="nama pejabat pelindungan data pribadi kabupaten; bukan admin",
        )
        parser.add_argument("--dpo-email", default="", help="surelnya; ke sana undangan dikirim")
        parser.add_argument("--dpo-username", default="", help="misalnya ppdp.cilacap")

    def handle(self, *, code, office_name, admin_username, admin_name, admin_email, **options):
        try:
            opened = open_district(
                code,
                office_name=office_name,
                username=admin_username,
                full_name=admin_name,
                email=admin_email,
                officer=self._officer(code, options),
            )
        except UnknownDistrict as error:
            raise CommandError(str(error)) from error
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        self._report(opened)

    def _officer(self, code: str, options: dict) -> dict | None:
        """From the options; else whoever sits at the terminal is asked, once for a district without one."""
        name, email = options["dpo_name"], options["dpo_email"]
        if not (name or email) and sys.stdin.isatty() and officer_of(code) is None:
            self.stdout.write(
                _("Siapa pejabat pelindungan data pribadi (PPDP) kabupaten ini? Bukan adminnya.")
            )
            name = input(_("Nama lengkap (kosong: nanti): ")).strip()
            email = input(_("Surel: ")).strip() if name else ""
        if not (name or email):
            return None
        if not (name and email):
            raise CommandError(_("PPDP perlu nama dan surel: --dpo-name dan --dpo-email."))
        return {"full_name": name, "email": email, "username": options["dpo_username"]}

    def _report(self, opened: OpenedDistrict) -> None:
        self.stdout.write(f"{opened.district.code} {opened.district.short_name}")
        self.stdout.write(f"  {opened.villages} " + _("desa/kelurahan"))
        self.stdout.write(f"  {opened.labour_office.name} ({opened.labour_office.pk})")
        self.stdout.write(f"  {opened.office.name}, {opened.desks} " + _("loket"))
        self._report_officer(opened)
        self.stdout.write("  " + _("Admin kabupaten") + f": {opened.admin.username}")
        if opened.admin.has_usable_password():
            self.stdout.write("  " + _("Admin sudah membuat kata sandi."))
            return
        days = settings.PASSWORD_RESET_TIMEOUT // 86400
        self.stdout.write(
            _("  Undangan, berlaku %(days)s hari, kirim hanya kepada orangnya:") % {"days": days}
        )
        self.stdout.write(f"  {invitation_link(opened.admin)}")

    def _report_officer(self, opened: OpenedDistrict) -> None:
        if opened.officer is not None:
            text = _("Pejabat pelindungan data pribadi: %(name)s. Undangannya lewat surel.")
            if opened.officer.has_usable_password():
                text = _("Pejabat pelindungan data pribadi: %(name)s")
            self.stdout.write("  " + text % {"name": opened.officer.username})
            return
        self.stdout.write("  " + _("Belum ada pejabat pelindungan data pribadi (PPDP) kabupaten."))
        if data_protection_officers(None).exists():
            self.stdout.write("  " + _("PPDP nasional menggantikannya sampai ada."))
        else:
            text = _("PPDP nasional juga belum ada. Buat dengan add_person atau --dpo-name.")
            self.stdout.write("  " + text)
