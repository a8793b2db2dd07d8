"""The Celery application: a wake-up service, never the only carrier of anything.

What must be done is a row in PostgreSQL (see ltsa/notifications); a task carries its id and nothing else.
"""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ltsa.settings")

app = Celery("ltsa")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
app.steps["worker"].add("ltsa.deaf_worker:EndWhenDeaf")  # by name: the web process knows no broker
# Tasks by name: no app is known here. Each is safe to repeat, and finds what is to be done in the database.
app.conf.beat_schedule = {
    "heartbeat": {"task": "notifications.beat", "schedule": 5.0, "options": {"expires": 15}},
    "send-digests": {"task": "notifications.digest", "schedule": 60.0, "options": {"expires": 60}},
    "tick-clocks": {"task": "clocks.tick", "schedule": 30.0, "options": {"expires": 30}},
    "work-books": {"task": "services.work_books", "schedule": 5.0, "options": {"expires": 5}},
    "expire-referrals": {"task": "cases.expire_referrals", "schedule": 900.0},
    "remind-drafts": {"task": "cases.remind_drafts", "schedule": 900.0},
    "end-glasses": {"task": "cases.end_glasses", "schedule": 300.0, "options": {"expires": 300}},
    "carry-out-resets": {
        "task": "accounts.carry_out_resets",
        "schedule": 60.0,
        "options": {"expires": 60},
    },
    "watch-reading": {"task": "privacy.watch", "schedule": 600.0, "options": {"expires": 600}},
    "apply-addresses": {"task": "organisations.apply_addresses", "schedule": 300.0},
    "clear-old-drafts": {"task": "drafts.clear_old", "schedule": 3600.0},
    "empty-old-books": {"task": "services.empty_old_books", "schedule": 86_400.0},
}
