import subprocess
import sys

from django.utils import timezone

from ltsa.launcher.options import ROOT
from tests import each_moment
from tests.moments import ALL, FIRST_OF_A_MONTH, standing_at

COMMAND = [sys.executable, "-m", "tests.each_moment"]


def test_the_clock_of_the_house_stands_where_the_test_says():
    with standing_at(FIRST_OF_A_MONTH):
        assert timezone.localtime().strftime("%Y-%m-%d %H:%M") == FIRST_OF_A_MONTH
        assert timezone.now().strftime("%Y-%m-%d %H:%M") == "2026-11-30 17:30"


def test_without_faketime_the_command_says_what_to_install():
    run = subprocess.run(
        COMMAND, cwd=ROOT, env={"PATH": "/nowhere"}, capture_output=True, text=True
    )
    assert run.returncode == 2
    assert "apt-get install faketime" in run.stdout


def test_one_red_moment_makes_the_command_fail_and_the_table_names_it(monkeypatch, capsys):
    monkeypatch.setattr(each_moment.shutil, "which", lambda name: "/bin/" + name)
    codes = {ALL[0]: 0, ALL[1]: 1}
    monkeypatch.setattr(each_moment, "tried", lambda _faketime, moment, _told: (codes[moment], 1))
    assert each_moment.main(list(codes), []) == 1
    said = capsys.readouterr().out
    assert f"{ALL[0]} Tue" in said and "green" in said and "red (1)" in said
    codes[ALL[1]] = 0
    assert each_moment.main(list(codes), []) == 0
