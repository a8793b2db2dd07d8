from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class PrivacyConfig(AppConfig):
    name = "ltsa.privacy"

    def ready(self):
        autodiscover_modules("privacy")
