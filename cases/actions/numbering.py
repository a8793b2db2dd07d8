"""The number of a new case. One random form for every case: no list tells order, count, or which one is restricted."""

from django.db import IntegrityError, transaction
from django.db.models.functions import Length

from ltsa.codes import random_number

from ..models import Case

FEWEST, TRIES = 4, 20  # digits; attempts to save, each under another number


def save_numbered(case: Case, *, year: int) -> None:
    """Save a new case as LTSA-3209-2026-7304, under a number of its district and year that no other has."""
    stem = f"LTSA-{case.district_id.replace('.', '')}-{year}-"
    digits = _digits(stem)
    for _attempt in range(TRIES):
        case.code = _free_number(stem, digits)
        try:
            with transaction.atomic():
                case.save(force_insert=True)
            return
        except IntegrityError:
            # Somebody took the number in this moment; anything else is told as it is.
            if not Case.objects.filter(code=case.code).exists():
                raise
    raise RuntimeError("No number for a new case.")


def _digits(stem: str) -> int:
    """One more as soon as half of the numbers of this length are given: the free ones stay hard to guess."""
    digits = FEWEST
    given = Case.objects.filter(code__startswith=stem).annotate(signs=Length("code"))
    while given.filter(signs=len(stem) + digits).count() * 2 > 10**digits:
        digits += 1
    return digits


def _free_number(stem: str, digits: int) -> str:
    while True:
        code = random_number(stem, digits)
        if not Case.objects.filter(code=code).exists():
            return code
