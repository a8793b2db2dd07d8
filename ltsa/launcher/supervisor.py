"""Keeps the demo's programs running: who dies is started again, after a pause that grows."""

import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ltsa.launcher.processes import end, identity, kill_group, start

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 15.0
STEADY_SECONDS = 30  # alive this long, the next pause is the first again
STOP_SECONDS = 15
LOG_BYTES = 10_000_000


@dataclass
class Program:
    """A program of the demo: web, worker, beat or relay."""

    name: str
    command: Sequence[str]
    log: Path
    process: subprocess.Popen | None = None
    pause: float = FIRST_PAUSE
    started_at: float = 0.0
    due_at: float = field(default=0.0)

    def launch(self, env: Mapping[str, str], cwd: Path) -> None:
        if self.log.exists() and self.log.stat().st_size > LOG_BYTES:
            self.log.replace(self.log.with_suffix(".log.1"))
        self.process = start(self.command, log=self.log, env=env, cwd=cwd)
        self.started_at = time.monotonic()

    def ask_to_stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()

    def await_end(self) -> bool:
        """False when it did not end by itself and was killed."""
        if self.process is None:
            return True
        went = end(self.process, STOP_SECONDS)
        # Its own children may be left: a killed Celery leaves its pool.
        kill_group(self.process)
        self.process = None
        return went


class Supervisor:
    """Starts programs in order and watches them, all from the main thread."""

    def __init__(self, env: Mapping[str, str], cwd: Path, tell: Callable[[str], None]) -> None:
        self.env = env
        self.cwd = cwd
        self.tell = tell
        self.programs: list[Program] = []

    def add(self, program: Program) -> None:
        self.programs.append(program)
        program.launch(self.env, self.cwd)

    def watch(self) -> bool:
        """One look at all programs. True when one was started anew."""
        changed = False
        now = time.monotonic()
        for program in self.programs:
            if program.process is not None and program.process.poll() is not None:
                self.note_death(program, program.process, now)
            if program.process is None and now >= program.due_at:
                program.launch(self.env, self.cwd)
                changed = True
        return changed

    def note_death(self, program: Program, process: subprocess.Popen, now: float) -> None:
        if now - program.started_at > STEADY_SECONDS:
            program.pause = FIRST_PAUSE
        self.tell(
            f"{program.name} ended (code {process.returncode}), again in {program.pause:g} s: "
            f"{program.log}"
        )
        kill_group(process)
        program.process = None
        program.due_at = now + program.pause
        program.pause = min(program.pause * 2, LONGEST_PAUSE)

    def identities(self) -> dict[int, str]:
        """Process numbers with their identity, for the launcher that follows a killed one."""
        running = [p.process.pid for p in self.programs if p.process is not None]
        return {pid: found for pid in running if (found := identity(pid))}

    def stop(self) -> None:
        """All are told at once, and each gets the time to finish what it is doing."""
        for program in self.programs:
            program.ask_to_stop()
        for program in self.programs:
            if not program.await_end():
                self.tell(f"{program.name} did not stop by itself and was killed")
