"""What waits for somebody's decision, or is listed beside it: for tests/guards/world.py."""

import uuid

from cases.models import AccessRequest
from ltsa.accounts.actions import ask_reset, propose_new_supervisor


def requested(cast, cases) -> dict[str, list]:
    """A reset, a proposal and a request to join; of what only a task or another district makes, an id that is nobody's."""
    head, wcc = cast["supervisor.wcc.cirebon"], cast["wcc.cirebon"]
    reset = ask_reset(wcc, kind="second_factor", by=head)
    proposal = propose_new_supervisor(
        organisation=cast["sbmi.cirebon"].posting.organisation,
        username="kepala.sbmi",
        full_name="Sri Contohwati",
        email="kepala@contoh.invalid",
        by=cast["admin.cirebon"],
    )
    asked = AccessRequest.objects.create(
        kind="join",
        case=cases[1],
        person=cast["konselor.cirebon"],
        asked_by=cast["supervisor.cirebon"],
    )
    return {
        **{f"kasus/{case.pk}/tim/": [cast["supervisor.cirebon"].pk] for case in cases},
        "kelola/permintaan/": [reset.pk],
        "kelola/usulan/": [proposal.pk],
        "kelola/kabupaten-lain/": [uuid.uuid4()],
        "permintaan-akses/": [asked.pk],
        "privasi/peringatan/": [uuid.uuid4()],
        "akun/sesi/lupakan/": [uuid.uuid4()],
        "akun/surel/bukti/": ["kunci-yang-tidak-ada"],
    }
