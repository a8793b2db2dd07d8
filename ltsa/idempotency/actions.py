"""A double click, a reload or a retry after a time-out makes one row, not two."""

import json
from collections.abc import Callable
from typing import TypeVar

from django.db import connection, models, transaction

from ltsa.encrypted import keyed_hash

from .models import Key

Row = TypeVar("Row", bound=models.Model)


class OtherBody(Exception):
    """The same key came with another body: 422 in the API."""


def body_hash(body) -> str:
    """Keyed: beside the rest of a row, a plain hash would let whoever steals a dump guess its NIK or phone."""
    return keyed_hash(json.dumps(body, sort_keys=True, default=str), "idempotency")


def once(key: str | None, body, make: Callable[[], Row], *, model: type[Row], by) -> Row:
    """The row that `make()` creates the first time this key comes, and that same row every later time.

    Two requests at the same moment: the unique key makes the second wait for the first one's commit. Without a key
    nothing is remembered. Raises OtherBody.
    """
    if not key:
        with transaction.atomic():
            return make()
    digest, name = body_hash(body), f"{model._meta.label_lower}:{key}"[:120]
    with transaction.atomic():
        taken = _take(name, digest, by=by)
        if taken is None:
            first = Key.objects.get(user=by, key=name)
            if first.body_hash != digest:
                raise OtherBody
            return model._default_manager.get(pk=first.object_id)
        row = make()
        Key.objects.filter(pk=taken).update(object_id=row.pk)
        return row


def _take(name: str, digest: str, *, by) -> int | None:
    """The id of the key's row, or None when it was there; one statement, which waits for a rival's commit."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO idempotency_key (user_id, key, body_hash, created_at) VALUES (%s, %s, %s, now()) "
            "ON CONFLICT DO NOTHING RETURNING id",
            [by.pk, name, digest],
        )
        row = cursor.fetchone()
    return row[0] if row else None


def is_used(key: str, *, by) -> bool:
    """Whether this person's key has made a row of any kind."""
    if not key or "\0" in key:
        return False
    return Key.objects.filter(user=by, key__endswith=f":{key}").exists()
