"""The access of a house stops: what cannot wait for it is told to those who can act.

A consent is for one recipient, so nothing goes on by itself: whoever sent an emergency chooses another house with the
client. Its clock goes on ticking and escalates as it would have.
"""

from ltsa.clocks.models import Clock
from ltsa.notifications.actions import notify
from ltsa.organisations.models import Organisation
from ltsa.organisations.officers import officers_for
from services.locks import not_shut_out

from .. import notices
from ..codes import Priority
from ..codes.clock import OF_THE_CASE
from ..models import Case, Referral
from ..reminders import REMINDER, REOFFER, supervisors, tell
from ..transitions import OPEN_CASE, UNANSWERED, UNMET


def tend_suspension(organisation: Organisation) -> None:
    """Inside the transaction of the suspension."""
    live = Referral.objects.filter(to=organisation, state__in=(*UNANSWERED, *UNMET))
    live = live.select_related("to", "sender", "case").defer("snapshot", "needs")
    for referral in live.filter(priority=Priority.EMERGENCY):
        people = notices.senders(referral)
        tell(referral, people, REOFFER, or_else=supervisors(referral.sender))
    _tell_of_emergencies(organisation)


def _tell_of_emergencies(organisation: Organisation) -> None:
    """Of its own restricted cases, on which nobody works now, the data protection officer hears: code and clock alone.

    Never by the clock of the report to the police, which would say what happened (domain 4.3).
    """
    cases = Case.objects.filter(
        organisation=organisation,
        restricted=True,
        priority=Priority.EMERGENCY,
        state__in=OPEN_CASE,
    )
    ticking = Clock.objects.running().filter(subject__in=cases.values("pk"), kind__in=OF_THE_CASE)
    due = {clock.subject: clock.due_at for clock in ticking.order_by("-due_at")}
    officers = officers_for(organisation)
    for case in cases:
        notify(
            not_shut_out(officers, case.migrant_id),
            REMINDER,
            subject=case.pk,
            link=notices.TRAIL,
            code=case.code,
            due_at=due.get(case.pk),
            emergency=True,
        )
