"""What a timeline calls each verb. Apps add theirs in `<app>/events.py`, found like admin.py is."""

LABELS: dict[str, tuple] = {}


def register(labels: dict[str, tuple]) -> None:
    """Add {"referral.accept": (label, icon)}; the label is a lazy translation."""
    LABELS.update(labels)


def label(verb: str) -> str:
    return str(LABELS[verb][0]) if verb in LABELS else verb


def icon(verb: str) -> str:
    return LABELS[verb][1] if verb in LABELS else "circle"
