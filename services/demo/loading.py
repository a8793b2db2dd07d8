from ltsa.demo.rows import insert
from ltsa.demo.stage import Stage, loads

from ..models import Migrant
from .groups import group_sessions
from .people import clients, families
from .sessions import first_and_later_sessions


@loads(Migrant)
def load_services(stage: Stage) -> dict[str, int]:
    """About 2,000 clients, their conversations, and the meetings in the villages."""
    people, lines = clients(stage)
    insert(people)
    insert(families(people, stage))
    talks, talk_lines = first_and_later_sessions(people, stage)
    meetings, counts, attendances, meeting_lines = group_sessions(people, stage)
    insert(talks + meetings)
    insert(counts)
    insert(attendances)
    insert(lines + talk_lines + meeting_lines)
    return {
        "klien": len(people),
        "konseling perorangan": len(talks),
        "konseling kelompok": len(meetings),
    }
