"""Who is shut out from a client (conflict of interest, domain 4 rule 11), asked from the client's side.

`visible_to` asks it from the reader's side (querysets/grants.py); both read the deny grants, the postings and the ties
to agencies as they are now, so that a tie or a posting that is added later counts at once.
"""

from django.db.models import Q

from ltsa.accounts.models import AgencyTie, Posting
from ltsa.organisations.models import Organisation

from .models import AccessGrant


def _against(migrant_id):
    return AccessGrant.objects.current().filter(migrant=migrant_id, deny=True)


def _column(rows, name: str):
    """Its values without the empty ones: `NOT IN` with a NULL among them lets nobody through."""
    return rows.exclude(**{name: None}).values(name)


def _ties(migrant_id):
    agencies = _column(_against(migrant_id), "agency")
    return AgencyTie.objects.filter(ended_at=None, agency__in=agencies)


def shut_houses(migrant_id):
    """Organisations none of whose people may come near her."""
    named = Q(pk__in=_column(_against(migrant_id), "organisation"))
    return Organisation.objects.filter(named | Q(pk__in=_column(_ties(migrant_id), "organisation")))


def shut_people(migrant_id) -> Q:
    """A condition on people: named themselves, of such a house or village, or tied to such an agency."""
    against = _against(migrant_id)
    posted = Posting.objects.posted_today().filter(
        Q(organisation__in=shut_houses(migrant_id).values("pk"))
        | Q(village__in=_column(against, "village"))
    )
    return (
        Q(pk__in=_column(against, "user"))
        | Q(pk__in=posted.values("user"))
        | Q(pk__in=_column(_ties(migrant_id), "user"))
    )


def not_shut_out(people, migrant_id):
    """Of these people those who may still hear of this client, be given a task of hers, or decide about her."""
    return people.exclude(shut_people(migrant_id))
