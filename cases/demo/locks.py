"""One case of Cirebon locks the agency that it is about; somebody of the union is tied to that agency."""

from datetime import timedelta

from ltsa.accounts.models import AgencyTie, User
from ltsa.demo.cast import id_of
from ltsa.demo.rows import insert
from ltsa.demo.stage import Stage, loads
from services.merged import records_of
from services.models import AccessGrant

from ..codes import CaseState
from ..models import Case, ConflictLock


@loads(ConflictLock)
def load_locks(stage: Stage) -> dict[str, int]:
    people = User.objects.in_bulk(["sbmi.cirebon", "supervisor.cirebon"], field_name="username")
    if len(people) < 2:
        return {}
    tied, boss = people["sbmi.cirebon"], people["supervisor.cirebon"]
    here = Case.objects.ordinary().filter(organisation=boss.posting.organisation_id)
    # Of a client whom the union does not know, so that nothing it had in hand is cut off in the middle.
    strange = here.exclude(migrant__registered_by=tied.posting.organisation_id).filter(
        referrals=None
    )
    about = strange.filter(agency__isnull=False, state=CaseState.IN_PROGRESS)
    case = about.order_by("opened_at").first()
    if case is None:
        return {}
    at = min(case.opened_at + timedelta(days=2), stage.now)
    lock = ConflictLock(
        id=id_of("lock", str(case.pk)),
        case=case,
        kind="agency",
        agency=case.agency,
        reason="Pemiliknya kerabat petugas mitra.",
        at=at,
        by=boss,
    )
    denied = [
        AccessGrant(
            id=id_of("lock", str(case.pk), str(pk)),
            migrant_id=pk,
            agency=case.agency,
            reason="conflict",
            subject=lock.pk,
            since=at,
            deny=True,
        )
        for pk in records_of(case.migrant_id).values_list("pk", flat=True)
    ]
    tie = AgencyTie(
        agency=case.agency, user=tied, note="Saudara bekerja di sana", added_at=at, added_by=boss
    )
    insert([lock, *denied, tie])
    return {"kunci konflik kepentingan": 1, "keterkaitan": 1}
