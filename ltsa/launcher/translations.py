"""Compiles ltsa/locale/*/LC_MESSAGES/*.po where they changed: gettext need not be installed."""

import os
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parents[2]


def compile_translations(root: Path = ROOT) -> int:
    """Number of catalogues that had to be compiled."""
    compiled = 0
    for source in sorted((root / "ltsa" / "locale").glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        # Two runs may compile at once: each writes its own file, the last rename wins whole.
        fresh = target.with_suffix(f".mo.{os.getpid()}")
        polib.pofile(str(source)).save_as_mofile(str(fresh))
        fresh.replace(target)
        compiled += 1
    return compiled


if __name__ == "__main__":
    compile_translations()
