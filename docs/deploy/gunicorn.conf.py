"""The web server of production, behind a reverse proxy that holds slow and idle connections."""

import os

from gunicorn.http.wsgi import Response

bind = os.environ.get("BIND", "127.0.0.1:8000")
# Sync workers: the proxy keeps connections, each worker answers one request at a time.
workers = int(os.environ.get("WEB_WORKERS", "4"))
timeout = 30
graceful_timeout = 20
# Workers are renewed now and then, not all at once.
max_requests = 5_000
max_requests_jitter = 500
preload_app = True
# No access log: addresses hold ids and search words. The audit trail says who read what.
accesslog = None
errorlog = "-"
loglevel = os.environ.get("LOG_LEVEL", "info").lower()
control_socket_disable = True


def _unnamed(headers):
    return lambda answer: [line for line in headers(answer) if not line.startswith("Server:")]


# No answer says which server it came from; there is no setting for it.
Response.default_headers = _unnamed(Response.default_headers)
