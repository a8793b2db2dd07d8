from ltsa.demo.rows import insert
from ltsa.demo.stage import Stage, loads

from ..models import Migrant
from .consents import answers
from .groups import group_sessions
from .people import clients, families
from .sessions import first_and_later_sessions


@loads(Migrant)
def load_services(stage: Stage) -> dict[str, int]:
    """About 2,000 clients, their conversations, and the meetings in the villages."""
    people, lines = clients(stage)
    talks, talk_lines = first_and_later_sessions(people, stage)
    meetings, of_meetings = group_sessions(people, stage)
    agreed = answers(people, stage)
    insert([*people, *families(people), *talks, *meetings, *of_meetings, *lines, *talk_lines])
    insert(agreed)
    return {
        "klien": len(people),
        "persetujuan": len(agreed),
        "konseling perorangan": len(talks),
        "konseling kelompok": len(meetings),
    }
