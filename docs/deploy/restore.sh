#!/usr/bin/env bash
# Restores a dump of backup.sh into an empty database made by roles.sql.
#   restore.sh FILE    by hand, as root or elsewhere, with the owner's MIGRATE_DATABASE_URL, and the private key in gpg's keyring
set -euo pipefail
: "${MIGRATE_DATABASE_URL:?}"
gpg --batch --quiet --decrypt "$1" |
    pg_restore --no-owner --exit-on-error --single-transaction --dbname="$MIGRATE_DATABASE_URL"
