# Every target sets up what it needs: a .venv made once and reused until the lock or the package's metadata changes.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
BUILT := $(VENV)/.seeds-deck

.PHONY: play test check bench faults decks pictures lock clean

play: $(BUILT)
	@$(BIN)/quiz play

test: $(READY)
	$(BIN)/python -m pytest

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

faults: $(READY)
	$(BIN)/python -m pytest -n 0 -m slow tests/faults

bench: $(READY)
	@set -e; for script in tests/speed/bench_*.py; do echo "== $$script"; $(BIN)/python $$script; done

decks: $(BUILT)

# The deck that ships: made again when an article, its English or the making wing changes.
$(BUILT): $(READY) $(wildcard seeds/*) $(shell find quiz/articles quiz/facts quiz/authoring quiz/english -type f -not -name '*.pyc' 2>/dev/null)
	$(BIN)/quiz build-deck seeds/
	@touch $@

# The pictures of the README, from the deck that ships: docs/*.svg.
pictures: $(READY)
	$(BIN)/python docs/pictures.py

# One environment with everything, from the lock: exact versions, hashes checked.
$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "quiz needs Python 3.11 or newer; name one: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing into $(VENV) (once, about a minute)…" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# Needs uv; the only target that a newer dependency is let in by.
lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header \
		--extra build --extra dev pyproject.toml -o requirements.lock

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
