from cases.people import assignable
from services.models import AccessGrant


def names(case) -> set[str]:
    return set(assignable(case).values_list("username", flat=True))


def test_in_an_ordinary_case_those_of_the_desk_and_the_supervisors(case):
    found = names(case)
    assert {"meja.cirebon", "supervisor.cirebon"} <= found
    assert not {"konselor.cirebon", "wcc.cirebon", "admin.cirebon", "kader.cirebon"} & found


def test_in_a_restricted_case_the_named_team_alone(make_case):
    told = {"restricted": True, "types": (), "account": ""}
    assert names(make_case(by="konselor.cirebon", **told)) == {"konselor.cirebon"}
    assert names(make_case(**told)) == set()  # of the desk nobody may: it waits


def test_nobody_who_is_shut_out_from_the_client(case, cast):
    desk = cast["meja.cirebon"]
    AccessGrant.objects.create(
        migrant=case.migrant, user=desk, reason="conflict", subject=case.pk, deny=True
    )
    assert "meja.cirebon" not in names(case)
