-- The database and its roles; run once by a superuser. Passwords come from the environment:
--   OWNER_PASSWORD=... WEB_PASSWORD=... psql -v ON_ERROR_STOP=1 -d postgres -f docs/deploy/roles.sql
-- The owner migrates. The web login has only what migrations grant to its group.
\getenv owner_password OWNER_PASSWORD
\getenv web_password WEB_PASSWORD

CREATE ROLE ltsa_web NOLOGIN;
CREATE ROLE ltsa_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE ltsa_app LOGIN PASSWORD :'web_password' IN ROLE ltsa_web;
CREATE DATABASE ltsa OWNER ltsa_owner TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8';
REVOKE CONNECT ON DATABASE ltsa FROM PUBLIC;
GRANT CONNECT ON DATABASE ltsa TO ltsa_web;
-- A refused statement holds names, and so does the row it quotes: neither goes to the log of the server.
ALTER DATABASE ltsa SET log_min_error_statement = 'panic';
ALTER DATABASE ltsa SET log_error_verbosity = 'terse';
