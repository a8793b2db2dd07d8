"""The demo from first step to last: servers, tables, programs; then watching; then the way back."""

import fcntl
import os
import shutil
import sys
import time
import urllib.error
import urllib.request
from contextlib import ExitStack, suppress

from ltsa.launcher.options import PORTS_TO_TRY, ROOT, Options, program_environment
from ltsa.launcher.places import ENVIRONMENT_FILE, LauncherError, Place, place_of, write_environment
from ltsa.launcher.postgres import Postgres
from ltsa.launcher.preparation import COMMANDS, Preparation
from ltsa.launcher.processes import LOOPBACK, free_port
from ltsa.launcher.progress import Progress
from ltsa.launcher.remains import end_processes, note_processes
from ltsa.launcher.supervisor import Program, Supervisor
from ltsa.launcher.translations import compile_translations
from ltsa.launcher.valkey import Valkey

STEPS = 7
FIRST_PAGE_SECONDS = 60
LOOK_SECONDS = 0.25


class Demo:
    """`start()`, then `watch()` until something raises, then `stop()` in any case."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.progress = Progress(STEPS)
        self.place: Place = place_of(options.state)
        self.stack = ExitStack()
        self.servers: list[Postgres | Valkey] = []
        self.supervisor: Supervisor | None = None
        self.parent = os.getppid()

    def start(self) -> None:
        lock_state(self.place, self.stack)
        end_processes(self.place.state)
        port = self.choose_port()
        env = program_environment(self.place, port)
        with self.progress.step("PostgreSQL"):
            postgres = self.start_postgres(env)
        with self.progress.step("Valkey (broker)"):
            self.start_valkey(env)
        self.stack.callback((self.place.state / ENVIRONMENT_FILE).unlink, missing_ok=True)
        write_environment(self.place.state, env_to_share(env))
        compile_translations()
        self.prepare(env, postgres)
        with self.progress.step("Web, worker, beat and relay"):
            self.start_programs(env, port)
        self.progress.ready(f"http://localhost:{port}", str(self.place.logs))

    def choose_port(self) -> int:
        port = free_port(self.options.port, self.options.host, PORTS_TO_TRY)
        if port != self.options.port:
            self.progress.tell(f"Port {self.options.port} is taken: using {port}.")
        return port

    def start_postgres(self, env: dict[str, str]) -> Postgres | None:
        if self.options.database_url:
            env["MIGRATE_DATABASE_URL"] = str(self.options.migrate_url)
            return None
        postgres = Postgres(self.place)
        self.run_server(postgres)
        env.update(DATABASE_URL=postgres.web_url, MIGRATE_DATABASE_URL=postgres.owner_url)
        return postgres

    def start_valkey(self, env: dict[str, str]) -> None:
        if not self.options.redis_url:
            valkey = Valkey(self.place)
            self.run_server(valkey)
            env["REDIS_URL"] = valkey.url

    def run_server(self, server: Postgres | Valkey) -> None:
        self.stack.callback(server.stop)
        server.start()
        self.servers.append(server)

    def prepare(self, env: dict[str, str], postgres: Postgres | None) -> None:
        # Only the owner may make tables; the programs never see its password.
        owner = {**env, "DATABASE_URL": env["MIGRATE_DATABASE_URL"]}
        preparation = Preparation(self.place, owner, postgres)
        for command in COMMANDS:
            done = preparation.is_done(command)
            with self.progress.step(command.title + (" (unchanged)" if done else "")):
                if not done:
                    preparation.run(command)

    def start_programs(self, env: dict[str, str], port: int) -> None:
        web_env = {name: value for name, value in env.items() if name != "MIGRATE_DATABASE_URL"}
        self.supervisor = Supervisor(web_env, ROOT, self.progress.tell)
        self.stack.callback(self.supervisor.stop)
        web, *others = self.programs(port)
        self.supervisor.add(web)
        self.note()
        # The others would compete for the same cores while somebody waits for the first page.
        self.await_first_page(web, port)
        for program in others:
            self.supervisor.add(program)
        self.note()

    def programs(self, port: int) -> list[Program]:
        celery = [sys.executable, "-m", "celery", "-A", "ltsa.celery:app"]
        level = os.environ.get("LOG_LEVEL") or "INFO"
        host = f"[{self.options.host}]" if ":" in self.options.host else self.options.host
        commands = {
            # Threads, because a browser holds idle connections open, and one such connection
            # would block a whole sync worker. Behind the reverse proxy of production: sync.
            "web": [sys.executable, "-m", "gunicorn", "ltsa.wsgi", "--bind", f"{host}:{port}"]
            + ["--workers", "2", "--threads", "4", "--preload", "--no-control-socket"]
            + ["--graceful-timeout", "10", "--log-level", level.lower()],
            "worker": [*celery, "worker", "--concurrency", "2", "--without-gossip"]
            + ["--without-mingle", "--loglevel", level],
            "beat": [*celery, "beat", "--schedule", str(self.place.state / "beat-schedule")]
            + ["--pidfile", "", "--loglevel", level],
            "relay": [sys.executable, "manage.py", "relay"],
        }
        logs = self.place.logs
        return [Program(name, line, logs / f"{name}.log") for name, line in commands.items()]

    def await_first_page(self, web: Program, port: int) -> None:
        host = LOOPBACK if self.options.host == "0.0.0.0" else self.options.host  # noqa: S104
        address = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
        deadline = time.monotonic() + FIRST_PAGE_SECONDS
        while time.monotonic() < deadline:
            with suppress(urllib.error.URLError, OSError):
                try:
                    urllib.request.urlopen(address, timeout=10).close()
                except urllib.error.HTTPError as error:
                    self.progress.tell(f"The first page answered {error.code}: {web.log}")
                return
            if web.process is not None and web.process.poll() is not None:
                break
            time.sleep(0.05)
        said = "\n".join(web.log.read_text(errors="replace").splitlines()[-30:])
        raise LauncherError(f"{said}\n\nThe web server does not answer; see {web.log}")

    def note(self) -> None:
        if self.supervisor is not None:
            note_processes(self.place.state, self.supervisor.identities())

    def watch(self) -> None:
        """Until a signal raises. Returns when `make`, which started us, was killed."""
        while not self.is_abandoned():
            for server in self.servers:
                if server.process is not None and server.process.poll() is not None:
                    self.progress.tell(f"{type(server).__name__} ended, starting it again")
                    server.start()
            if self.supervisor is not None and self.supervisor.watch():
                self.note()
            time.sleep(LOOK_SECONDS)

    def is_abandoned(self) -> bool:
        """A `make` killed with -9 cannot stop us; started by hand, we outlive our shell."""
        return "MAKELEVEL" in os.environ and os.getppid() != self.parent

    def stop(self) -> None:
        self.stack.close()


def env_to_share(env: dict[str, str]) -> dict[str, str]:
    names = "DEMO STATE_DIR PORT DATABASE_URL REDIS_URL SECRET_KEY FIELD_KEYS".split()
    return {name: env[name] for name in names}


def lock_state(place: Place, stack: ExitStack) -> None:
    """One launcher per state directory: two would start two servers on the same data."""
    lock = stack.enter_context((place.state / "lock").open("w"))
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise LauncherError(
            f"A demo already runs with {place.state}. Stop it first, or set another STATE_DIR."
        ) from None


def reset(options: Options) -> None:
    """Wipes the demo: data, secrets, logs. A running demo is left alone."""
    if not options.state.exists():
        return
    place = place_of(options.state)
    with ExitStack() as stack:
        lock_state(place, stack)
        end_processes(place.state)
        for directory in {place.home, place.state}:
            shutil.rmtree(directory)
