"""Loads the whole demo: the cast, then what each app brings in its demo.py. All or nothing, and once."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import autodiscover_modules

from .cast import create_cast
from .stage import LOADERS, Stage
from .traces import HOUSES


def load_demo(now: datetime | None = None) -> dict[str, int]:
    """How many rows of what were written; empty when everything was there. All of it lies before `now`."""
    autodiscover_modules("demo")
    written: dict[str, int] = {}
    HOUSES.clear()
    with transaction.atomic():
        create_cast()
        stage = Stage(now or timezone.now())
        for loader in LOADERS:
            if not loader.model._default_manager.exists():
                written |= loader.load(stage)
    return written
