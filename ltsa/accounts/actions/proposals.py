"""The first supervisor of an organisation: proposed by the district admin, confirmed by the data protection officer.

Also when its last supervisor is gone. Until it is confirmed the person has no posting and no invitation.
"""

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.audit.actions import record
from ltsa.notifications.actions import notify
from ltsa.organisations.models import Organisation, ServicePoint

from ..authority import How, how_to_post
from ..models import SupervisorProposal, User
from ..officers import data_protection_officers
from ..permissions import Role
from .ledger import still_acting, supervisors_of
from .people import new_person, send_invitation
from .postings import post_confirmed


@transaction.atomic
def propose_new_supervisor(
    *,
    organisation: Organisation,
    username: str,
    full_name: str,
    email: str,
    language: str = "id",
    by: User,
    **posting,
) -> SupervisorProposal:
    """Propose somebody who has no account yet. Keywords of the posting: [service_point, starts_on, ends_on, decree]."""
    _check(organisation, by=by)
    person = new_person(
        username=username, full_name=full_name, email=email, language=language, by=by
    )
    return _propose(person, organisation, by=by, **posting)


@transaction.atomic
def propose_supervisor(
    person: User, *, organisation: Organisation, by: User, **posting
) -> SupervisorProposal:
    """Propose somebody who has an account within reach of the admin."""
    _check(organisation, by=by, person=person)
    return _propose(person, organisation, by=by, **posting)


def _check(organisation: Organisation, *, by: User, person: User | None = None) -> None:
    actor = still_acting(by, organisation)
    way = how_to_post(organisation, Role.SUPERVISOR, by=actor, person=person)
    if way != How.CONFIRMED:
        raise PermissionDenied


def _propose(
    person: User,
    organisation: Organisation,
    *,
    service_point: ServicePoint | None = None,
    starts_on: date | None = None,
    ends_on: date | None = None,
    decree: str = "",
    by: User,
) -> SupervisorProposal:
    if service_point is not None and service_point.organisation_id != organisation.pk:
        raise ValidationError({"service_point": _("Titik layanan ini milik lembaga lain.")})
    starts_on = starts_on or timezone.localdate()
    if ends_on is not None and ends_on <= starts_on:
        raise ValidationError({"ends_on": _("Hari berakhir harus sesudah hari mulai.")})
    try:
        with transaction.atomic():
            proposal = SupervisorProposal.objects.create(
                person=person,
                organisation=organisation,
                service_point=service_point,
                starts_on=starts_on,
                ends_on=ends_on,
                decree=decree,
                proposed_by=by,
            )
    except IntegrityError:
        text = _("Untuk lembaga ini sudah ada usulan yang menunggu.")
        raise ValidationError(text, code="proposed_already") from None
    record("create", person, fields=["proposal"], by=by)
    officers = data_protection_officers(organisation.district_id)
    link = reverse("people:proposal", args=[proposal.pk])
    notify(officers, "account", subject=proposal.pk, link=link)
    return proposal


def may_decide(proposal: SupervisorProposal, *, by: User) -> bool:
    officers = data_protection_officers(proposal.organisation.district_id)
    is_officer = officers.filter(pk=by.pk).exists()
    return (
        is_officer
        and proposal.decided_at is None
        and by.pk not in (proposal.proposed_by_id, proposal.person_id)
    )


@transaction.atomic
def decide_proposal(proposal: SupervisorProposal, *, accept: bool, by: User) -> SupervisorProposal:
    """Confirm it: the posting begins and the invitation goes out by mail; or refuse it. Raises PermissionDenied.

    Raises ValidationError when the organisation has got a supervisor meanwhile.
    """
    rows = SupervisorProposal.objects.select_for_update(of=("self",))
    proposal = rows.select_related("person", "organisation", "service_point", "proposed_by").get(
        pk=proposal.pk
    )
    actor = still_acting(by, proposal.organisation)
    if not may_decide(proposal, by=actor):
        raise PermissionDenied
    if accept:
        _accept(proposal, by=by)
    proposal.accepted, proposal.decided_by, proposal.decided_at = accept, by, timezone.now()
    proposal.save(update_fields=["accepted", "decided_by", "decided_at"])
    record("change", proposal.person, fields=["proposal"], by=by)
    told = {proposal.proposed_by_id: proposal.proposed_by}
    told |= {one.pk: one for one in supervisors_of(proposal.organisation)}
    link = reverse("people:proposal", args=[proposal.pk])
    people = [one for pk, one in told.items() if pk not in (by.pk, proposal.person_id)]
    notify(people, "account", subject=proposal.pk, link=link)
    return proposal


def _accept(proposal: SupervisorProposal, *, by: User) -> None:
    # By whoever proposed it, as she stands now: she may have lost her posting, the organisation may have a head.
    proposer = still_acting(proposal.proposed_by, proposal.organisation)
    known = proposal.person.postings.exists()
    way = how_to_post(
        proposal.organisation,
        Role.SUPERVISOR,
        by=proposer,
        person=proposal.person if known else None,
    )
    if way != How.CONFIRMED:
        raise ValidationError(
            _(
                "Usulan ini tidak berlaku lagi: lembaganya sudah punya supervisor, atau keadaannya berubah."
            )
        )
    post_confirmed(
        proposal.person,
        organisation=proposal.organisation,
        role=Role.SUPERVISOR,
        service_point=proposal.service_point,
        starts_on=max(proposal.starts_on, timezone.localdate()),
        ends_on=proposal.ends_on,
        decree=proposal.decree,
        by=proposal.proposed_by,
    )
    if not proposal.person.has_usable_password():
        send_invitation(proposal.person)
