"""What can be done to a case."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.access import Permission
from ltsa.accounts.models import User
from ltsa.audit.actions import record
from ltsa.clocks.actions import stop_clock
from ltsa.organisations.models import Organisation
from ltsa.timeline.actions import write_event
from services.actions import record_consent, shield_client
from services.codes import DisclosureGroup
from services.locks import not_shut_out
from services.models import AccessGrant, Consent

from .. import notices
from ..codes.clock import CaseClock
from ..models import Case, Referral
from ..transitions import LIVE
from .complaint import whole_complaint
from .deadlines import entrust_case_clocks, start_case_clocks
from .freezing import thaw_steps
from .numbering import save_numbered
from .partners import check_partner
from .referral_ends import leave_house
from .reporting import tend_report_clock
from .respondents import name_respondent
from .team import end_team, form_team, tend_waiting

HAND_OVER_CONSENT = timedelta(days=90)


@transaction.atomic
def open_case(
    migrant,
    *,
    types=(),
    account: str = "",
    reported_by: str,
    priority: str = "",
    restricted: bool = False,
    limits_explained: bool = False,
    next_action_on=None,
    agency=None,
    by,
    **complaint,
) -> Case:
    """Open a case for a client. `types`: CaseType rows, the first is the primary one; `agency`: it is about.

    `complaint`: who complains, when and where it happened (cases.actions.complaint), all of it optional.
    A sensitive type makes the case restricted; its story is only taken once the limits of confidentiality were
    explained. Raises ValidationError keyed by field.
    """
    types = list(types)
    restricted = restricted or any(kind.sensitive for kind in types)
    complaint = whole_complaint({"reported_by": reported_by} | complaint)
    happened = (complaint.get("happened_on"), complaint.get("happened_in"))
    told = account + "".join(str(part) for part in happened if part)
    _check_opening(types, account, told, restricted, limits_explained)
    posting = by.posting
    case = Case(
        migrant=migrant,
        phase=migrant.phase,
        primary_type=types[0] if types else None,
        account=account,
        agency=agency,
        **complaint,
        priority=priority or (types[0].priority if types else "urgent"),
        restricted=restricted,
        limits_explained_at=timezone.now() if limits_explained else None,
        organisation=posting.organisation,
        service_point=posting.service_point,
        district_id=posting.district_id,
        owner=by if not restricted or by.can(Permission.CASE_RESTRICTED) else None,
        opened_by=by,
        next_action_on=next_action_on,
    )
    save_numbered(case, year=timezone.localdate().year)
    if restricted:
        shield_client(migrant)
    case.secondary_types.add(*types[1:])
    # Whoever may not work on it names nobody: it waits, and who takes it on is told (domain 4 rule 1).
    form_team(case, [by] if case.owner else [], new=True, by=by)
    start_case_clocks(case, by=by)
    tend_report_clock(case, by=by)
    tend_waiting(case, by=by)
    write_event("case.open", case, client=migrant.pk, by=by)
    record("create", case, by=by)
    if agency is not None:
        name_respondent(case, agency=agency, by=by)
    return case


def _check_opening(types, account, told, restricted, limits_explained) -> None:
    """`told`: all of her story that came along; of a restricted case nothing before the limits were explained."""
    errors = {}
    if not restricted and not types:
        errors["types"] = _("Pilih jenis kasus.")
    if not restricted and not account.strip():
        errors["account"] = _("Tulis kronologi singkat.")
    if told.strip() and restricted and not limits_explained:
        errors["limits_explained"] = _("Jelaskan dulu batas kerahasiaan, lalu centang.")
    if errors:
        raise ValidationError(errors)


@transaction.atomic
def hand_over_case(case: Case, *, to, method: str, people=None, by) -> Case:
    """Give a restricted case to another organisation, with the client's consent; the giver keeps code and state.

    The new team is `people`, named one by one; without them it waits there for whoever takes it on. Raises
    ValidationError {to} where nobody could, {people} for one who cannot.
    """
    check_partner(case, to)
    team = _team_there(case, to, people or ())
    case = Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    if not case.restricted or case.handed_over_at or to.pk == case.organisation_id:
        raise ValidationError({"to": _("Kasus ini sudah diserahkan atau tidak dapat diserahkan.")})
    _check_nothing_under_way(case)
    groups = DisclosureGroup.values
    case.hand_over_consent = record_consent(
        case.migrant,
        recipient=to,
        groups=groups,
        method=method,
        expires_on=timezone.localdate() + HAND_OVER_CONSENT,
        restricted=True,
        by=by,
    )
    end_team(case)
    AccessGrant.objects.filter(subject=case.pk, until__isnull=True).update(until=timezone.now())
    case.organisation, case.service_point, case.owner = to, None, None
    case.handed_over_at = timezone.now()
    case.version += 1
    case.save()
    form_team(case, team, by=by)
    stop_clock(CaseClock.TAKE_ON, case, outcome="dropped", by=by)
    entrust_case_clocks(case, by=by)
    tend_report_clock(case, by=by)
    write_event("case.hand_over", case, by=by)
    thaw_steps(case.migrant, to, by=by)
    record("share", case, fields=groups, by=by)
    notices.case_left(case)
    notices.case_handed_over(case, team, by=by)
    tend_waiting(case, by=by)
    return case


def _team_there(case: Case, to, people) -> list:
    there = User.objects.holding(Permission.CASE_RESTRICTED).working_for(to)
    able = set(not_shut_out(there, case.migrant_id))
    if not able:
        raise ValidationError({"to": _("Lembaga ini belum punya pendamping untuk kasus terbatas.")})
    if not set(people) <= able:
        raise ValidationError({"people": _("Pilih pendamping dari lembaga tujuan.")})
    return sorted(set(people), key=lambda one: one.username)


def _check_nothing_under_way(case: Case) -> None:
    """Of a case that has gone nobody here could follow a referral: she decides first what becomes of it."""
    if Referral.objects.filter(case=case, state__in=LIVE).exists():
        text = _("Masih ada rujukan yang berjalan. Selesaikan atau tarik dulu, lalu serahkan.")
        raise ValidationError({"to": text}, code="not_now")
    leave_house(case)


def _home_of(case: Case, consent: Consent) -> tuple[Organisation, Consent | None]:
    """(house, consent): the one that gave it away; had it come there with a consent that she took back too, the one before."""
    passed = {consent.pk}
    while True:
        house = consent.organisation
        came = Referral.objects.filter(case=case, to=house, kind="transfer", state="completed")
        last = came.exclude(consent__in=passed).order_by("-answered_at").first()
        if last is None or last.consent is None:
            return house, None
        if last.consent.is_valid:
            return house, last.consent
        consent = last.consent
        passed.add(consent.pk)


@transaction.atomic
def take_back_case(case: Case, *, by) -> Case:
    """She withdrew her consent to the hand-over: the house that has the case loses sight at once, and it goes home.

    Home it waits for whoever takes it on, until she agrees to another house.
    """
    case = Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    if case.hand_over_consent is None:
        return case
    leave_house(case)
    now, team = timezone.now(), end_team(case)
    AccessGrant.objects.filter(subject=case.pk, until__isnull=True).update(until=now)
    home, still_agreed = _home_of(case, case.hand_over_consent)
    case.organisation, case.service_point, case.owner = home, None, None
    case.district_id = home.district_id  # type: ignore[assignment]  # a house with cases has one
    case.handed_over_at, case.hand_over_consent = None, still_agreed
    case.version += 1
    case.save()
    stop_clock(CaseClock.TAKE_ON, case, outcome="dropped", by=by)
    entrust_case_clocks(case, by=by)
    tend_report_clock(case, by=by)
    write_event("case.take_back", case, by=by)
    record("change", case, fields=["organisation"], by=by)
    notices.case_left(case)
    notices.case_taken_back(case, team, by=by)
    tend_waiting(case, by=by)
    return case
