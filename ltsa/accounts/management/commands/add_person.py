"""`manage.py add_person NAME MAIL --role ROLE [--organisation ID] [--district CODE]`: any role, national ones too."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from ltsa.accounts.invitations import invitation_link
from ltsa.accounts.models import User
from ltsa.accounts.people_from_outside import add_person, link_may_be_shown
from ltsa.accounts.permissions import Role
from ltsa.areas.models import Area
from ltsa.organisations.models import Organisation


class Command(BaseCommand):
    help = "Menambah satu orang dengan peran apa pun. Undangan dikirim lewat surel; lembaga dan PPDP diberi tahu."

    def add_arguments(self, parser):
        parser.add_argument("name", metavar="NAMA", help="nama lengkap, dalam tanda kutip")
        parser.add_argument("mail", metavar="SUREL", help="ke sini undangan dikirim")
        parser.add_argument("--role", required=True, help=", ".join(Role.values))
        parser.add_argument("--organisation", default="", metavar="ID", help="nomor lembaga (UUID)")
        parser.add_argument(
            "--district", default="", metavar="KODE", help="kabupaten/kota, misalnya 33.01"
        )
        parser.add_argument("--username", default="", help="misalnya siti.contoh")

    def handle(self, *, name, mail, role, organisation, district, username, **options):
        if role not in Role.values:
            told = {"role": role, "roles": ", ".join(Role.values)}
            raise CommandError(_("Tidak ada peran “%(role)s”. Pilih: %(roles)s.") % told)
        try:
            person = add_person(
                full_name=name,
                email=mail,
                role=role,
                organisation=_organisation(organisation),
                district=_district(district),
                username=username,
                by=None,
            )
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        self._report(person)

    def _report(self, person: User) -> None:
        posting = person.postings.get()
        self.stdout.write(f"{person.username}: {posting.get_role_display()}")
        self.stdout.write(f"  {posting.organisation} ({posting.organisation_id})")
        self.stdout.write("  " + _("Undangan dikirim ke surelnya, berlaku tiga hari."))
        if link_may_be_shown(posting.role):
            self.stdout.write("  " + _("Atau berikan tautan ini hanya kepada orangnya:"))
            self.stdout.write(f"  {invitation_link(person)}")


def _organisation(text: str) -> Organisation | None:
    if not text:
        return None
    try:
        return Organisation.objects.get(pk=UUID(text))
    except (ValueError, Organisation.DoesNotExist):
        raise CommandError(_("Tidak ada lembaga dengan nomor “%(id)s”.") % {"id": text}) from None


def _district(code: str) -> Area | None:
    if not code:
        return None
    district = Area.objects.districts().filter(code=code).first()
    if district is None:
        raise CommandError(_("Tidak ada kabupaten atau kota “%(code)s”.") % {"code": code})
    return district
