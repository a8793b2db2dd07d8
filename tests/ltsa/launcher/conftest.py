import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ltsa.launcher.places import Place, place_of, temporary_directory
from ltsa.launcher.postgres import Postgres


@contextmanager
def temporary_place() -> Iterator[Place]:
    """As in the suite's own servers: pytest's tmp_path lies where PostgreSQL's account may not go."""
    folder = Path(tempfile.mkdtemp(prefix="satu-atap-launcher-", dir=temporary_directory()))
    folder.chmod(0o711)
    yield place_of(folder / "state", home=folder / "home")
    shutil.rmtree(folder)


@pytest.fixture
def place() -> Iterator[Place]:
    with temporary_place() as place:
        yield place


@pytest.fixture(scope="package")
def cluster() -> Iterator[Postgres]:
    """One data directory for the package: making one takes a second."""
    with temporary_place() as place:
        postgres = Postgres(place, throwaway=True)
        postgres.start()
        yield postgres
        postgres.stop()


@pytest.fixture
def postgres(cluster: Postgres) -> Postgres:
    """Running, whatever the test before did to it."""
    if cluster.process is None or cluster.process.poll() is not None:
        cluster.start()
    return cluster
