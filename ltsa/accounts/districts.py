"""A new district from nothing: its areas, its one-roof office with the desks of the law, its first admin.

UU 18/2017 art 38 lets the district form the office (LTSA); PP 59/2021 art 31(1) lists its desks. What the
district calls its labour office differs from place to place, so the name is only a first guess.
"""

from dataclasses import dataclass

from django.contrib.auth.validators import ASCIIUsernameValidator
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ltsa.areas.loading import check_district, load
from ltsa.areas.models import Area
from ltsa.audit.actions import record
from ltsa.organisations.models import Kind, Organisation, ServicePoint

from .actions import send_account_mail
from .invitations import mailed_invitation_link
from .models import Posting, User
from .people_from_outside import add_person
from .permissions import Role

DESKS_OF_THE_LAW = [desk for desk in ServicePoint.Desk if desk != ServicePoint.Desk.MRC]


@dataclass(frozen=True)
class OpenedDistrict:
    district: Area
    villages: int
    labour_office: Organisation
    office: ServicePoint
    desks: int
    admin: User
    officer: User | None  # of this district; None: the nation's stands in


@transaction.atomic
def open_district(
    code: str,
    *,
    office_name: str = "",
    username: str = "",
    full_name: str = "",
    email: str = "",
    officer: dict | None = None,
) -> OpenedDistrict:
    """Makes what is missing in the district ``code`` and leaves alone what is there.

    The admin gets no password: see ltsa.accounts.invitations. `officer` is {full_name, email, username} of the data
    protection officer, who is somebody else than the admin; where there is one already it is not used. Raises
    UnknownDistrict for a code that is no regency or city, and ValidationError for a name, user name or address that
    cannot be used.
    """
    check_district(code)
    load(code)
    district = Area.objects.get(code=code)
    office = _office(district, office_name)
    admin = _admin(district, office, username=username, full_name=full_name, email=email)
    return OpenedDistrict(
        district=district,
        villages=Area.objects.within(code).filter(level=Area.Level.VILLAGE).count(),
        labour_office=office.organisation,
        office=office,
        desks=_desks(office),
        admin=admin,
        officer=_officer(office.organisation, officer),
    )


def officer_of(district_code: str) -> User | None:
    """Also one who has not begun yet."""
    postings = Posting.objects.unended().filter(
        role=Role.DATA_PROTECTION_OFFICER, organisation__district=district_code
    )
    posting = postings.select_related("user").order_by("starts_on").first()
    return posting.user if posting else None


def _officer(labour_office: Organisation, told: dict | None) -> User | None:
    known = officer_of(labour_office.district_id or "")
    if known or not told:
        return known
    role = Role.DATA_PROTECTION_OFFICER
    return add_person(role=role, organisation=labour_office, by=None, **told)


def _office(district: Area, name: str) -> ServicePoint:
    offices = ServicePoint.objects.in_district(district.code).select_related("organisation")
    office = offices.filter(type=ServicePoint.Type.OFFICE).order_by("opened_on", "name").first()
    if office is not None:
        return office
    name = name.strip() or _("Dinas Tenaga Kerja %(district)s") % {"district": district.short_name}
    labour_office = Organisation.objects.filter(district=district, name=name).first()
    if labour_office is None:
        labour_office = Organisation(district=district, name=name, kind=Kind.GOVERNMENT)
        labour_office.full_clean()
        labour_office.save()
    return ServicePoint.objects.create(
        organisation=labour_office,
        area=district,
        type=ServicePoint.Type.OFFICE,
        name=f"LTSA {district.short_name}",
    )


def _desks(office: ServicePoint) -> int:
    desks = ServicePoint.objects.of(office.organisation).filter(type=ServicePoint.Type.DESK)
    there = set(desks.values_list("desk", flat=True))
    ServicePoint.objects.bulk_create(
        ServicePoint(
            organisation=office.organisation,
            area=office.area,
            type=ServicePoint.Type.DESK,
            desk=desk,
            name=_("Loket %(desk)s") % {"desk": desk.label},
        )
        for desk in DESKS_OF_THE_LAW
        if desk not in there
    )
    return len(there.union(DESKS_OF_THE_LAW))


def _admin(
    district: Area, office: ServicePoint, *, username: str, full_name: str, email: str
) -> User:
    if not username:
        posting = _admin_postings(district).first()
        if posting is not None:
            return posting.user
        username = f"admin.{district.name.removeprefix('Kabupaten ').replace(' ', '').lower()}"
    user = User.objects.filter(username=username).first()
    if user is None:
        user = _new_user(username, full_name or f"Admin {district.short_name}", email)
    elif _admin_postings(district).filter(user=user).exists():
        return user
    if user.postings.current().exists():
        text = _("Nama pengguna “%(username)s” sudah dipakai orang dengan penugasan lain.")
        raise ValidationError(text, params={"username": username})
    posting = Posting.objects.create(
        user=user,
        role=Role.DISTRICT_ADMIN,
        organisation=office.organisation,
        service_point=office,
    )
    record("create", posting, fields=["role", "organisation", "starts_on"], by=None)
    return user


def _admin_postings(district: Area):
    postings = Posting.objects.current().select_related("user")
    return postings.filter(role=Role.DISTRICT_ADMIN, organisation__district=district)


def _new_user(username: str, full_name: str, email: str) -> User:
    ASCIIUsernameValidator()(username)
    if email and User.objects.filter(email__iexact=email).exists():
        raise ValidationError(
            _("Surel ini sudah dipakai akun lain. Setiap akun punya surel sendiri.")
        )
    user = User(username=username, full_name=full_name, email=email)
    user.set_unusable_password()
    user.full_clean()
    user.save()
    record("create", user, fields=["username", "full_name", "email"], by=None)
    if email:
        context = {"url": mailed_invitation_link(user)}
        send_account_mail("account/email/invitation", email, context, user=user)
    return user
