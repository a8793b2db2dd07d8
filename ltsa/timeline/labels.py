"""What a timeline calls each verb. Apps add theirs in `<app>/events.py`, found like admin.py is."""

LABELS: dict[str, tuple] = {}
KINDS: dict = {}


def register(labels: dict[str, tuple], kinds: dict | None = None) -> None:
    """Add {"referral.accept": (label, icon)} and what the noun is called, {"referral": label}; labels are lazy."""
    LABELS.update(labels)
    KINDS.update(kinds or {})


def label(verb: str) -> str:
    return str(LABELS[verb][0]) if verb in LABELS else verb


def icon(verb: str) -> str:
    return LABELS[verb][1] if verb in LABELS else "circle"
