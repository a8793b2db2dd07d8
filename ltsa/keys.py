"""Whether a key of production is one: long, and drawn by chance as far as can be told."""

SHORTEST, FEWEST_SIGNS = 32, 12


def is_weak(key: str) -> bool:
    """Short, or made of few different signs, as nothing that `openssl rand -base64 48` prints ever is."""
    return len(key) < SHORTEST or len(set(key)) < FEWEST_SIGNS
