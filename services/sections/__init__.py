"""The blocks of the client's page that counselling brings itself, a file a subject; imported by services/home.py."""

from . import (  # noqa: F401
    appointments,
    care,
    consents,
    contracts,
    documents,
    family,
    journeys,
    memberships,
    merged,
    sessions,
)
