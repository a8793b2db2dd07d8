"""What happens to a password or a code before and after it is tried: slowed, counted, on record, told."""

import time

from allauth.account.adapter import get_adapter
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ltsa.audit.actions import record
from ltsa.signin import slowing
from ltsa.signin.devices import find_device

from .actions import send_account_mail
from .models import User

FREE_NAME, FREE_ADDRESS, FREE_DEVICE = 5, 30, 5
TRIES_A_MINUTE = 60  # from one address, of browsers that are not known
TELL_FROM = 20  # wrong passwords for one name within the hour
LONGEST_FOR_CODES = 300


class MustWait(ValidationError):
    """Too many wrong tries: `seconds` to wait, and the turn that she has then."""

    def __init__(self, seconds: int, turn: str = ""):
        told = _(
            "Terlalu banyak percobaan yang salah. Tunggu %(seconds)s detik, lalu coba lagi. "
            "Perangkat yang sudah Anda pakai sebelumnya tidak ikut menunggu."
        )
        super().__init__(told % {"seconds": seconds}, code="must_wait")
        self.seconds, self.turn = seconds, turn


class PasswordGate:
    """One try of a password. Known and unknown names go the same way."""

    def __init__(self, request, username: str):
        self.request, self.username = request, username.strip().lower()[:150]
        self.address = slowing.key_of("address", get_adapter().get_client_ip(request))
        self.device = find_device(request, self.username)
        self.name = slowing.key_of("name", self.username)
        if self.device is not None:
            self.name = slowing.key_of("known", self.device.pk)

    def enter(self) -> None:
        """Raises MustWait. Strangers never make a known device wait."""
        if self.device is not None:
            if wait := slowing.waits((self.name, FREE_DEVICE)):
                raise MustWait(wait)
            return
        if wait := self._wait():
            turn = slowing.give_turn(self.name, self.address, wait)
            raise MustWait(wait, turn)

    def _wait(self) -> int:
        """Seconds for a browser that is not known. A turn that has come is one try, whatever others tried meanwhile."""
        turn = self.request.POST.get("turn", "")
        mine = slowing.seconds_until(turn, self.name, self.address)
        if mine:
            raise MustWait(mine, turn)
        wait = slowing.waits((self.name, FREE_NAME), (self.address, FREE_ADDRESS))
        if wait and mine == 0:
            wait = 0 if slowing.use_turn(turn) else wait
        minute = slowing.key_of("minute", f"{self.address}{int(time.time() // 60)}")
        if not wait and slowing.count_wrong(minute) > TRIES_A_MINUTE:
            return slowing.LONGEST
        return wait

    def failed(self) -> None:
        count = slowing.count_wrong(self.name)
        if self.device is None:
            slowing.count_wrong(self.address)
        person = User.objects.filter(username__iexact=self.username).first()
        record("failed_login", person or "accounts.user", by=None)
        if count >= TELL_FROM and slowing.should_tell(self.name):
            tell_of_wrong_tries(person)

    def passed(self) -> None:
        """A right password clears what she mistyped on her own device, never what strangers tried."""
        if self.device is not None:
            slowing.forget(self.name)


class CodeGate:
    """One try of a one-time code, after the right password: on her known device, or elsewhere."""

    def __init__(self, request, person: User):
        device, self.person = find_device(request, person.username), person
        self.key = slowing.key_of("code", f"{person.pk}{device.pk if device else ''}")

    def enter(self) -> None:
        if wait := slowing.waits((self.key, FREE_DEVICE), longest=LONGEST_FOR_CODES):
            raise MustWait(wait)

    def failed(self) -> None:
        record("failed_login", self.person, fields=["second_factor"], by=None)
        if slowing.count_wrong(self.key) >= FREE_DEVICE and slowing.should_tell(self.key):
            tell_of_wrong_tries(self.person)

    def passed(self) -> None:
        slowing.forget(self.key)


def tell_of_wrong_tries(person: User | None) -> None:
    if person is not None and person.is_active and person.email:
        send_account_mail("account/email/wrong_tries", person.email, {}, user=person)
