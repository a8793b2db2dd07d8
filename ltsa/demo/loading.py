"""Loads the whole demo: the cast, then what each app brings in its demo.py. All or nothing, and once."""

from django.db import transaction
from django.utils.module_loading import autodiscover_modules

from .cast import create_cast
from .stage import LOADERS, Stage


def load_demo() -> dict[str, int]:
    """How many rows of what were written; empty when everything was there."""
    autodiscover_modules("demo")
    written: dict[str, int] = {}
    with transaction.atomic():
        create_cast()
        stage = Stage()
        for loader in LOADERS:
            if not loader.model._default_manager.exists():
                written |= loader.load(stage)
    return written
