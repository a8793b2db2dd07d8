"""`make moments`: the suite at set moments, one after the other, PostgreSQL and the workers included.

Needs Debian's `faketime`: what it starts sees another clock, and so does all that is started by it.
"""

import os
import shutil
import subprocess
import sys
import time
from datetime import UTC

from tests.moments import ALL, in_wib

MISSING = "faketime is missing. On Debian and Ubuntu: apt-get install faketime."
UNTRIED = (
    "tests/browser tests/journeys tests/faults tests/fuzz tests/benchmarks tests/ltsa/launcher "
    "tests/ltsa/notifications/test_relay.py"
)
# Browsers and servers that measure time by themselves say nothing about the calendar; the relay, which waits on a
# connection, waits for ever under faketime.
EVERYTHING = ["tests", *(f"--ignore={path}" for path in UNTRIED.split())]
NOTHING_FOUND = 5  # how pytest ends when no test was selected


def main(moments: list[str], arguments: list[str]) -> int:
    faketime = shutil.which("faketime")
    if faketime is None:
        print(MISSING)
        return 2
    found = [(moment, *tried(faketime, moment, arguments or EVERYTHING)) for moment in moments]
    print("\nmoment (WIB)                 result        seconds")
    for moment, code, seconds in found:
        print(f"{named(moment):28} {result(code):12} {seconds:8.0f}")
    return int(any(code for _moment, code, _seconds in found))


def tried(faketime: str, moment: str, arguments: list[str]) -> tuple[int, float]:
    print(f"\n== {named(moment)} WIB", flush=True)
    started = time.monotonic()
    there = f"{in_wib(moment).astimezone(UTC):%Y-%m-%d %H:%M:%S}"
    # faketime reads its moment in the zone of the process.
    line = [faketime, there, sys.executable, "-m", "pytest", "-q", *arguments]
    code = subprocess.run(line, env=os.environ | {"TZ": "UTC"}).returncode
    return code, time.monotonic() - started


def named(moment: str) -> str:
    return f"{moment} {in_wib(moment):%a}"


def result(code: int) -> str:
    return {0: "green", NOTHING_FOUND: "no test"}.get(code, f"red ({code})")


if __name__ == "__main__":
    asked = [part.strip() for part in os.environ.get("MOMENTS", "").split(",") if part.strip()]
    sys.exit(main(asked or list(ALL), sys.argv[1:]))
