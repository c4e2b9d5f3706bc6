# Everything lives in .venv; nothing is installed outside this folder.

VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help python install dev run test lint format bench faults soak locale lock clean

help: ## Show this help
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# The first Python that is new enough; set PYTHON to choose another.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$python; break; }; done)

python:
	@$(or $(PYTHON),false) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo "talks needs Python 3.11 or newer; set PYTHON=/path/to/python to use one that is not on the PATH." >&2; exit 1; }

$(VENV)/.installed: constraints.txt constraints-extras.txt constraints-semantic.txt pyproject.toml | python
	@echo "Setting up .venv with what the bot needs; that takes a minute, once."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r constraints.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: \
		-r constraints-extras.txt || echo "Going on without the extras: no timeline picture, calendar file, metrics or log page." >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: \
		-r constraints-semantic.txt || echo "Going on without the search by meaning: it has no build for this machine." >&2
	@touch $@

$(VENV)/.developing: $(VENV)/.installed constraints-dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r constraints-dev.txt
	@touch $@

$(VENV)/.benching: $(VENV)/.installed constraints-bench.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r constraints-bench.txt
	@touch $@

install: $(VENV)/.installed ## Set up what the bot needs, in .venv

dev: $(VENV)/.developing

run: install ## Run the bot; without a token, on a local simulator with a chat page
	@$(BIN)/talks run

test: dev ## Run the tests
	@$(BIN)/python -m pytest

lint: dev ## Check style, types, imports and the Dockerfile
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/hadolint Dockerfile

format: dev ## Put the code in shape
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

bench: $(VENV)/.benching ## Measure speed side by side with a peer
	@$(BIN)/python -m tests.bench

faults: dev ## Let things go wrong, and count what is lost: ten minutes
	@$(BIN)/python -m tests.faults

soak: dev ## Ask for half an hour, and see whether memory grows
	@$(BIN)/python -m tests.faults soak

locale: dev ## Collect the reader-facing strings, and compile what is translated of them
	@$(BIN)/pybabel -q extract --no-location --omit-header -o bot/locale/talks.pot bot
	@$(BIN)/pybabel -q update -D talks -i bot/locale/talks.pot -d bot/locale \
		--no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date
	@$(BIN)/pybabel -q compile -D talks -d bot/locale

UV := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate

lock: ## Pin the dependencies again (needs uv)
	@$(UV) --group pyproject.toml:build pyproject.toml -o constraints.txt
	@$(UV) --extra metrics --extra review --extra timeline -c constraints.txt pyproject.toml -o constraints-extras.txt
	@$(UV) --extra semantic -c constraints.txt pyproject.toml -o constraints-semantic.txt
	@$(UV) --group pyproject.toml:build --group pyproject.toml:dev --extra evaluation --extra metrics --extra review --extra timeline -c constraints.txt pyproject.toml -o constraints-dev.txt
	@$(UV) --group pyproject.toml:build --group pyproject.toml:bench -c constraints.txt pyproject.toml -o constraints-bench.txt

clean: ## Remove what was set up
	@rm -rf $(VENV) build dist *.egg-info
