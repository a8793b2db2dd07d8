"""About 250 cases in every state, opened in conversations that said so."""

from datetime import datetime, timedelta

from django.db.models import Model
from django.utils import timezone

from ltsa.access import Permission
from ltsa.accounts.models import User
from ltsa.demo.stage import Chance, Stage, posting_of
from ltsa.demo.traces import audit_line, event
from ltsa.organisations.models import Kind
from services.actions import CONSENT_TEXT_VERSION
from services.codes import DisclosureGroup
from services.demo.people import PARTNERS_OF
from services.models import AccessGrant, Consent, CounsellingSession

from ..models import Case, CaseMember, CaseType
from .moving import LATEST, lead_on
from .plots import ACCOUNTS, HELD, SENSITIVE_BENT, TYPES

HANDED_OVER = {False: 0.85, True: 0.4}  # by one who may not keep it, and one who may


def cases(stage: Stage) -> tuple[list[Case], list[Model]]:
    """Unsaved cases, oldest first, and what belongs to them: teams, consents, grants, timeline, audit."""
    types = {row.code: row for row in CaseType.objects.all()}
    rows: list[Model] = []
    opened: list[Case] = []
    talks = list(_talks(stage))
    fixed = _newest(talks)
    for talk in talks:
        chance = Chance(f"case/{talk.pk}")
        case = _case(talk, types, stage, chance)
        opened.append(case)
        rows += _life_of(case, stage, chance, state=fixed.get(talk.pk, ""))
        if not case.restricted and chance.happens(0.15):
            second = chance.pick(
                {k: v for k, v in TYPES[case.phase].items() if not types[k].sensitive}
            )
            if second != case.primary_type_id:
                rows.append(Case.secondary_types.through(case=case, casetype=types[second]))
    _number(opened)
    return opened, rows


def _talks(stage: Stage):
    people = {user.pk: user for user in stage.people.values()}
    talks = (
        CounsellingSession.objects.filter(mode="individual", outcome__in=["open_case", "refer"])
        .select_related("migrant__village__parent__parent", "migrant__registered_by")
        .defer("summary")
        .order_by("started_at", "pk")
    )
    for talk in talks:
        talk.by = people[talk.by_id]
        yield talk


def _newest(talks: list[CounsellingSession]) -> dict:
    """The states of each district's latest cases, so that no day lacks one: {conversation: state}."""
    of_district: dict[str, list] = {}
    for talk in reversed(talks):
        of_district.setdefault(talk.district_id, []).append(talk.pk)
    return {
        pk: state for pks in of_district.values() for pk, state in zip(pks, LATEST, strict=False)
    }


def _case(talk: CounsellingSession, types: dict, stage: Stage, chance: Chance) -> Case:
    listens = posting_of(talk.by).organisation.kind == Kind.WOMENS_ORGANISATION
    kind = types[
        chance.pick(
            {
                code: share * (SENSITIVE_BENT if listens and types[code].sensitive else 1)
                for code, share in TYPES[talk.phase].items()
            }
        )
    ]
    restricted, text = kind.sensitive, chance.choice(_accounts(kind.code))
    at = stage.past(talk.started_at + timedelta(minutes=15))
    trusted = talk.by.can(Permission.CASE_RESTRICTED)
    client_type = talk.migrant.client_type if talk.migrant else ""
    return Case(
        id=chance.id(),
        migrant=talk.migrant,
        phase=talk.phase,
        # A desk officer takes no story of violence: the companion learns it.
        primary_type=kind if not restricted or trusted else None,
        account=text if not restricted or trusted else "",
        reported_by="family" if client_type == "family" else "self",
        priority=kind.priority,
        restricted=restricted,
        limits_explained_at=at if restricted else None,
        organisation_id=talk.organisation_id,
        service_point_id=talk.service_point_id,
        district_id=talk.district_id,
        owner=talk.by if not restricted or trusted else None,
        opened_by=talk.by,
        opened_at=at,
    )


def _accounts(code: str) -> list[str]:
    return ACCOUNTS.get(code, ACCOUNTS.get(code[:3], [HELD]))


def _number(opened: list[Case]) -> None:
    """At random within district and year, restricted or not, as at the desk; alike in every demo."""
    chance, given = Chance("case numbers"), set[str]()
    for case in opened:
        year = timezone.localtime(case.opened_at).year
        while not case.code or case.code in given:
            number = chance.randrange(10_000)
            case.code = f"LTSA-{case.district_id.replace('.', '')}-{year}-{number:04d}"
        given.add(case.code)


def _life_of(case: Case, stage: Stage, chance: Chance, *, state: str) -> list[Model]:
    opener, at = case.opened_by, case.opened_at
    rows: list[Model] = [
        event(chance, "case.open", case.pk, at, opener, client=case.migrant_id),
        audit_line("create", case, at, opener),
    ]
    team = _team(case, stage)
    at_an_office = posting_of(opener).role in ("desk_officer", "counsellor")
    handed = chance.happens(HANDED_OVER[opener in team]) and case.restricted and at_an_office
    over = stage.past(at + timedelta(hours=chance.randrange(1, 30)))
    for person in sorted(team, key=lambda one: one.username):
        member = CaseMember(case=case, user=person, added_by=opener, since=at)
        member.until = over if handed else None
        rows.append(member)
        if case.restricted or posting_of(opener).organisation.works_with_survivors:
            rows.append(_let_in(case, person, chance, since=at, until=member.until))
    if handed:
        team = _helpers(case, stage, chance)
        rows += _hand_over(case, team, over, chance)
    by = sorted(team, key=lambda one: one.username)[0]
    return rows + lead_on(case, by, team, state, stage, chance)


def _team(case: Case, stage: Stage) -> set[User]:
    """By name: the opener, and of a restricted case the supervisor whom she asked to join."""
    if not case.restricted:
        return {case.opened_by}
    here = {
        one
        for one in stage.people.values()
        if posting_of(one).organisation_id == case.organisation_id
    }
    return {
        one
        for one in here
        if one.can(Permission.OWN_ORGANISATION_SEE) or (one == case.opened_by and case.owner)
    }


def _helpers(case: Case, stage: Stage, chance: Chance) -> set[User]:
    """Those of the women's house of the district, or of the government's own, who may work on such a case."""
    slug = case.opened_by.username.partition(".")[2]
    kind = chance.pick({"women": 75, "uptdppa": 25})
    chosen = stage.person(PARTNERS_OF[slug].get(kind, PARTNERS_OF[slug]["women"]))
    return {
        one
        for one in stage.people.values()
        if posting_of(one).organisation_id == posting_of(chosen).organisation_id
        and one.can(Permission.CASE_RESTRICTED)
    }


def _hand_over(case: Case, team: set[User], at: datetime, chance: Chance) -> list[Model]:
    opener, groups = case.opened_by, list(DisclosureGroup.values)
    people = sorted(team, key=lambda one: one.username)
    to = posting_of(people[0]).organisation_id
    consent = Consent(
        id=chance.id(),
        migrant_id=case.migrant_id,
        recipient_id=to,
        groups=groups,
        method=chance.pick({"signature": 60, "thumbprint": 20, "witness": 20}),
        text_version=CONSENT_TEXT_VERSION,
        given_at=at,
        expires_on=timezone.localdate(at) + timedelta(days=90),
        organisation_id=posting_of(opener).organisation_id,
        recorded_by=opener,
        restricted=True,
    )
    case.organisation_id, case.service_point_id, case.owner = to, None, None
    case.handed_over_at, case.version = at, case.version + 1
    case.hand_over_consent = consent
    rows: list[Model] = [
        consent,
        event(chance, "case.hand_over", case.pk, at, opener),
        audit_line("share", case, at, opener, *groups),
    ]
    for person in people:
        rows.append(CaseMember(case=case, user=person, added_by=opener, since=at))
        rows.append(_let_in(case, person, chance, since=at))
    return rows


def _let_in(case: Case, person: User, chance: Chance, *, since, until=None) -> AccessGrant:
    return AccessGrant(
        id=chance.id(),
        migrant_id=case.migrant_id,
        user=person,
        reason="team",
        groups=list(DisclosureGroup.values),
        subject=case.pk,
        since=since,
        until=until,
    )
