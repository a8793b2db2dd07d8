from ltsa.demo.rows import insert
from ltsa.demo.stage import Stage, loads

from ..models import Case
from .opening import cases
from .sending import referrals
from .story import Story
from .telling import inbox_lines


@loads(Case)
def load_cases(stage: Stage) -> dict[str, int]:
    """Cases in every state, and the referrals between the houses of a district."""
    opened, of_cases = cases(stage)
    story = Story(opened, stage).tell()
    others, of_referrals = referrals(opened, stage, without=story.taken)
    sent = story.sent + others
    lines = inbox_lines(sent, stage)
    insert([*opened, *of_cases, *sent, *story.rows, *of_referrals, *lines])
    return {"kasus": len(opened), "rujukan": len(sent), "baris kotak masuk": len(lines)}
