"""Events shaped for components/timeline.html."""

from .labels import icon, label


def timeline_rows(events) -> list[dict]:
    """[{when, who, text, icon}] for the component; who is the organisation for people of other houses too."""
    return [
        {
            "when": event.at,
            "who": ", ".join(str(part) for part in (event.by, event.organisation) if part),
            "text": label(event.verb),
            "icon": icon(event.verb),
        }
        for event in events
    ]
