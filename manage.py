#!/usr/bin/env python
"""Django's command line. Beside a running `make run` it talks to that demo's servers."""

import os
import sys
from pathlib import Path

from django.core.management import execute_from_command_line

from ltsa.launcher.places import read_environment

ROOT = Path(__file__).resolve().parent


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ltsa.settings")
    if "DATABASE_URL" not in os.environ:
        state = Path(os.environ.get("STATE_DIR", ROOT / ".state"))
        for name, value in read_environment(state).items():
            os.environ.setdefault(name, value)
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
