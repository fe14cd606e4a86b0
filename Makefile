# make run · make test · make test-all (slow ones too) · make check · make bench · make lock
#
# A fresh machine needs Python 3.11 or newer and make; everything else goes into .venv.
# PYTHON=/path/to/python3.12 names the Python to use, CHROMIUM=/path/to/chromium the browser of the tests,
# BROWSER=skip leaves the browser tests out.

.DEFAULT_GOAL := run
.DELETE_ON_ERROR:
.PHONY: run test test-all check bench lock store

VENV  := .venv
BIN   := $(VENV)/bin
STORE := build/store
TOPIC := data/topics/rusia-korut.toml
export PYTHONPATH := $(CURDIR)
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# A browser is opened where there is a screen for it; elsewhere the address is printed.
SCREEN := $(strip $(DISPLAY) $(WAYLAND_DISPLAY) $(filter Darwin,$(shell uname)))

run: store
	LINIMASA_STORE=$(STORE) $(BIN)/streamlit run app.py --server.showEmailPrompt false $(if $(SCREEN),--server.headless false)

# What was refused is told on standard error (exit code 1); the rest is there to be looked at.
store: $(VENV)/app.stamp
	@$(BIN)/python -m timeline build data/articles $(wildcard data/local) --out $(STORE) --topic $(TOPIC) || [ $$? -eq 1 ]

test: $(VENV)/dev.stamp
	@.ci/test "not slow"

test-all: $(VENV)/dev.stamp
	@.ci/test ""

check: $(VENV)/dev.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/dev.stamp
	@set -e; for benchmark in benchmarks/*.py; do echo "== $$benchmark"; $(BIN)/python $$benchmark; done

# The locks are for every system and every Python from 3.11 on; the second one never moves what the first one pins.
LOCK := $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --custom-compile-command "make lock"
lock: $(VENV)/dev.stamp
	$(LOCK) --output-file requirements.txt
	$(LOCK) --group dev --constraint requirements.txt --output-file requirements-dev.txt

$(VENV)/app.stamp: requirements.txt
	@.ci/venv $(VENV)
	$(BIN)/python -m pip install --quiet --requirement requirements.txt
	@touch $@

$(VENV)/dev.stamp: requirements-dev.txt $(VENV)/app.stamp
	$(BIN)/python -m pip install --quiet --requirement requirements-dev.txt
	@touch $@
