from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class ClocksConfig(AppConfig):
    name = "ltsa.clocks"

    def ready(self):
        autodiscover_modules("clocks")
