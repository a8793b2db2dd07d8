"""No web process ever talks to the broker: what it imports holds neither Redis nor Celery's transport (docs: outbox)."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOADED = """
import sys
from django.urls import get_resolver
from ltsa.wsgi import application
get_resolver()._populate()
print(*sorted(name for name in sys.modules if name.split(".")[0] in ("redis", "valkey") or name in FORBIDDEN))
"""
FORBIDDEN = ("ltsa.notifications.relay", "kombu.transport.redis")


def test_the_web_process_loads_no_redis():
    done = subprocess.run(
        [sys.executable, "-c", f"FORBIDDEN = {FORBIDDEN!r}\n{LOADED}"],
        cwd=ROOT,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "ltsa.settings"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == []
