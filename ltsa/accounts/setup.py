"""What a new district still has to set up, for its admin: a line a task, gone when all is done."""

from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from ltsa.access import Permission
from ltsa.organisations.models import (
    Holiday,
    Kind,
    Letterhead,
    Organisation,
    ServicePoint,
    ServiceStandard,
)

from .models import Posting, User
from .officers import has_own_officer
from .permissions import Role


class Step(NamedTuple):
    title: str
    text: str
    url: str
    done: int
    of: int

    @property
    def is_done(self) -> bool:
        return self.done >= self.of


def setup_list(user: User) -> dict:
    """{steps, done, of} of her district; {} for whoever sets up none, and when all is done."""
    posting = user.posting
    if not user.can(Permission.MASTER_DATA_MANAGE) or posting is None or not posting.district_id:
        return {}
    steps = _steps(posting.district_id, posting.organisation)
    done = sum(step.is_done for step in steps)
    return {} if done == len(steps) else {"steps": steps, "done": done, "of": len(steps)}


def _steps(code: str, office: Organisation) -> list[Step]:
    return [
        *_people(code, office),
        *_of_the_office(code, office),
        *_around(code),
    ]


def _people(code: str, office: Organisation) -> list[Step]:
    here = Posting.objects.unended().filter(organisation=office, user__is_active=True)
    needed = (Role.DESK_OFFICER, Role.SUPERVISOR)
    there = here.filter(role__in=needed).values("role").distinct().count()
    text = _("Petugas loket dan supervisor kantor.")
    officer = _("Bukan admin. Ditambahkan oleh pengelola server; sementara itu yang nasional.")
    return [
        _step(_("Orang"), text, "people:list", there, len(needed)),
        _step(_("Pejabat pelindungan data"), officer, "privacy:notice", has_own_officer(code), 1),
    ]


def _of_the_office(code: str, office: Organisation) -> list[Step]:
    desks = ServicePoint.objects.current().in_district(code).filter(type=ServicePoint.Type.DESK)
    promised = ServiceStandard.objects.current().filter(desk__in=desks.values("pk"))
    written = promised.values("desk").distinct().count()
    letterhead = Letterhead.objects.filter(organisation=office).exists()
    holidays = Holiday.objects.filter(district=code).exists()
    text = _("Loket yang layanan dan waktunya sudah ditulis.")
    return [
        _step(_("Standar layanan"), text, "organisations:standard_list", written, desks.count()),
        _step(
            _("Kop surat"),
            _("Kepala surat dan penanda tangan."),
            "organisations:letterhead_list",
            letterhead,
            1,
        ),
        _step(
            _("Hari libur"),
            _("Libur daerah, misalnya hari jadi."),
            "organisations:holiday_list",
            holidays,
            1,
        ),
    ]


def _around(code: str) -> list[Step]:
    houses = Organisation.objects.current().serving(code)
    partners = houses.filter(kind__in=[Kind.UNION, Kind.WOMENS_ORGANISATION])
    posts = ServicePoint.objects.current().in_district(code)
    posts = posts.filter(type=ServicePoint.Type.VILLAGE_POST)
    text = _("Serikat dan organisasi perempuan yang menerima rujukan.")
    kinds = partners.values("kind").distinct().count()
    villages = _("Titik Layanan Desa: lembaga desa dan tempatnya.")
    return [
        _step(_("Mitra"), text, "organisations:list", kinds, 2),
        _step(_("Desa"), villages, "organisations:point_list", posts.exists(), 1),
    ]


def _step(title: str, text: str, url_name: str, done: int, of: int) -> Step:
    return Step(title, text, reverse(url_name), min(int(done), of), of)
