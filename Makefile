# Everything goes through .venv, made from the pinned versions on first use.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SHARED ?= ../shared
.DEFAULT_GOAL := help

help: ## What there is to make
	@sed -n 's/^\([a-z0-9-]*\):.*## \(.*\)/  make \1 \t\2/p' $(MAKEFILE_LIST) | expand -t 24

# Two stamps: running needs less than developing.
$(VENV)/.run: requirements.lock
	@echo "Setting up $(VENV) from requirements.lock (about a minute, once) …"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Jianbao needs Python 3.11 or newer: call make PYTHON=python3.11 …")'
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.lock
	@echo "Adding the tools for tests and checks from requirements-dev.lock …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements-dev.lock
	@touch $@

.PHONY: help setup run test check format types imports docs-check lock clean quality

setup: $(VENV)/.run $(VENV)/.dev ## Install everything into .venv

run: $(VENV)/.run ## The main job on the sample pages: pages in, warehouse out
	@$(BIN)/jianbao run

test: $(VENV)/.dev ## All tests, offline
	@$(BIN)/python -m pytest
