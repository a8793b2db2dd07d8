from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class TimelineConfig(AppConfig):
    name = "ltsa.timeline"

    def ready(self):
        autodiscover_modules("events")
