"""Against whom a case is: a party of the register, or somebody by name (domain 3.4)."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.audit.actions import record
from ltsa.organisations.models import Agency
from ltsa.timeline.actions import write_event
from ltsa.versions import update_row

from ..codes import RespondentKind
from ..models import Case, Mediation, Respondent
from ..transitions import UNDER_WAY
from .agencies import recount_agencies
from .working import working_on

# What the register calls them.
KIND_OF = {
    Agency.Kind.P3MI: RespondentKind.AGENCY,
    Agency.Kind.TRAINING: RespondentKind.TRAINING_CENTRE,
    Agency.Kind.PARTNER: RespondentKind.FOREIGN_AGENCY,
    Agency.Kind.EMPLOYER: RespondentKind.EMPLOYER,
}


def name_respondent(
    case: Case, *, kind: str = "", agency=None, name: str = "", contact: str = "", by
) -> Respondent:
    """The party of this case, added once: an agency that is named already is the same row.

    Called in the transaction of what it is named for, with the case locked.
    """
    name = name.strip()
    if agency is not None:
        kind = kind or KIND_OF[agency.kind]
        known = case.respondents.filter(agency=agency, removed_at=None).first()
        if known is not None:
            return known
    _check_party(kind, agency, name)
    party = Respondent.objects.create(
        case=case, kind=kind, agency=agency, name=name, contact=contact.strip(), added_by=by
    )
    _tell("respondent.add", party, by=by)
    record("create", party, by=by)
    follow_agency(case)
    return party


@transaction.atomic
def add_respondent(case: Case, *, by, **told) -> Respondent:
    """Name a party on the case's page. Raises NotYours, NotPossible and ValidationError keyed by field."""
    return name_respondent(working_on(case, "respondent", by=by), by=by, **told)


@transaction.atomic
def edit_respondent(
    party: Respondent, *, version: int, kind: str, agency=None, name="", contact="", by
) -> Respondent:
    """Put right who it is; what was written before stays in the history. Raises Stale."""
    case = working_on(party.case, "respondent", by=by)
    _check_party(kind, agency, name.strip())
    others = case.respondents.filter(removed_at=None).exclude(pk=party.pk)
    if agency is not None and others.filter(agency=agency).exists():
        raise ValidationError({"agency": _("Perusahaan ini sudah ada di daftar pihak.")})
    told = {"kind": kind, "agency": agency, "name": name.strip(), "contact": contact.strip()}
    party = update_row(party, version=version, **told)
    _tell("respondent.edit", party, by=by)
    record("change", party, fields=sorted(told), by=by)
    follow_agency(case)
    return party


@transaction.atomic
def remove_respondent(party: Respondent, *, by) -> Respondent:
    """The complaint is no longer about them; the row stays. A second time does nothing."""
    case = working_on(party.case, "respondent", by=by)
    party = Respondent.objects.select_for_update(of=("self",)).get(pk=party.pk)
    if party.removed_at is not None:
        return party
    if Mediation.objects.filter(respondent=party, state__in=UNDER_WAY).exists():
        told = _("Mediasi dengan pihak ini masih berjalan. Akhiri mediasinya dulu.")
        raise ValidationError(told, "under_way")
    party = update_row(party, version=party.version, removed_at=timezone.now())
    _tell("respondent.remove", party, by=by)
    record("change", party, fields=["removed_at"], by=by)
    follow_agency(case)
    return party


def follow_agency(case: Case) -> None:
    """The case is counted against the first party that stands in the register; both registers' numbers follow."""
    first = case.respondents.filter(removed_at=None, agency__isnull=False).first()
    before, now = case.agency_id, first.agency_id if first else None
    if before != now:
        case.agency_id = now
        case.save(update_fields=["agency"])
        recount_agencies(before, now)


def _check_party(kind: str, agency, name: str) -> None:
    if kind not in RespondentKind.values:
        raise ValidationError({"kind": _("Pilih siapa pihak yang diadukan.")})
    if agency is None and not name and kind != RespondentKind.UNKNOWN:
        raise ValidationError({"name": _("Tulis nama pihak yang diadukan.")})


def _tell(verb: str, party: Respondent, *, by) -> None:
    case, detail = party.case, {"part": str(party.pk), "kind": party.kind}
    write_event(verb, case, client=_client(case), detail=detail, by=by)


def _client(case: Case):
    return None if case.restricted else case.migrant_id
