# make demo   reads the bundled reports and shows the brief
# make test   runs every check and the whole test suite
# make vendor brings what the explorer draws charts, map and network with; make wheel builds a package with it
# All set up what they need in .venv; PYTHON=python3.12 chooses another interpreter.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO_ARCHIVE := .work/demo.db
# The files of pins are whole: what pip might add on its own (a newer release asked for by its extra) has no hash here.
PIP_FLAGS := --quiet --disable-pip-version-check --require-hashes --no-deps

.PHONY: demo test check lock clean bench vendor wheel

demo: $(VENV)/.installed
	@mkdir -p .work && rm -f $(DEMO_ARCHIVE) $(DEMO_ARCHIVE)-wal $(DEMO_ARCHIVE)-shm
	$(BIN)/dateline read examples/november-2015 --archive $(DEMO_ARCHIVE)

test: $(VENV)/.installed-dev
	@$(BIN)/python web/vendor.py || echo "without them the explorer's tests in a browser are skipped" >&2
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2 --cov --cov-report=term:skip-covered

# The environment: pinned packages with hashes, then dateline itself, editable and without a download.
$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.txt pyproject.toml hatch_build.py | $(VENV)/bin/python
	$(BIN)/pip install $(PIP_FLAGS) -r requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.txt
	$(BIN)/pip install $(PIP_FLAGS) -r requirements-dev.txt
	$(BIN)/pip check
	@touch $@

# Files of npm packages, pinned by hash in web/package-lock.json, copied to where pages load them from.
vendor: $(VENV)/.installed-dev
	$(BIN)/python web/vendor.py

wheel: vendor
	$(BIN)/pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation --wheel-dir dist .

# New pins for all platforms; needs uv.
lock:
	uv pip compile pyproject.toml --extra build --universal --generate-hashes --no-emit-index-url --python-version 3.11 --no-header -q -o requirements.txt
	uv pip compile pyproject.toml --extra build --extra dev --universal --generate-hashes --no-emit-index-url --python-version 3.11 --no-header -q -o requirements-dev.txt

bench: $(VENV)/.installed-dev
	$(BIN)/python -m bench

clean:
	rm -rf $(VENV) .work build dist .mypy_cache .ruff_cache .pytest_cache .coverage
