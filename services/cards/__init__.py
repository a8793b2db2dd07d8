"""What counselling puts on my day, a file a subject; imported by services/home.py."""

from . import appointments, consents, leads  # noqa: F401
