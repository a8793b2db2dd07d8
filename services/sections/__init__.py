"""The blocks of the client's page that counselling brings itself, a file a subject; imported by services/home.py."""

from . import (
    appointments,
    care,
    consents,
    contracts,
    documents,
    family,
    journeys,
    memberships,
    merged,
)
