import os
from pathlib import Path

import pytest

from ltsa.launcher.places import (
    LauncherError,
    Place,
    place_of,
    read_environment,
    refuse_foreign,
    write_environment,
    write_private,
)


def test_a_secret_stays_the_same_and_is_ours_alone(place: Place):
    first = place.secret("key")
    assert place.secret("key") == first and len(first) >= 40
    assert (place.secrets / "key").stat().st_mode & 0o777 == 0o600


def test_an_interrupted_write_leaves_the_old_file(tmp_path: Path):
    write_private(tmp_path / "file", "old")
    (tmp_path / "file.new").write_text("half")
    write_private(tmp_path / "file", "new")
    assert (tmp_path / "file").read_text() == "new\n"
    assert not (tmp_path / "file.new").exists()


def test_the_environment_of_a_running_demo_can_be_read_back(tmp_path: Path):
    values = {"DATABASE_URL": "postgresql://a:b@127.0.0.1:1/c?x=y", "DEMO": "1"}
    write_environment(tmp_path, values)
    assert read_environment(tmp_path) == values
    assert read_environment(tmp_path / "absent") == {}


def test_two_state_directories_have_two_homes(tmp_path: Path):
    one, other = place_of(tmp_path / "one"), place_of(tmp_path / "other")
    assert one.home != other.home
    if one.account is not None:
        one.home.rmdir()
        other.home.rmdir()


def test_a_symbolic_link_is_no_home(tmp_path: Path):
    (tmp_path / "link").symlink_to(tmp_path)
    with pytest.raises(LauncherError):
        refuse_foreign(tmp_path / "link")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder to somebody else")
def test_a_home_made_by_somebody_else_is_refused(tmp_path: Path):
    os.chown(tmp_path, 65534, 65534)
    with pytest.raises(LauncherError, match="somebody else"):
        refuse_foreign(tmp_path)
