from ltsa.timeline.actions import write_event


def write(clock, step, about) -> None:
    """One line on the timeline of what the clock is about."""
    detail = {"kind": clock.kind, "step": step.name}
    verb = f"clock.{clock.kind}_{step.name}"
    write_event(verb, about, client=clock.client, detail=detail, by=None)
