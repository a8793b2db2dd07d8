"""People whom whoever runs the server adds: what nobody inside can give, and the first of a new house.

What reaches restricted records is given from here only where no supervisor of the house could give it; nobody is
added unseen, and for such a post the link goes by mail alone.
"""

import re
import unicodedata

from django.contrib.auth.validators import ASCIIUsernameValidator
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from ltsa.access import Permission
from ltsa.areas.models import Area
from ltsa.audit.actions import record
from ltsa.notifications.actions import notify
from ltsa.notifications.models import Notification
from ltsa.organisations.models import Kind, Organisation, ServicePoint

from .actions import send_account_mail
from .invitations import mailed_invitation_link
from .models import PersonAct, Posting, User
from .officers import data_protection_officers
from .permissions import ROLES, Role

OF_THE_NATION = frozenset({Role.VIEWER, Role.DATA_PROTECTION_OFFICER, Role.SYSTEM_ADMIN})

# Which kinds of organisation have people of a role; what is not here is refused.
HOUSES: dict[str, frozenset[str]] = {
    Role.VILLAGE_VOLUNTEER: frozenset({Kind.VILLAGE}),
    Role.DESK_OFFICER: frozenset({Kind.GOVERNMENT}),
    Role.COUNSELLOR: frozenset({Kind.GOVERNMENT, Kind.UNION}),
    Role.COMPANION: frozenset({Kind.GOVERNMENT, Kind.WOMENS_ORGANISATION}),
    Role.SUPERVISOR: frozenset({Kind.GOVERNMENT, Kind.UNION, Kind.WOMENS_ORGANISATION}),
    Role.DISTRICT_ADMIN: frozenset({Kind.GOVERNMENT}),
    Role.VIEWER: frozenset({Kind.GOVERNMENT, Kind.OTHER}),
    Role.DATA_PROTECTION_OFFICER: frozenset({Kind.GOVERNMENT}),
    Role.SYSTEM_ADMIN: frozenset({Kind.GOVERNMENT}),
}


def reaches_restricted(role: str) -> bool:
    return Permission.CASE_RESTRICTED in ROLES[role]


def link_may_be_shown(role: str) -> bool:
    """Who may read restricted records, or decides who reads them, proves her address by opening the mail."""
    return not ROLES[role] & {Permission.CASE_RESTRICTED, Permission.GLASS_ALLOW}


@transaction.atomic
def add_person(
    *,
    full_name: str,
    email: str,
    role: str,
    organisation: Organisation | None = None,
    district: Area | None = None,
    username: str = "",
    by: User | None = None,
) -> User:
    """A new person with her posting; the invitation goes by mail, the house and the officers are told.

    Without `organisation` she works for the labour office of `district`, a national role for the nation's organisation,
    which is made when there is none. Raises ValidationError.
    """
    house = organisation or _usual_house(role, district)
    Organisation.objects.select_for_update().get(pk=house.pk)  # of two first supervisors one is
    _check_house(house, role, district)
    if role == Role.DATA_PROTECTION_OFFICER:
        check_officer(house.district_id, full_name=full_name, email=email)
    person = _new_person(full_name, email, username)
    posting = Posting.objects.create(
        user=person, role=role, organisation=house, **_place(role, house), posted_by=by
    )
    record("create", person, fields=["username", "full_name", "email"], by=by)
    record("create", posting, fields=["role", "organisation", "starts_on"], by=by)
    PersonAct.objects.create(act="invite", person=person, organisation=house, by=by)
    send_account_mail(
        "account/email/invitation",
        person.email,
        {"url": mailed_invitation_link(person)},
        user=person,
    )
    tell_of_person(person, house)
    return person


def tell_of_person(person: User, house: Organisation) -> None:
    """The supervisors of the house and the data protection officers; the line names nobody."""
    heads = User.objects.holding(Permission.PEOPLE_MANAGE_OWN).working_for(house)
    officers = data_protection_officers(house.district_id)
    kind = Notification.Kind.PEOPLE_CHANGED
    page = f"/kelola/orang/{person.pk}/"
    notify(heads.exclude(pk=person.pk), kind, subject=person.pk, link=page)
    notify(officers.exclude(pk=person.pk), kind, subject=person.pk, link="/privasi/jejak/")


def labour_office(district: Area) -> Organisation | None:
    points = ServicePoint.objects.current().in_district(district.code)
    office = points.filter(type=ServicePoint.Type.OFFICE).select_related("organisation").first()
    return office.organisation if office else None


def _usual_house(role: str, district: Area | None) -> Organisation:
    if district is not None:
        office = labour_office(district)
        if office is None:
            text = _("Kabupaten %(code)s belum punya kantor. Jalankan dulu: add_district %(code)s")
            raise ValidationError(text % {"code": district.code})
        return office
    if role not in OF_THE_NATION:
        raise ValidationError(
            _("Sebutkan lembaganya (--organisation) atau kabupatennya (--district).")
        )
    return _national_house()


def _national_house() -> Organisation:
    """Where the people of the nation work: a government organisation without a district that serves nobody itself."""
    houses = Organisation.objects.current().filter(district=None, kind=Kind.GOVERNMENT, offers=None)
    house = houses.order_by("name").first()
    if house is None:
        house = Organisation(name=_("Pengelola nasional Satu Atap"), kind=Kind.GOVERNMENT)
        house.full_clean()
        house.save(force_insert=True)
        record("create", house, fields=["name", "kind"], by=None)
    return house


def _check_house(house: Organisation, role: str, district: Area | None) -> None:
    if not Organisation.objects.current().filter(pk=house.pk).exists():
        raise ValidationError(_("Kerja sama dengan lembaga ini sudah berakhir."))
    if district is not None and house.district_id != district.code:
        raise ValidationError(_("Lembaga ini bukan dari kabupaten itu."))
    if house.kind not in HOUSES[role]:
        raise ValidationError(
            _("Peran ini tidak ada di lembaga jenis “%(kind)s”.")
            % {"kind": house.get_kind_display()}
        )
    if role == Role.SYSTEM_ADMIN and house.district_id is not None:
        raise ValidationError(
            _("Admin sistem bertugas di lembaga tingkat nasional, bukan di kabupaten.")
        )
    if role == Role.DISTRICT_ADMIN and house.district_id is None:
        raise ValidationError(_("Admin kabupaten bertugas di satu kabupaten. Sebutkan --district."))
    if reaches_restricted(role) and has_supervisor(house):
        raise ValidationError(
            _(
                "Lembaga ini sudah punya supervisor. Hanya supervisornya yang menambah orang dengan peran ini, "
                "lewat halaman Kelola."
            )
        )


def has_supervisor(house: Organisation) -> bool:
    """Also one who has not begun yet."""
    heads = Posting.objects.unended().filter(organisation=house, role=Role.SUPERVISOR)
    return heads.filter(user__is_active=True).exists()


def check_officer(district_id: str | None, *, full_name: str, email: str) -> None:
    """She keeps watch over the district's admins, so she is none of them: neither their mail nor their name."""
    admins = Posting.objects.unended().filter(
        role=Role.DISTRICT_ADMIN, organisation__district=district_id
    )
    same = Q(user__email__iexact=email.strip()) | Q(
        user__full_name__iexact=" ".join(full_name.split())
    )
    if district_id and admins.filter(same).exists():
        raise ValidationError(
            _("Pejabat pelindungan data pribadi harus orang lain daripada admin kabupaten.")
        )


def _new_person(full_name: str, email: str, username: str) -> User:
    email, full_name = email.strip().lower(), " ".join(full_name.split())
    if not email:
        raise ValidationError(_("Isi surel: tautan undangan dikirim ke sana."))
    if User.objects.filter(email__iexact=email).exists():
        raise ValidationError(
            _("Surel ini sudah dipakai akun lain. Setiap akun punya surel sendiri.")
        )
    username = username.strip().lower() or free_username(full_name)
    ASCIIUsernameValidator()(username)
    if User.objects.filter(username__iexact=username).exists():
        raise ValidationError(_("Nama pengguna ini sudah dipakai. Pilih yang lain."))
    person = User(username=username, full_name=full_name, email=email)
    person.set_unusable_password()
    person.full_clean()
    person.save(force_insert=True)
    return person


def free_username(full_name: str) -> str:
    """`siti.contoh` for Siti Aminah Contoh; with a number when somebody has that already."""
    letters = unicodedata.normalize("NFKD", full_name.replace("'", "")).encode("ascii", "ignore")
    words = re.findall(r"[a-z]+", letters.decode().lower()) or ["petugas"]
    plain = ".".join(dict.fromkeys([words[0], words[-1]]))[:50]
    taken = set(User.objects.filter(username__startswith=plain).values_list("username", flat=True))
    return next(
        name
        for name in (plain, *(f"{plain}{n}" for n in range(2, len(taken) + 3)))
        if name not in taken
    )


def _place(role: str, house: Organisation) -> dict:
    """A volunteer works at the one post of her village; everybody else starts without a place of her own."""
    if role != Role.VILLAGE_VOLUNTEER:
        return {}
    points = ServicePoint.objects.current().of(house).select_related("area")
    posts = list(
        points.filter(type=ServicePoint.Type.VILLAGE_POST, area__level=Area.Level.VILLAGE)[:2]
    )
    if len(posts) != 1:
        raise ValidationError(
            _("Kader bertugas di satu Titik Layanan Desa, dan lembaga ini tidak punya tepat satu.")
        )
    return {"service_point": posts[0], "village": posts[0].area}
