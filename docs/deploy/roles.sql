-- The database and its roles; run once by a superuser. Passwords come from the environment:
--   OWNER_PASSWORD=... WEB_PASSWORD=... BACKUP_PASSWORD=... psql -v ON_ERROR_STOP=1 -d postgres -f docs/deploy/roles.sql
-- The owner migrates. The web login has only what migrations grant to its group. The backup login reads, and no more.
\getenv owner_password OWNER_PASSWORD
\getenv web_password WEB_PASSWORD
\getenv backup_password BACKUP_PASSWORD

CREATE ROLE ltsa_web NOLOGIN;
CREATE ROLE ltsa_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE ltsa_app LOGIN PASSWORD :'web_password' IN ROLE ltsa_web;
CREATE ROLE ltsa_backup LOGIN PASSWORD :'backup_password';
ALTER ROLE ltsa_backup SET default_transaction_read_only = on;
CREATE DATABASE ltsa OWNER ltsa_owner TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8';
REVOKE CONNECT ON DATABASE ltsa FROM PUBLIC;
GRANT CONNECT ON DATABASE ltsa TO ltsa_web, ltsa_backup;
-- A refused statement holds names, and so does the row it quotes: neither goes to the log of the server.
ALTER DATABASE ltsa SET log_min_error_statement = 'panic';
ALTER DATABASE ltsa SET log_error_verbosity = 'terse';
\connect ltsa
-- What the backup login may: read every table and sequence, those of later migrations too. Safe to repeat.
GRANT USAGE ON SCHEMA public TO ltsa_backup;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO ltsa_backup;
GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO ltsa_backup;
ALTER DEFAULT PRIVILEGES FOR ROLE ltsa_owner IN SCHEMA public GRANT SELECT ON TABLES TO ltsa_backup;
ALTER DEFAULT PRIVILEGES FOR ROLE ltsa_owner IN SCHEMA public GRANT SELECT ON SEQUENCES TO ltsa_backup;
