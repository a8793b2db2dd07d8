#!/usr/bin/env bash
# One encrypted dump of the database. Plain data never touches the disk.
#   BACKUP_DATABASE_URL  the address of ltsa_backup, who reads and can change nothing
#   BACKUP_DIR           where dumps are kept
#   BACKUP_KEY           file with a public key (gpg --export --armor); the private key is elsewhere
#   BACKUP_DAYS          dumps older than this are removed (default 30)
set -euo pipefail
umask 077
: "${BACKUP_DATABASE_URL:?}" "${BACKUP_DIR:?}" "${BACKUP_KEY:?}"

target="$BACKUP_DIR/ltsa-$(date -u +%Y%m%dT%H%M%SZ).dump.gpg"
keyring=$(mktemp -d)
trap 'rm -rf "$keyring" "$target.part"' EXIT

pg_dump --format=custom --no-owner --dbname="$BACKUP_DATABASE_URL" |
    gpg --homedir "$keyring" --batch --quiet --trust-model always --compress-algo none \
        --recipient-file "$BACKUP_KEY" --encrypt --output "$target.part"
# Only a whole dump gets the name; pipefail ends the script before this line otherwise.
mv "$target.part" "$target"
find "$BACKUP_DIR" -name 'ltsa-*.dump.gpg' -mtime "+${BACKUP_DAYS:-30}" -delete
echo "$target"
