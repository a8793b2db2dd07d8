from django.apps import AppConfig


class IdempotencyConfig(AppConfig):
    name = "ltsa.idempotency"
