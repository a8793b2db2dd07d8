from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class HomeConfig(AppConfig):
    name = "ltsa.home"

    def ready(self):
        autodiscover_modules("home", "checks")
