"""Is a part alive? For health checks: `python -m ltsa.launcher.probe [worker|beat|relay|broker]`.

Asks /healthz of the web server at PROBE_URL under the public host name, since Django answers to
no other. Exit code 0 or 1.
"""

import json
import os
import sys
import urllib.error
import urllib.request


def is_alive(part: str = "database") -> bool:
    address = os.environ.get("PROBE_URL", "http://127.0.0.1:8000/healthz")
    host = os.environ.get("ALLOWED_HOSTS", "localhost").split(",")[0]
    try:
        request = urllib.request.Request(address, headers={"Host": host})
        with urllib.request.urlopen(request, timeout=5) as answer:
            return json.load(answer).get(part) is True
    except (OSError, ValueError):
        return False


if __name__ == "__main__":
    sys.exit(0 if is_alive(*sys.argv[1:2]) else 1)
