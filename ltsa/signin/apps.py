from django.apps import AppConfig


class SignInConfig(AppConfig):
    name = "ltsa.signin"
