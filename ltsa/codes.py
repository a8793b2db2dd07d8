"""Codes that stand for a person or a case on paper and on screen; they tell nothing."""

import secrets

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # no 0/O, 1/I/L, U


def random_code(prefix: str, length: int = 7) -> str:
    """Such as K-7F3KQ2M: 30**7 = 2e10 possibilities, so a guess finds nothing."""
    return f"{prefix}-" + "".join(secrets.choice(ALPHABET) for _ in range(length))


def random_number(stem: str, digits: int) -> str:
    """`stem` and so many digits; whoever uses it keeps the numbers unique."""
    return f"{stem}{secrets.randbelow(10**digits):0{digits}d}"
