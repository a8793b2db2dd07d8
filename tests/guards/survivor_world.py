"""What only restricted cases have, for tests/guards/world.py."""

from django.utils import timezone

from cases import actions
from services import actions as services


def survived(cast, make_case, make_referral, client, restricted) -> dict[str, list]:
    """What only restricted cases have; and what is asked for after she took her consent back."""
    desk, wcc, head = (cast[f"{who}.cirebon"] for who in ("meja", "wcc", "supervisor"))
    today = timezone.localdate()
    told = actions.explain_limits(restricted, answer="go_on", by=head)
    answers = {"rape": "yes"}
    act = actions.add_incident(told, reported_on=today, answers=answers, account="Cerita.", by=head)
    plan = actions.write_safety_plan(
        told, answers={"safe_person": "Bibi Contoh"}, review_on=today, by=head
    )
    sent = make_referral(make_case(client, by=desk), by=desk)
    actions.accept_referral(sent, by=wcc)
    services.withdraw_consent(sent.consent, by=desk)
    return {
        "kejadian/": [act.pk],
        "rencana-aman/": [plan.pk],
        "penghapusan/": [sent.deletion_requests.get().pk],
    }
