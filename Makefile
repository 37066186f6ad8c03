# Two commands for people: `make render` and `make test`. Each is complete on a fresh machine.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
PO     := $(wildcard carbonroad/wording/locale/*/LC_MESSAGES/*.po)
WORDS  := $(PO:.po=.mo)
EDITOR := $(VENV)/editor/.ready

.PHONY: render test browser golden golden-page check editor bench compare docs catalogue clean

render: $(READY) $(WORDS)
	$(BIN)/carbonroad render roadmaps -o build

test: $(READY) $(WORDS) editor
	$(BIN)/python -X dev -W error -m pytest -n auto --dist worksteal

# The tests in a browser alone; they need Chromium, others say that they are skipped (docs/testing.md).
browser: $(READY) $(WORDS)
	$(BIN)/python -m pytest -n auto --dist worksteal tests/browser

# The engine that editors use for YAML, for tests/schema. Without Node.js those tests say that they are skipped.
editor:
	@command -v npm >/dev/null || echo "npm is not there: the tests of the JSON Schema in editors will be skipped"
	@if command -v npm >/dev/null; then $(MAKE) --no-print-directory $(EDITOR) || \
	  echo "yaml-language-server was not installed: the tests that need it will be skipped"; fi

$(EDITOR): tests/schema/package-lock.json | $(READY)
	mkdir -p $(@D)
	cp tests/schema/package.json tests/schema/package-lock.json $(@D)
	npm ci --prefix $(@D) --ignore-scripts --omit=dev --no-audit --no-fund --loglevel=error
	touch $@

# Takes over what the program makes now as agreed; golden-page shows old and new side by side.
golden: $(READY) $(WORDS)
	CARBONROAD_GOLDEN=write $(BIN)/python -m pytest -q tests/golden tests/render/test_golden_pages.py tests/test_worked_pages.py

golden-page: $(READY)
	$(BIN)/python tests/golden/side_by_side.py build/golden.html

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(READY)
	$(BIN)/python docs/make_reference.py

# Brings the catalogues of interface words up to date; LANGUAGE=fr begins one (docs/languages.md).
catalogue: $(READY)
	$(BIN)/python tools/catalogues.py $(if $(LANGUAGE),add $(LANGUAGE),update)

%.mo: %.po | $(READY)
	$(BIN)/python tools/catalogues.py compile $<

bench: $(READY) $(WORDS)
	$(BIN)/python benchmarks/run.py

# Broken files through other checkers and ours: writes docs/comparison.md.
compare: $(READY) $(WORDS)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group bench
	$(BIN)/python benchmarks/checkers.py

$(READY): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "carbonroad needs Python 3.11 or newer; set PYTHON=python3.x")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . --group test --group check
	touch $@

clean:
	rm -rf $(VENV) build dist
