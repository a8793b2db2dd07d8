from ltsa.demo.rows import insert
from ltsa.demo.stage import Stage, loads
from services.models import Migrant

from ..models import Case
from .agencies import count_all_complaints, name_agencies
from .opening import cases
from .sending import referrals
from .story import Story
from .telling import inbox_lines


@loads(Case)
def load_cases(stage: Stage) -> dict[str, int]:
    """Cases in every state, and the referrals between the houses of a district."""
    opened, of_cases = cases(stage)
    name_agencies(opened)
    story = Story(opened, stage).tell()
    others, of_referrals = referrals(opened, stage, without=story.taken)
    sent = story.sent + others
    lines = inbox_lines(sent, stage)
    insert([*opened, *of_cases, *sent, *story.rows, *of_referrals, *lines])
    count_all_complaints()
    # By key: on tables that were never analysed a join of two thousand people with their cases can take minutes.
    shielded = [case.migrant_id for case in opened if case.restricted]
    Migrant.objects.filter(pk__in=shielded).update(shielded=True)
    return {"kasus": len(opened), "rujukan": len(sent), "baris kotak masuk": len(lines)}
