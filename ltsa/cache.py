"""The cache in PostgreSQL, without Django's limit of 300 entries: a live entry is never pushed out by others."""

import base64
import pickle
import random
from datetime import UTC, datetime

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.db import DatabaseCache as DjangoDatabaseCache
from django.db import connection
from django.utils import timezone

SET = """
INSERT INTO {table} (cache_key, value, expires) VALUES (%s, %s, %s)
ON CONFLICT (cache_key) DO UPDATE SET value = excluded.value, expires = excluded.expires
"""
ADD = SET + "WHERE {table}.expires < %s"
TOUCH = "UPDATE {table} SET expires = %s WHERE cache_key = %s AND expires >= %s"
CLEAR = "DELETE FROM {table} WHERE expires < %s"
CLEARED_ONE_IN = 200  # writes


class DatabaseCache(DjangoDatabaseCache):
    """Each write is one statement, and counts nothing. What has expired goes now and then."""

    def _base_set(self, mode, key, value, timeout=DEFAULT_TIMEOUT):
        until = self.get_backend_timeout(timeout)
        expires = datetime.max.replace(tzinfo=UTC) if until is None else _moment(until)
        packed = base64.b64encode(pickle.dumps(value, self.pickle_protocol)).decode("latin1")
        now = timezone.now()
        statement, told = {
            "set": (SET, [key, packed, expires]),
            "add": (ADD, [key, packed, expires, now]),
            "touch": (TOUCH, [expires, key, now]),
        }[mode]
        with connection.cursor() as cursor:
            cursor.execute(statement.format(table=self._table), told)
            done = cursor.rowcount > 0
            if random.randrange(CLEARED_ONE_IN) == 0:  # noqa: S311
                cursor.execute(CLEAR.format(table=self._table), [now])
        return done


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, tz=UTC)
