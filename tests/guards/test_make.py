"""What `make` hands to a run is what it says: the goal of the target, or what was asked for at the call."""

import os
import subprocess

import pytest

from tests.guards.test_files import ROOT

GOALS = {
    "faults": {"KILLS": "200", "MESSAGES": "10000", "REFERRALS": "10000", "RACES": "1000"},
    "fuzz": {"EXAMPLES": "200", "STEPS": "60"},
    "bench": {"SCALE": "middle"},
}


def handed(target: str, names, *, call=(), **environ) -> list[str]:
    told = [f"RUN=printenv {' '.join(names)} #", "PYTHON=true", *call]
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    made = subprocess.run(
        ["make", "--no-print-directory", target, *told],
        cwd=ROOT, env=kept | environ, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return made.stdout.split()


@pytest.mark.parametrize("target", GOALS)
def test_a_run_has_the_size_of_its_goal(target):
    assert handed(target, GOALS[target]) == list(GOALS[target].values())


@pytest.mark.parametrize("target", GOALS)
def test_another_size_may_be_asked_for_either_way(target):
    name = next(iter(GOALS[target]))
    assert handed(target, [name], call=[f"{name}=7"]) == ["7"]
    assert handed(target, [name], **{name: "7"}) == ["7"]
