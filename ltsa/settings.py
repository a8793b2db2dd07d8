"""Every setting of the portal, each value from the environment (see .env.example)."""

from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

from ltsa.api.settings import REST_FRAMEWORK, SPECTACULAR_SETTINGS  # noqa: F401 (read by DRF)
from ltsa.headers import CONTENT_SECURITY_POLICY  # noqa: F401 (read by django-csp)
from ltsa.keys import is_weak

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env()

DEMO = env.bool("DEMO", default=False)
DEBUG = env.bool("DEBUG", default=False)
STATE_DIR = Path(env("STATE_DIR", default=str(BASE_DIR / ".state")))

DEMO_KEY = "demo-key-never-for-real-people"
SECRET_KEY = env("SECRET_KEY", default=DEMO_KEY if DEMO else "")
FIELD_KEYS = env.list("FIELD_KEYS", default=[DEMO_KEY] if DEMO else [])
LOCAL_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=LOCAL_HOSTS)

if DEMO and set(ALLOWED_HOSTS) - {*LOCAL_HOSTS, "testserver"}:
    raise ImproperlyConfigured("DEMO=1 shows demo accounts: never under a public host name.")
if not DEMO and (
    DEBUG or not SECRET_KEY or not FIELD_KEYS or DEMO_KEY in [SECRET_KEY, *FIELD_KEYS]
):
    raise ImproperlyConfigured(
        "Production needs its own SECRET_KEY and FIELD_KEYS, and no DEBUG. For a trial set DEMO=1."
    )
if not DEMO and any(is_weak(key) for key in [SECRET_KEY, *FIELD_KEYS]):
    raise ImproperlyConfigured(
        "SECRET_KEY and each of FIELD_KEYS need 32 signs or more, drawn by chance: openssl rand -base64 48."
    )

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",  # a page of allauth loads its filters
    "django.forms",
    "ltsa.audit",
    "ltsa.areas",
    "ltsa.organisations",
    "ltsa.accounts",
    "ltsa.drafts",
    "ltsa.signin",
    "ltsa.idempotency",
    "ltsa.notifications",
    "ltsa.clocks",
    "ltsa.letters",
    "ltsa.timeline",
    "ltsa.home",
    "ltsa.dashboard",
    "ltsa.reports",
    "ltsa.privacy",
    "ltsa.demo",
    "services",
    "villages",
    "cases",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_htmx",
    "rest_framework",
    "drf_spectacular",
    "pgtrigger",
    "pghistory",
]

MIDDLEWARE = [
    "ltsa.headers.HeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "ltsa.audit.middleware.TrailMiddleware",
    "ltsa.accounts.middleware.LanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "ltsa.audit.middleware.QuietHistoryMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "ltsa.accounts.middleware.DoorMiddleware",
]

ROOT_URLCONF = "ltsa.urls"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "ltsa.home.context.frame",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

# PostgreSQL. The web role reads and writes rows; only the owner (MIGRATE_DATABASE_URL) alters tables.
DATABASES = {"default": env.db("DATABASE_URL", default="postgres://localhost/ltsa")}
DATABASES["default"] |= {
    "CONN_MAX_AGE": 60,
    "CONN_HEALTH_CHECKS": True,
    "OPTIONS": {
        "connect_timeout": 3,
        "options": "-c statement_timeout=20s -c lock_timeout=5s -c idle_in_transaction_session_timeout=30s "
        "-c pg_trgm.word_similarity_threshold=0.45",
        **DATABASES["default"].get("OPTIONS", {}),
    },
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Cache and rate limits live in the database, so that no web request ever talks to Redis.
CACHES = {"default": {"BACKEND": "ltsa.cache.DatabaseCache", "LOCATION": "cache_entry"}}

# Celery: settings from the fault tests (docs/decisions/0003-outbox.md).
CELERY_BROKER_URL = env("REDIS_URL", default="redis://localhost:6379/0")
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 600,  # seconds, above the longest task
    "socket_timeout": 5,
    "socket_connect_timeout": 2,
    "socket_keepalive": True,
    "health_check_interval": 10,
    "retry_on_timeout": True,
}
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_PUBLISH_RETRY = False
CELERY_TASK_TIME_LIMIT = 120
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_CANCEL_LONG_RUNNING_TASKS_ON_CONNECTION_LOSS = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = "Asia/Jakarta"  # what beat starts when: ltsa/celery.py

# Mail: sent by the worker alone. EMAIL_URL names the server; the demo shows them on /surel/.
EMAIL_CONFIG = env.email("EMAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)
EMAIL_TIMEOUT = 10
if DEMO and not env("EMAIL_URL", default=""):
    EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="Satu Atap <tidak-dibalas@localhost>")
# Messages to a phone, by the gateway of an office (ltsa/notifications/gateway.py); empty: none are offered.
GATEWAY_URL = env("GATEWAY_URL", default="")
GATEWAY_TOKEN = env("GATEWAY_TOKEN", default="")
GATEWAY_SECRET = env("GATEWAY_SECRET", default="")  # signs what it tells /gateway/status/
if GATEWAY_URL and not DEMO and not GATEWAY_URL.startswith(("https://", "http://127.0.0.1:")):
    raise ImproperlyConfigured("GATEWAY_URL carries phone numbers: https, or this machine itself.")
SITE_URL = env("SITE_URL", default=f"http://localhost:{env.int('PORT', default=8000)}")

# People
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["ltsa.accounts.backend.PostingBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{VALIDATION}.UserAttributeSimilarityValidator"},
    {"NAME": f"{VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{VALIDATION}.CommonPasswordValidator"},
    {"NAME": "ltsa.accounts.passwords.GuessedFirst"},
]
LOGIN_URL = "/masuk/"
LOGIN_REDIRECT_URL = "/beranda/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "ltsa.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # nobody makes the portal write to strangers
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
# No code by mail: a mailbox is no second factor.
ACCOUNT_REAUTHENTICATION_METHODS = ["password", "mfa"]
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "ltsa.accounts.invitations.MailedLinkTokens"  # noqa: S105
ACCOUNT_FORMS = {
    "user_token": "ltsa.accounts.signin_forms.LinkForm",
    "reset_password": "ltsa.accounts.signin_forms.ForgottenPasswordForm",
}
ACCOUNT_RATE_LIMITS = {
    "login": "",  # ltsa/accounts/gate.py slows instead of locking
    "login_failed": "",
    "reset_password": "20/m/ip,5/m/key",
}
MFA_ALLOW_UNVERIFIED_EMAIL = True  # the door asks by its own rule: ltsa/signin/addresses.py
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_ADAPTER = "ltsa.accounts.factors.MFAAdapter"
MFA_FORMS = {
    "authenticate": "ltsa.accounts.signin_forms.CodeForm",
    "reauthenticate": "ltsa.accounts.signin_forms.CodeAgainForm",
    "generate_recovery_codes": "ltsa.accounts.signin_forms.SheetForm",
}
MFA_RECOVERY_CODE_COUNT = 20  # a printed sheet may be all that somebody has
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Satu Atap"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEMO
# A session ends after ten idle minutes (domain 4 rule 9); the door moves the end on once a minute.
SESSION_COOKIE_AGE = 600
SESSION_ENDS_AFTER = 12 * 3600  # whatever she does

# How long somebody must be in post before she gives access as a second person (domain 4.1; ltsa/accounts/second_person.py).
SECOND_PERSON_DAYS = env.int("SECOND_PERSON_DAYS", default=30)
# How long a new address or a lifted second factor of whoever reaches restricted records waits.
RESET_WAITS_HOURS = env.int("RESET_WAITS_HOURS", default=24)
# How long whoever opened a restricted case still sees its code and state after it was handed over or closed.
OPENER_SEES_DAYS = env.int("OPENER_SEES_DAYS", default=30)

# Language and time
LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Indonesia"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "ltsa" / "locale"]
TIME_ZONE = "Asia/Jakarta"
USE_THOUSAND_SEPARATOR = True
FORMAT_MODULE_PATH = ["ltsa.formats"]

STATIC_URL = "/static/"
STATIC_ROOT = STATE_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_USE_FINDERS = DEMO
WHITENOISE_AUTOREFRESH = DEMO
if not DEMO:
    STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }

# Safety
CSRF_FAILURE_VIEW = "ltsa.home.views.csrf_failure"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
# Files that are handed in stay in memory, weighed; a scanner, where there is one, looks at each before it is kept.
FILE_UPLOAD_HANDLERS = ["ltsa.uploads.handler.WeighedUpload"]
SCANNER_URL = env("SCANNER_URL", default="")
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=0)
if not DEMO:
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_NAME = "__Host-sessionid"
    CSRF_COOKIE_NAME = "__Host-csrftoken"
    SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
    SECURE_REDIRECT_EXEMPT = [r"^healthz/?$"]
    # Login limits count per address: behind a proxy the address is the one that the proxy saw (ltsa/home/checks.py).
    ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES
    if TRUSTED_PROXIES > 0:  # without one, whoever asks would say herself that she came by TLS
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 31_536_000
    # The names below the portal's, and a list in every browser, are the whole office's to decide.
    SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("HSTS_SUBDOMAINS", default=False)
    SECURE_HSTS_PRELOAD = env.bool("HSTS_PRELOAD", default=False)
    SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]

# How much may be read (UU 27/2022 art 31, 35): numbers in full by one person, client rows by one token; above these 429.
REVEALS_PER_DAY = env.int("REVEALS_PER_DAY", default=60)
CLIENT_ROWS_PER_HOUR = env.int("CLIENT_ROWS_PER_HOUR", default=300)
# From here on the officer for data protection is told; nobody is stopped in the middle of work.
ALERT_ROWS_PER_HOUR = env.int("ALERT_ROWS_PER_HOUR", default=1500)
ALERT_CLIENTS_WITHOUT_VISIT = env.int("ALERT_CLIENTS_WITHOUT_VISIT", default=20)

PGHISTORY_APPEND_ONLY = True

LOG_LINE = "%(asctime)s %(levelname)s %(name)s %(message)s"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "ltsa.logs.LineFormatter", "format": LOG_LINE}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL", default="INFO")},
    # What it wonders about in a PDF are words of that PDF.
    "loggers": {"pypdf": {"level": "CRITICAL"}},
}
