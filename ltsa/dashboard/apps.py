from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class DashboardConfig(AppConfig):
    name = "ltsa.dashboard"

    def ready(self):
        autodiscover_modules("figures")
