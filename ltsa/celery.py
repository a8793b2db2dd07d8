"""The Celery application: a wake-up service, never the only carrier of anything.

What must be done is a row in PostgreSQL (see ltsa/notifications); a task carries its id and nothing else.
"""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ltsa.settings")

app = Celery("ltsa")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
