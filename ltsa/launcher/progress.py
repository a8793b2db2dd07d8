"""What the person at the terminal sees: numbered steps with their seconds, then the address."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

ACCOUNTS = (
    ("meja.cirebon", "desk officer, LTSA Cirebon"),
    ("konselor.cirebon", "counsellor, MRC corner"),
    ("supervisor.cirebon", "supervisor, LTSA Cirebon"),
    ("wcc.cirebon", "women's crisis centre Mawar Balqis"),
    ("sbmi.cirebon", "union"),
    ("uptdppa.cirebon", "government partner"),
    ("kader.cirebon", "village volunteer"),
    ("admin.cirebon", "district admin"),
    ("pemirsa", "viewer, whole nation"),
    ("ppdp.cirebon", "data protection officer, Cirebon"),
    ("ppdp", "data protection officer, nation"),
    ("sistem", "system administrator"),
)
PASSWORD = "satu-atap"  # noqa: S105 - public by design: only a loopback demo has these accounts


class Progress:
    def __init__(self, total: int) -> None:
        self.total = total
        self.number = 1  # the packages were step 1
        self.started = time.monotonic()

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        self.number += 1
        started = time.monotonic()
        print(f"[{self.number}/{self.total}] {name} ...", end="", flush=True)
        try:
            yield
        except BaseException:
            print(flush=True)
            raise
        print(f" {time.monotonic() - started:.1f} s", flush=True)

    def tell(self, line: str) -> None:
        print(f"      {line}", flush=True)

    def ready(self, address: str, logs: str) -> None:
        width = max(len(name) for name, _ in ACCOUNTS)
        print(f"\nReady after {time.monotonic() - self.started:.1f} s:  {address}\n")
        print(f"Demo accounts (password {PASSWORD}; the login page lists all):")
        for name, role in ACCOUNTS:
            print(f"  {name:<{width}}  {role}")
        print(f"\nLogs: {logs}    Stop: Ctrl-C", flush=True)
