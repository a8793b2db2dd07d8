"""Makes .venv and installs requirements: `python3 bootstrap.py requirements.txt`.

Runs before anything is installed, so: standard library only, and a message instead of a traceback
on a Python that is too old.
"""

import hashlib
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
NO_VENV = (
    "This Python can make no virtual environment. On Debian and Ubuntu: "
    "apt-get install python3-venv (or: pip install virtualenv)."
)


def main(requirements: str) -> int:
    if sys.version_info < (3, 11):
        print(f"Python 3.11 or newer is needed; {sys.executable} is {sys.version.split()[0]}.")
        return 1
    if is_fresh(requirements):
        return 0
    started = time.monotonic()
    print("[1/7] Python packages into .venv (only when they change) ...", flush=True)
    if not works(PYTHON) and not make_venv():
        print(NO_VENV)
        return 1
    if not install(requirements):
        print(f"Installing {requirements} failed; the lines above say why.")
        return 1
    stamp(requirements).write_text(fingerprint(requirements))
    print(f"[1/7] Python packages: {time.monotonic() - started:.1f} s", flush=True)
    return 0


def is_fresh(requirements: str) -> bool:
    try:
        known = stamp(requirements).read_text()
    except OSError:
        return False
    return known == fingerprint(requirements) and works(PYTHON)


def stamp(requirements: str) -> Path:
    return VENV / f".installed-{requirements}"


def fingerprint(requirements: str) -> str:
    """Of every requirements file: the development set includes the other by -r."""
    names = sorted({requirements, "requirements.txt"})
    return hashlib.sha256(b"".join((ROOT / name).read_bytes() for name in names)).hexdigest()


def works(python: Path) -> bool:
    """False also when the system's Python, to which the venv points, was upgraded away."""
    try:
        return subprocess.run([python, "-c", ""], capture_output=True).returncode == 0
    except OSError:
        return False


def make_venv() -> bool:
    for module in ("venv", "virtualenv"):
        made = subprocess.run([sys.executable, "-m", module, "--clear", VENV], capture_output=True)
        if made.returncode == 0 and works(PYTHON):
            return True
    return False


def install(requirements: str) -> bool:
    """With uv, which takes a quarter of the time; with pip where uv does not run."""
    python = str(PYTHON)
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    wanted = ["-r", str(ROOT / requirements)]
    if subprocess.run([*pip, "uv"]).returncode == 0:
        uv = [python, "-m", "uv", "pip", "install", "--quiet", "--python", python]
        # As pip does: an office may stand behind a proxy whose certificate the system alone knows.
        trusting = os.environ | {"UV_SYSTEM_CERTS": "true"}
        if subprocess.run([*uv, *wanted], env=trusting).returncode == 0:
            return True
    return subprocess.run([*pip, *wanted]).returncode == 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
