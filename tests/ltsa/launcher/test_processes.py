import os
import select
import signal
import socket
import subprocess
import sys

import pytest

from ltsa.launcher.places import LauncherError
from ltsa.launcher.processes import free_port, identity, kill_group, start, stop

PARENT = """
import sys, time
from ltsa.launcher.processes import start
print(start([sys.executable, "-c", "import time; time.sleep(600)"]).pid, flush=True)
time.sleep(600)
"""
DEAF = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(1, flush=True); time.sleep(600)"


@pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux tells a child of its parent's death"
)
def test_a_child_ends_when_its_parent_is_killed():
    parent = subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True)
    child = os.pidfd_open(int(parent.stdout.readline()))
    parent.kill()
    parent.wait()
    # A pidfd turns readable when its process has ended.
    assert select.select([child], [], [], 10)[0]
    os.close(child)


def test_ctrl_c_of_the_terminal_does_not_reach_a_child():
    child = start([sys.executable, "-c", "import time; time.sleep(600)"])
    assert os.getsid(child.pid) == child.pid != os.getsid(0)
    kill_group(child)
    assert child.wait() == -signal.SIGKILL


def test_a_child_that_does_not_listen_is_killed(tmp_path):
    child = start([sys.executable, "-c", DEAF], log=tmp_path / "log")
    while not (tmp_path / "log").read_text():
        os.sched_yield()
    assert stop(child, signal.SIGTERM, 0.1) is False
    assert identity(child.pid) is None


def test_a_process_number_alone_is_no_identity():
    mine = identity(os.getpid())
    assert mine and mine != identity(os.getppid())
    dead = subprocess.Popen(["true"])
    dead.wait()
    assert identity(dead.pid) is None


def test_a_taken_port_is_passed_over():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert port < free_port(port, tries=100) < port + 100
        with pytest.raises(LauncherError, match=str(port)):
            free_port(port)


def test_a_host_that_is_no_address_is_named():
    with pytest.raises(LauncherError, match="HOST"):
        free_port(20_000, "no such host")


def test_a_port_taken_on_ipv6_alone_is_passed_over_too():
    try:
        taken = socket.create_server(("::1", 0), family=socket.AF_INET6)
    except OSError:
        pytest.skip("this machine has no IPv6")
    with taken:
        port = taken.getsockname()[1]
        assert free_port(port, tries=100) > port
