# The commands of the project. `make run` needs Python >= 3.11 and nothing else.

PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; \
	done || true)
BIN := .venv/bin
# As modules: the scripts in .venv/bin break when the checkout is moved.
RUN := $(BIN)/python -m
CODE := manage.py ltsa services cases villages tests

KEY := 3k8w-only-for-make-check-5tq0zv1mx7-c2yd9hbn4rgf6ju
CHECKS := check-format check-templates check-floors check-migrations check-deploy check-types
# As in production, but with keys and servers that do not exist.
DUMMY := env -u DEMO -u DEBUG SECRET_KEY=$(KEY) FIELD_KEYS=$(KEY) ALLOWED_HOSTS=satuatap.example \
	DATABASE_URL=postgres://nobody@127.0.0.1:1/none REDIS_URL=redis://127.0.0.1:1/0 \
	TRUSTED_PROXIES=1 STATE_DIR=.state/check

export SCALE KILLS MESSAGES REFERRALS RACES CASES EXAMPLES STEPS MOMENTS

.PHONY: run test test-pages test-servers test-house test-apps check bench faults fuzz moments fix texts reset install install-dev $(CHECKS)

run: install
	@exec $(RUN) ltsa.launcher

# Parts beside each other, each with servers of its own: those that wait for a page or a beat leave the cores to others.
test: install-dev
ifdef ARGS
	@$(RUN) pytest $(ARGS)
else
	@$(MAKE) --no-print-directory -k -j4 test-pages test-servers test-house test-apps
endif

PAGES := tests/browser tests/journeys
SERVERS := tests/faults tests/ltsa/launcher
HOUSE := tests/guards tests/fuzz tests/ltsa

test-pages:
	@$(RUN) pytest -q $(PAGES)

test-servers:
	@$(RUN) pytest -q $(SERVERS)

test-house:
	@$(RUN) pytest -q $(HOUSE) --ignore=tests/ltsa/launcher

test-apps:
	@$(RUN) pytest -q tests $(addprefix --ignore=,$(PAGES) $(SERVERS) $(HOUSE))

check: install-dev
	@$(MAKE) --no-print-directory -k -j2 $(CHECKS)

check-format:
	@$(RUN) ruff format --check --quiet $(CODE) && $(RUN) ruff check --quiet $(CODE)

check-templates:
	@git ls-files 'templates/*.html' | xargs $(BIN)/djade --check --target-version 5.2

check-types:
	@$(DUMMY) $(RUN) mypy

check-floors:
	@said=$$($(BIN)/python -c 'from importlinter.cli import lint_imports_command as c; c()') \
		|| { echo "$$said"; exit 1; }

check-migrations:
	@$(DUMMY) $(BIN)/python -W ignore::RuntimeWarning manage.py makemigrations --check --dry-run

check-deploy:
	@$(DUMMY) $(BIN)/python manage.py check --deploy --fail-level WARNING

bench: SCALE := $(or $(SCALE),middle)
bench: install-dev
	@$(RUN) pytest tests/benchmarks -m bench -s -p no:randomly $(ARGS)

# What `export` above has made empty is not unset, so that `?=` would leave it empty: the goals stand in `or`.
faults: KILLS := $(or $(KILLS),200)
faults: MESSAGES := $(or $(MESSAGES),10000)
faults: REFERRALS := $(or $(REFERRALS),10000)
faults: RACES := $(or $(RACES),1000)
faults: install-dev
	@$(RUN) pytest tests/faults -s $(ARGS)

# The API against its schema; random walks through cases, EXAMPLES of them with STEPS each.
fuzz: EXAMPLES := $(or $(EXAMPLES),200)
fuzz: STEPS := $(or $(STEPS),60)
fuzz: install-dev
	@$(RUN) pytest tests/fuzz tests/cases/test_state_machine.py $(ARGS)

# The suite at set moments, with PostgreSQL: MOMENTS='2026-12-01 00:30, 2028-02-29 12:00' (WIB), ARGS=tests/cases.
moments: install-dev
	@$(RUN) tests.each_moment $(ARGS)

fix: install-dev
	@$(RUN) ruff format $(CODE)
	@$(RUN) ruff check --fix $(CODE)
	@git ls-files 'templates/*.html' | xargs -r $(BIN)/djade --target-version 5.2

# Collects new texts into ltsa/locale/en, to be translated there by hand. Needs GNU gettext.
texts: install-dev
	@$(DUMMY) $(BIN)/python manage.py makemessages -l en --no-location --no-obsolete --no-wrap \
		-i .venv -i .state -i static -i 'tests*'

reset: install
	@$(RUN) ltsa.launcher reset

install:
	@$(or $(PYTHON),python3) ltsa/launcher/bootstrap.py requirements.txt

install-dev:
	@$(or $(PYTHON),python3) ltsa/launcher/bootstrap.py requirements-dev.txt
