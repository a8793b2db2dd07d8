"""The clients whom grants let in or shut out, as a part of other statements.

Every block of a client's page asks this. The statement is the same each time but for reader, house and moment, and
building it anew costs more than running it: it is compiled once a process.
"""

from datetime import UTC, datetime
from functools import cache
from uuid import UUID

from django.apps import apps
from django.db.models.expressions import RawSQL
from django.utils import timezone

from ltsa.access import Permission
from ltsa.access.hidden import hides

# What stands for the reader, her house and the moment in the compiled statement.
READER, HOUSE, MOMENT = UUID(int=1), UUID(int=2), datetime(1, 1, 1, tzinfo=UTC)
VILLAGE = "village of the reader"


@cache
def _compiled(deny: bool, group: str, alone: bool) -> tuple[str, tuple]:
    reader = apps.get_model("accounts", "User")(pk=READER)
    reader.posting = apps.get_model("accounts", "Posting")(
        organisation_id=HOUSE, village_id=VILLAGE
    )
    grants = apps.get_model("services", "AccessGrant").objects.current(at=MOMENT)
    grants = grants.against(reader) if deny else grants.to(reader, alone=alone).filter(deny=False)
    if group:
        grants = grants.filter(groups__contains=[group])
    return grants.values("migrant").query.sql_with_params()


def granted(user, *, deny: bool, group: str = "") -> RawSQL:
    """The clients of this reader's current grants; with `group` only of those that show her this disclosure group."""
    sql, told = _compiled(deny, group, not deny and is_closed_to(user))
    posting, now = user.posting, timezone.now()
    real = {READER: user.pk, HOUSE: posting.organisation_id, MOMENT: now}
    real[VILLAGE] = posting.village_id or ""
    told = tuple(
        real[one] if isinstance(one, UUID | datetime) or one == VILLAGE else one for one in told
    )
    return RawSQL(sql, told)  # noqa: S611 (Django's own statement, with parameters)


def is_closed_to(user) -> bool:
    """Her house works with survivors, and she does not lead it: only what names her herself lets her in."""
    house = user.posting.organisation
    return house.works_with_survivors and not user.can(Permission.OWN_ORGANISATION_SEE)


@hides
def shut_out(user) -> RawSQL:
    """Clients whom this reader must not meet (conflict of interest)."""
    return granted(user, deny=True)
