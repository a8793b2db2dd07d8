"""`make run`: the servers and processes of the demo, started in order and stopped without a trace.

Nothing in here knows Django: the launcher prepares an environment and starts `manage.py`,
gunicorn and Celery in it. Production uses docker-compose.yml or docs/deploy.md instead.
"""
