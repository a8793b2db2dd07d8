"""Who is on duty at the women's centre of the walk: its companion this week, her supervisor the next."""

from datetime import timedelta

from ltsa.accounts.models import Duty
from ltsa.demo.rows import insert
from ltsa.demo.stage import Stage, loads, posting_of

WEEK = timedelta(days=6)


@loads(Duty)
def load_duties(stage: Stage) -> dict[str, int]:
    head = stage.person("supervisor.wcc.cirebon")
    monday = stage.today - timedelta(days=stage.today.weekday())
    rows = [
        Duty(
            organisation=posting_of(one).organisation,
            user=one,
            starts_on=starts_on,
            ends_on=starts_on + WEEK,
            added_by=head,
        )
        for one, starts_on in (
            (stage.person("wcc.cirebon"), monday),
            (head, monday + timedelta(days=7)),
        )
    ]
    insert(rows)
    return {"piket": len(rows)}
