"""Idempotency-Key: a repeated POST answers for the row of the first one."""

import re

from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError

from ltsa.idempotency.actions import once

HEADER = "Idempotency-Key"
KEY = r"^[!-~]{1,80}$"


def make_once(request, make, *, model):
    """The row of `make()`, made once for this person, key and address. Raises OtherBody, ValidationError."""
    key = request.headers.get(HEADER)
    if key is not None and not re.fullmatch(KEY, key):
        raise ValidationError(
            {HEADER: [_("Paling banyak 80 huruf, angka atau tanda, tanpa spasi.")]}
        )
    body = {"to": request.path, "body": request.data}
    return once(key, body, make, model=model, by=request.user)
