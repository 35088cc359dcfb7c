# Everything goes through .venv, made from the pinned versions on first use.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check
SHARED ?= ../shared
SCORE := $(BIN)/python $(SHARED)/score/score.py
DUCKDB2 := $(CURDIR)/.duckdb2

.DEFAULT_GOAL := help
.PHONY: help setup run test check lint types imports docs docs-check samples quality test-duckdb2 lock clean

help: ## What there is to make
	@sed -n 's/^\([a-z0-9-]*\):.*## \(.*\)/  make \1 \t\2/p' $(MAKEFILE_LIST) | expand -t 24

# Two stamps: running needs less than developing.
$(VENV)/.run: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit("Jianbao needs Python 3.11 or newer: make PYTHON=python3.11 …" if sys.version_info < (3, 11) else 0)'
	@echo "Setting up $(VENV) from requirements.lock (a minute or two, once) …"
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install --requirement requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q extract flows transform warehouse
	@PYTHONDONTWRITEBYTECODE= $(BIN)/jianbao parse samples/pages >/dev/null 2>&1 # keeps patterns and words too
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.lock
	@echo "Adding the tools for tests and checks from requirements-dev.lock …"
	@$(PIP) install --requirement requirements-dev.lock
	@touch $@

setup: $(VENV)/.dev ## Install everything into .venv

run: $(VENV)/.run ## The main job on the sample pages: pages in, warehouse out
	@$(BIN)/jianbao run

test: $(VENV)/.dev ## All tests, offline
	@$(BIN)/python -m pytest

check: lint types imports docs-check test ## All that must hold before a commit: format, lint, types, imports, docs, tests

lint: $(VENV)/.dev ## Format and lint
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .

types: $(VENV)/.dev ## Strict types
	@$(BIN)/mypy

imports: $(VENV)/.dev ## Who may import whom
	@$(BIN)/lint-imports --no-cache

docs: $(VENV)/.dev ## Write the docs that are made from code: settings, data dictionary
	@$(BIN)/python -m tools.docs

docs-check: $(VENV)/.dev ## Whether they are up to date
	@$(BIN)/python -m tools.docs --check

samples: $(VENV)/.dev ## Write the sample pages anew from their clean sources
	@$(BIN)/python -m tools.samples

quality: $(VENV)/.dev ## Score main text, repair and figures on annotated data in $(SHARED)
	@test -d $(SHARED) || { echo "There is no annotated data at $(SHARED): make quality SHARED=…"; exit 2; }
	$(SCORE) pages $(SHARED)/corpus/gold.jsonl $(SHARED)/corpus/pages
	$(SCORE) pages $(SHARED)/corpus/gold.jsonl $(SHARED)/corpus/pages --alone
	$(SCORE) repair $(SHARED)/damage/pairs.jsonl
	$(SCORE) figures $(SHARED)/gold/figures.jsonl $(SHARED)/gold/texts --traps $(SHARED)/gold/traps.jsonl --meta $(SHARED)/gold/meta.jsonl
	$(SCORE) suites $(SHARED)/suites/figures

test-duckdb2: $(VENV)/.dev ## The same tests on DuckDB 2
	@test -d $(DUCKDB2) || $(PIP) install --target $(DUCKDB2) --no-deps 'duckdb>=2,<3'
	@PYTHONPATH=$(DUCKDB2) $(BIN)/python -c 'import duckdb; print("DuckDB", duckdb.__version__)'
	@PYTHONPATH=$(DUCKDB2) $(BIN)/python -m pytest

lock: ## Pin the newest versions that pyproject.toml allows (needs the network)
	@$(PYTHON) tools/lock.py

clean: ## Remove the environment and caches; warehouses stay
	rm -rf $(VENV) $(DUCKDB2) .mypy_cache .ruff_cache .pytest_cache .hypothesis
