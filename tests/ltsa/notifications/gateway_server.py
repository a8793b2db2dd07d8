"""A gateway that speaks what ltsa/notifications/gateway.py asks of one, in the test's own process."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Gateway:
    """`answer` is its status for each message; it `waits` so many seconds before it says it."""

    def __init__(self):
        self.taken: list[dict] = []
        self.answer, self.waits, self.body = 200, 0.0, None
        self.slept = threading.Event()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                told = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                outer.slept.wait(outer.waits)
                outer.taken.append({**told, "token": self.headers["Authorization"]})
                self.send_response(outer.answer)
                self.send_header("Location", "http://127.0.0.1:1/elsewhere/")
                self.end_headers()
                said = outer.body
                if said is None:
                    said = json.dumps({"reference": f"pesan-{told['id']}"}).encode()
                self.wfile.write(said)

            def log_message(self, *told):
                """Quiet: a number is no matter for a log."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/kirim"
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.02,))

    def start(self):
        self.thread.start()

    def stop(self):
        self.slept.set()
        self.server.shutdown()
        self.thread.join(5)
        self.server.server_close()
