"""What DRF and drf-spectacular are told; read by ltsa/settings.py."""

from .enum_names import ENUM_NAMES

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["ltsa.accounts.tokens.TokenAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["ltsa.accounts.tokens.DoorPermission"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["ltsa.api.parsers.ShallowJSONParser"],
    "DEFAULT_PAGINATION_CLASS": "ltsa.api.pages.KeysetPagination",
    "DEFAULT_SCHEMA_CLASS": "ltsa.api.schema.HouseSchema",
    "EXCEPTION_HANDLER": "ltsa.api.errors.problem",
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
    "PAGE_SIZE": 25,
    "URL_FORMAT_OVERRIDE": None,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Satu Atap",
    "DESCRIPTION": "The API of the LTSA-MRC portal: the same rules as the pages.",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": "/api/v1/",
    "ENUM_ADD_EXPLICIT_BLANK_NULL_CHOICE": False,
    "COMPONENT_SPLIT_PATCH": False,  # a PATCH needs the version that was read
    "ENUM_NAME_OVERRIDES": ENUM_NAMES,
}
