"""A real SMTP server in the test's own process, where the mails of a house arrive."""

import asyncio
import email
import email.policy
import logging
import time
from email.message import EmailMessage

from aiosmtpd.controller import Controller

from ltsa.launcher.processes import LOOPBACK, free_port

logging.getLogger("mail.log").setLevel(logging.WARNING)


class Mailbox:
    """`answer` is what it says to every recipient: None takes the mail, "451 …" or "550 …" does not.

    It thinks for `seconds` before it takes a mail; `drops` mails it takes without ever saying so.
    """

    def __init__(self) -> None:
        self.port = free_port()
        self.answer: str | None = None
        self.hangs_up = False
        self.seconds = 0.0
        self.drops = 0
        self.asked = 0
        self.mails: list[EmailMessage] = []
        self.moments: list[float] = []  # when each of them was taken, time.time()
        self.controller = Controller(self, hostname=LOOPBACK, port=self.port)

    @property
    def url(self) -> str:
        return f"smtp://{LOOPBACK}:{self.port}"

    def start(self) -> None:
        self.controller.start()

    def stop(self) -> None:
        self.controller.stop(no_assert=True)

    async def handle_RCPT(self, server, session, envelope, address, options):
        self.asked += 1
        if self.answer:
            return self.answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.hangs_up:
            server.transport.close()
            return "421 bye"
        await asyncio.sleep(self.seconds)
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        self.mails.append(mail)
        self.moments.append(time.time())
        if self.drops:
            self.drops -= 1
            server.transport.close()
        return "250 OK"

    def to(self, username: str, about: str) -> list[EmailMessage]:
        """The mails of one person with this link in them: other stories have mails of their own."""
        return [
            mail
            for mail in self.mails
            if mail["To"].startswith(f"{username}@") and about in mail.get_content()
        ]
