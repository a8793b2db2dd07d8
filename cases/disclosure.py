"""What a recipient of a referral may read: the minimum before she accepts, the consented groups afterwards.

It is read from the snapshot that was taken when the referral was sent, and the consent is asked at every read.
"""

from datetime import date, timedelta

from django.utils import timezone

from ltsa.access import Permission
from ltsa.organisations.models import ServiceCode
from services.codes import DisclosureGroup
from services.disclosure import shown_groups

from .codes import OPEN_TO_RECIPIENT
from .models import Case, CaseFile, Referral, ReferralFile
from .transitions import OPEN_CASE

OVERRIDE = timedelta(days=30)  # what went without a consent is open no longer than this


SAFE_WAY = (
    "phone_owner",
    "contact_way",
    "contact_hours",
)  # travel with the number, where she said so
ASKED = ("language", "with_child", "escort")  # of the minimum, where they were told


def take_snapshot(referral: Referral, *, groups=None) -> dict:
    """{group: {field: value}} of exactly what is shared, as it is now; "minimum" always travels.

    `groups`: those that were ticked, unless its reader may share fewer.
    """
    case, migrant, needs = referral.case, referral.case.migrant, referral.needs
    groups = referral.disclose if groups is None else groups
    parts = {
        "minimum": {
            "client_code": migrant.code,
            "age_band": migrant.age_group,
            "sex": migrant.sex,
            **{name: str(told) for name in ASKED if (told := getattr(referral, name))},
            **({"access": ",".join(referral.access)} if referral.access else {}),
        },
        DisclosureGroup.IDENTITY: {
            "full_name": str(migrant),
            "birth_date": migrant.birth_date.isoformat() if migrant.birth_date else "",
            "village": migrant.village.full_name,
        },
        DisclosureGroup.CONTACT: {
            "phone": migrant.phone,
            "phone_safe": migrant.phone_safe,
            **{name: told for name in SAFE_WAY if (told := getattr(migrant, name))},
        },
        DisclosureGroup.JOURNEY: {
            "phase": migrant.phase,
            "client_type": migrant.client_type,
            "destination": migrant.destination,
        },
        DisclosureGroup.NEEDS: {"needs": needs},
        DisclosureGroup.ACCOUNT: {"account": case.account},
    }
    return {group: fields for group, fields in parts.items() if group in {"minimum", *groups}}


def may_pass_on(case: Case, user) -> frozenset[str]:
    """The groups this person may share: what she is shown of the client herself, and what her own case tells."""
    return shown_groups(case.migrant, user) | {DisclosureGroup.NEEDS, DisclosureGroup.ACCOUNT}


def is_recipient(referral: Referral, user) -> bool:
    return user.posting is not None and referral.to_id == user.posting.organisation_id


def is_here(referral: Referral, user) -> bool:
    """Whether the case is with the house of its reader: a sender keeps but the trace of one that moved away."""
    here = (
        user.posting is not None and referral.case.organisation_id == user.posting.organisation_id
    )
    return here and not user.can(Permission.REFERRAL_TIMING)


def last_day(referral: Referral) -> date:
    """The last day on which the recipient may read: as her consent says, else counted from the sending."""
    if referral.consent is None:
        return timezone.localdate(referral.sent_at) + OVERRIDE
    return referral.consent.expires_on


def is_agreed(referral: Referral) -> bool:
    """Whether a consent, or a supervisor's word instead of one, opens it today."""
    if referral.override:
        return referral.sent_at is None or timezone.localdate() <= last_day(referral)
    return referral.consent is not None and referral.consent.is_valid


def shown_parts(referral: Referral, user) -> dict:
    """{group: {field: value}} that this reader may read now. Empty for those who see only timing."""
    if user.can(Permission.REFERRAL_TIMING) or referral.snapshot is None:
        return {}
    if not is_recipient(referral, user):
        return referral.snapshot if is_here(referral, user) else {}
    if not is_agreed(referral):
        return {}
    shown = for_recipient(referral.snapshot, referral.state)
    return shown if not shown or in_her_hands(referral, user) else {"minimum": shown["minimum"]}


def in_her_hands(referral: Referral, user) -> bool:
    """Of a restricted case, and in a house for survivors, what was accepted is read by whoever took or answered it, and
    by the supervisor: not by everybody who is posted there (domain 4 rule 1). An answer without an account is the house's.
    """
    if not (referral.restricted or referral.to.works_with_survivors):
        return True
    if referral.answered_by_id is None or user.can(Permission.OWN_ORGANISATION_SEE):
        return True
    return user.pk in (referral.claimed_by_id, referral.answered_by_id)


def for_recipient(snapshot: dict, state: str) -> dict:
    """What of it the recipient reads in this state: the preview asks the same as her page."""
    if state == "sent":
        return {"minimum": snapshot["minimum"]}
    return snapshot if state in OPEN_TO_RECIPIENT else {}


def sendable_files(case: Case, user):
    """Files of this case that she may send along: her own house's, as they are now."""
    seen = CaseFile.objects.visible_to(user).current()
    return seen.filter(case=case, organisation=user.posting.organisation_id).order_by("number")


def shown_files(referral: Referral, user) -> list[ReferralFile]:
    """Single files that this reader may open now, the newest that travelled of each."""
    if not may_open_files(referral, user):
        return []
    rows = ReferralFile.objects.visible_to(user).filter(referral=referral).select_related("file")
    return newest_of_each(rows)


def may_open_files(referral: Referral, user) -> bool:
    """Who sent them may always; their recipient while it is open to her."""
    if not is_recipient(referral, user):
        return True
    return is_open(referral) and in_her_hands(referral, user)


def is_open(referral: Referral) -> bool:
    """Whether the recipient reads what the client allowed, today."""
    return referral.state in OPEN_TO_RECIPIENT and is_agreed(referral)


def newest_of_each(files) -> list[ReferralFile]:
    ordered = sorted(files, key=lambda item: item.file.number)
    return list({item.file.thread: item for item in ordered}.values())


def may_read_narrative(case: Case, user) -> bool:
    """A district admin sees a case's line, not its story."""
    return not user.can(Permission.CASE_LIST_BARE)


def needs_limits(case: Case) -> bool:
    """A restricted case takes no word of her story before the limits of confidentiality were explained (domain 4)."""
    return case.restricted and case.limits_explained_at is None


def works_here(case: Case, user) -> bool:
    """Whether she works on cases in the house that this one is with."""
    here = user.posting is not None and case.organisation_id == user.posting.organisation_id
    return here and user.can(Permission.CASE_WORK)


def may_work(case: Case, user) -> bool:
    """Whether she may add to this case, which she sees: of her house, and work on it goes on."""
    return works_here(case, user) and case.state in OPEN_CASE


def may_refer(case: Case, user) -> bool:
    """Whether she may write a referral of this case, which she sees."""
    own = user.posting is not None and case.organisation_id == user.posting.organisation_id
    return own and user.can(Permission.REFERRAL_SEND) and case.state in OPEN_CASE


def may_transfer(case: Case, user) -> bool:
    """Whether the way to another district is offered to her; what stands against it she is told there."""
    return may_refer(case, user) and user.can(Permission.REFERRAL_TRANSFER)


def service_labels(referral: Referral) -> list[str]:
    return [str(ServiceCode(code).label) for code in referral.services]
