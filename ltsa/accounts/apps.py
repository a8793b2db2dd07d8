from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class AccountsConfig(AppConfig):
    name = "ltsa.accounts"

    def ready(self):
        autodiscover_modules("leaving", "authority", "listed")
