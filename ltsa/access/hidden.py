"""Clients whom a reader must not meet even as a number: where an upper room says who they are (domain 4 rule 11).

    @hides
    def shut_out(user): -> an expression that can stand behind `migrant__in=`

Rows that know a client by id alone (clocks), and figures, which count with SQL, leave these out.
"""

from collections.abc import Callable

from django.db import connection
from django.db.models import Q
from django.db.models.expressions import RawSQL

HIDERS: list[Callable] = []


def hides(find: Callable) -> Callable:
    HIDERS.append(find)
    return find


def meets(user, name: str) -> Q:
    """Rows whose column `name`, the id of a client or nothing, is of nobody hidden from this reader."""
    met = Q()
    for find in HIDERS:
        met &= Q(**{f"{name}__isnull": True}) | ~Q(**{f"{name}__in": find(user)})
    return met


def hidden_clients(user) -> tuple:
    """Their ids; one statement for each who hides."""
    found: set = set()
    with connection.cursor() as cursor:
        for find in HIDERS:
            asked: RawSQL = find(user)
            cursor.execute(asked.sql, asked.params)
            found |= {pk for (pk,) in cursor.fetchall()}
    return tuple(sorted(found))
