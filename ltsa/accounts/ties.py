"""Who is tied to an agency: kept by those who keep people, ended by somebody else than who is tied."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ltsa.access import Permission
from ltsa.audit.actions import record

from .models import AgencyTie, User
from .reach import organisations_seen


def people_for(by: User):
    return User.objects.visible_to(by).filter(is_active=True).order_by("full_name")


@transaction.atomic
def add_tie(*, agency, user=None, organisation=None, note: str = "", by: User) -> AgencyTie:
    """From now on whoever is tied is shut out where a case locks this agency. Raises PermissionDenied, ValidationError."""
    if (user is None) == (organisation is None):
        raise ValidationError({"user": _("Pilih satu petugas atau satu lembaga.")})
    near = (
        people_for(by).filter(pk=user.pk)
        if user
        else organisations_seen(by).filter(pk=organisation.pk)
    )
    if not near.exists():
        raise PermissionDenied
    same = AgencyTie.objects.filter(agency=agency, user=user, organisation=organisation)
    if same.filter(ended_at=None).exists():
        raise ValidationError({"agency": _("Keterkaitan ini sudah tercatat.")})
    tie = AgencyTie.objects.create(
        agency=agency, user=user, organisation=organisation, note=note, added_by=by
    )
    record("change", user or organisation, fields=["agency_tie"], by=by)
    return tie


@transaction.atomic
def end_tie(tie: AgencyTie, *, by: User) -> AgencyTie:
    """Ended already is fine. Raises PermissionDenied for one's own, and for one's own house."""
    if not may_end(tie, by=by):
        raise PermissionDenied
    AgencyTie.objects.filter(pk=tie.pk, ended_at=None).update(ended_at=timezone.now())
    record("change", tie.user or tie.organisation, fields=["agency_tie"], reason="ended", by=by)
    return tie


def may_end(tie: AgencyTie, *, by: User) -> bool:
    """Nobody frees herself; a supervisor does not free her house, the district's admin does."""
    if tie.user_id == by.pk:
        return False
    here = by.posting.organisation_id if by.posting else None
    own_house = tie.organisation_id is not None and tie.organisation_id == here
    return not own_house or by.can(Permission.PEOPLE_MANAGE_DISTRICT)


def tie_rows(ties, *, by: User) -> list[dict]:
    return [
        {
            "who": str(tie.user or tie.organisation),
            "agency": str(tie.agency),
            "note": tie.note,
            "since": date_format(timezone.localtime(tie.added_at), "j M Y"),
            "end_url": reverse("people:end_tie", args=[tie.pk]) if may_end(tie, by=by) else "",
        }
        for tie in ties
    ]
