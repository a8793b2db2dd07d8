"""A real SMTP server in the test's own process, where the mails of a house arrive."""

import email
import email.policy
import logging
import threading
import time
from email.message import EmailMessage

from aiosmtpd.controller import Controller

from ltsa.launcher.processes import LOOPBACK, free_port

logging.getLogger("mail.log").setLevel(logging.WARNING)


class Mailbox:
    """`answer` is what it says to every recipient: None takes the mail, "451 …" or "550 …" does not."""

    def __init__(self) -> None:
        self.port = free_port()
        self.answer: str | None = None
        self.hangs_up = False
        self.asked = 0
        self.mails: list[EmailMessage] = []
        self.arrived = threading.Condition()
        self.controller = Controller(self, hostname=LOOPBACK, port=self.port)

    @property
    def url(self) -> str:
        return f"smtp://{LOOPBACK}:{self.port}"

    def start(self) -> None:
        self.controller.start()

    def stop(self) -> None:
        self.controller.stop()

    async def handle_RCPT(self, server, session, envelope, address, options):
        with self.arrived:
            self.asked += 1
            self.arrived.notify_all()
        if self.answer:
            return self.answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.hangs_up:
            server.transport.close()
            return "421 bye"
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        with self.arrived:
            self.mails.append(mail)
            self.arrived.notify_all()
        return "250 OK"

    def to(self, username: str, about: str) -> list[EmailMessage]:
        """The mails of one person with this link in them: other stories have mails of their own."""
        return [
            mail
            for mail in self.mails
            if mail["To"].startswith(f"{username}@") and about in mail.get_content()
        ]

    def wait_for(
        self, username: str, about: str, *, count: int = 1, seconds: float = 60
    ) -> list[EmailMessage]:
        """Those mails, once there are `count` of them."""
        return self._wait(
            lambda: len(found := self.to(username, about)) >= count and found, seconds
        )

    def wait_until_asked(self, times: int, seconds: float = 60) -> None:
        """Until a worker has tried `times` times, whatever it was told."""
        self._wait(lambda: self.asked >= times, seconds)

    def _wait(self, found, seconds: float):
        deadline = time.monotonic() + seconds
        with self.arrived:
            while not (result := found()):
                left = deadline - time.monotonic()
                assert left > 0, f"after {seconds} s: {[str(mail['To']) for mail in self.mails]}"
                self.arrived.wait(left)
        return result
