"""How a name is written down at an Indonesian counter: kinds of mistakes, each `(name, dice) -> what is typed`."""

from random import Random

NEIGHBOUR = dict(zip("abcdefghijklmnopqrstuvwxyz", "sbxfrdhgujkkmniqwtyrybezts", strict=False))
MORE = ("binti", "putri", "ayu", "wati", "sari")


def _spelt(old: str, new: str):
    return lambda name, dice: name.lower().replace(old, new, 1)


def _in_longest(change):
    """The mistake in the longest word, at any of its letters."""

    def mistake(name: str, dice: Random) -> str:
        words = name.lower().split()
        longest = max(words, key=len)
        typed = change(longest, dice.randrange(len(longest)))
        return " ".join(typed if word == longest else word for word in words)

    return mistake


KINDS = {
    "oe for u": _spelt("u", "oe"),
    "j for y": _spelt("y", "j"),
    "dj for j": _spelt("j", "dj"),
    "tj for c": _spelt("c", "tj"),
    "ch for kh": _spelt("kh", "ch"),
    "v for f": _spelt("f", "v"),
    "z for s": _spelt("s", "z"),
    "i for y": _spelt("y", "i"),
    "h left out": _spelt("h", ""),
    "Sitti for Siti": _spelt("t", "tt"),
    "letter doubled": _in_longest(lambda word, at: word[:at] + word[at] + word[at:]),
    "letter missing": _in_longest(lambda word, at: word[:at] + word[at + 1 :]),
    "letters swapped": _in_longest(
        lambda word, at: word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :] if at else word
    ),
    "neighbour on the keyboard": _in_longest(
        lambda word, at: word[:at] + NEIGHBOUR.get(word[at], "a") + word[at + 1 :]
    ),
    "letter too many": _in_longest(lambda word, at: word[:at] + "a" + word[at:]),
    "end cut off": _in_longest(lambda word, at: word[:-1]),
    "words turned round": lambda name, dice: " ".join(reversed(name.lower().split())),
    "one name more": lambda name, dice: f"{name.lower()} {dice.choice(MORE)}",
}


def misspelt(name: str, dice: Random) -> tuple[str, str]:
    """(kind, what is typed): a mistake that this name can have; what is typed differs from the name."""
    while True:
        kind = dice.choice(list(KINDS))
        typed = KINDS[kind](name, dice)
        if typed != name.lower():
            return kind, typed
