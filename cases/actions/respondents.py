"""Against whom a case is: a party of the register, or somebody by name (domain 3.4)."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ltsa.audit.actions import record
from ltsa.organisations.models import Agency
from ltsa.timeline.actions import write_event

from ..codes import RespondentKind
from ..models import Case, Respondent

# What the register calls them.
KIND_OF = {
    Agency.Kind.P3MI: RespondentKind.AGENCY,
    Agency.Kind.TRAINING: RespondentKind.TRAINING_CENTRE,
    Agency.Kind.PARTNER: RespondentKind.FOREIGN_AGENCY,
    Agency.Kind.EMPLOYER: RespondentKind.EMPLOYER,
}


def name_respondent(case: Case, *, kind: str = "", agency=None, name: str = "", by) -> Respondent:
    """The party of this case, added once: an agency that is named already is the same row.

    Called in the transaction of what it is named for, with the case locked.
    """
    name = name.strip()
    if agency is not None:
        kind = kind or KIND_OF[agency.kind]
        known = case.respondents.filter(agency=agency, removed_at=None).first()
        if known is not None:
            return known
    if kind not in RespondentKind.values:
        raise ValidationError({"kind": _("Pilih siapa pihak yang diadukan.")})
    if agency is None and not name and kind != RespondentKind.UNKNOWN:
        raise ValidationError({"name": _("Tulis nama pihak yang diadukan.")})
    party = Respondent.objects.create(case=case, kind=kind, agency=agency, name=name, added_by=by)
    detail = {"part": str(party.pk), "kind": kind}
    write_event("respondent.add", case, client=_client(case), detail=detail, by=by)
    record("create", party, by=by)
    return party


def _client(case: Case):
    return None if case.restricted else case.migrant_id
