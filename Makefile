# Two commands for people: `make render` and `make test`. Each is complete on a fresh machine.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
PO     := $(wildcard carbonroad/wording/locale/*/LC_MESSAGES/*.po)
WORDS  := $(PO:.po=.mo)
EDITOR := $(VENV)/editor/.ready
READERS := $(VENV)/readers/.ready
PIP    := -m pip --quiet --disable-pip-version-check
# Exact versions with hashes (docs/dependencies.md); `make LOCKED=` takes the newest that are allowed.
LOCKED := requirements
OLDEST := build/oldest
# Which interpreters `make pythons` tests on.
PYTHONS ?= $(wildcard $(foreach v,11 12 13 14 15,$(HOME)/.pyenv/versions/3.$(v).*/bin/python3.$(v))) \
	$(foreach v,11 12 13 14 15,$(shell command -v python3.$(v)))
TIME   ?= 600

.PHONY: render test browser golden golden-page check editor readers bench bench-national compare docs pictures catalogue \
	fuzz mutants oldest pythons lock audit clean

render: $(READY) $(WORDS)
	$(BIN)/carbonroad render roadmaps -o build

test: $(READY) $(WORDS) editor readers
	PYTHONMALLOC=pymalloc $(BIN)/python -X dev -W error -m pytest -n auto --dist worksteal

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

# What reads IAMC files, for tests/export; apart, because it asks for older versions of what the program uses.
readers: $(READY)
	@$(MAKE) --no-print-directory $(READERS) || echo "pyam was not installed: the test that needs it will be skipped"

$(READERS): requirements/readers.txt | $(READY)
	$(PYTHON) -m venv $(@D)
	$(@D)/bin/python $(PIP) install --require-hashes --no-deps --no-compile -r requirements/readers.txt
	touch $@

# Takes over what the program makes now as agreed; golden-page shows old and new side by side.
golden: $(READY) $(WORDS)
	CARBONROAD_GOLDEN=write $(BIN)/python -m pytest -q tests/golden tests/render/test_golden_pages.py tests/report/test_golden_reports.py tests/test_worked_pages.py tests/test_tutorial.py

golden-page: $(READY)
	$(BIN)/python tests/golden/side_by_side.py build/golden.html

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/lock.py check

# The pictures of README and docs, in Chromium; PICTURES="overview playground" takes some of them.
pictures: $(READY) $(WORDS)
	$(BIN)/python tools/pictures.py $(PICTURES)

docs: $(READY)
	$(BIN)/python docs/make_reference.py
	$(BIN)/python tools/architecture.py

# Brings the catalogues of interface words up to date; LANGUAGE=fr begins one (docs/languages.md).
catalogue: $(READY)
	$(BIN)/python tools/catalogues.py $(if $(LANGUAGE),add $(LANGUAGE),update)

%.mo: %.po | $(READY)
	$(BIN)/python tools/catalogues.py compile $<

# Every goal beside its figure, and docs/figures.md; a part alone: benchmarks/run.py --only NAME.
bench: $(READY) $(WORDS)
	$(BIN)/python $(PIP) install --require-hashes -r requirements/bench.txt
	$(BIN)/python benchmarks/run.py --write

# 33,000 files, made in a temporary folder and removed again; SHARE=0.1 makes a tenth of them.
bench-national: $(READY) $(WORDS)
	$(BIN)/python benchmarks/run.py --only national $(if $(SHARE),--share $(SHARE),--write)

# Broken files through other checkers and ours: writes docs/comparison.md.
compare: $(READY) $(WORDS)
	$(BIN)/python $(PIP) install --require-hashes -r requirements/bench.txt
	$(BIN)/python benchmarks/checkers.py

# Looks for inputs that break a promise, for TIME seconds; what it finds is written to build/fuzz.
fuzz: $(READY) $(WORDS)
	$(BIN)/python $(PIP) install --require-hashes -r requirements/fuzz.txt || \
	  echo "atheris cannot be installed here: inputs are changed at random"
	$(BIN)/python tests/fuzz/fuzz.py --seconds $(TIME)

# Changes the program in small ways, on a copy, and lists in build/mutants/survivors.txt what no test sees.
# PATHS="carbonroad/rules carbonroad/read/dates.py" SAMPLE=20 (percent) SECONDS=10 (of tests per mutant) AGAIN=yes
mutants: $(READY) $(WORDS)
	$(BIN)/python tools/mutants $(if $(SAMPLE),--sample "$(SAMPLE)") $(if $(SECONDS),--seconds $(SECONDS)) \
	  $(if $(AGAIN),--again) $(PATHS)

# The lower bounds of pyproject.toml, in an environment of their own: the roadmaps, and the tests of commands,
# files and pages. What old versions of typer say of new versions of click is not ours to mend.
oldest: $(WORDS)
	$(BIN)/python tools/oldest.py $(OLDEST)
	$(PYTHON) -m venv --clear $(OLDEST)/venv
	$(OLDEST)/venv/bin/python $(PIP) install -c $(OLDEST)/pins.txt -r $(OLDEST)/test.txt -e '.[pdf,lsp,serve,office]'
	$(OLDEST)/venv/bin/python -m pip --disable-pip-version-check list --format freeze | grep -i -E '^(typer|pyyaml|jinja2|rich|pypdf|pygls|starlette|uvicorn|watchfiles|xlsxwriter|openpyxl|defusedxml|python-docx|icalendar|click)='
	$(OLDEST)/venv/bin/carbonroad validate roadmaps
	$(OLDEST)/venv/bin/carbonroad render roadmaps -o $(OLDEST)/pages --as-of 2026-11-22 -q
	PYTHONMALLOC=pymalloc $(OLDEST)/venv/bin/python -X dev -m pytest -q -n auto -W "ignore:'click:DeprecationWarning" \
	  -p no:cacheprovider $(if $(TESTS),$(TESTS),tests/cli tests/read tests/render tests/export tests/wording)

# The tests, but for those in a browser, on every CPython from 3.11 on that is there.
pythons: $(WORDS)
	@seen=; for python in $(PYTHONS); do \
	  name=$$($$python -c 'import sys; print("%d.%d.%d" % sys.version_info[:3])' 2>/dev/null) || continue; \
	  case " $$seen " in *" $$name "*) continue;; esac; seen="$$seen $$name"; echo "== $$name" && \
	  $$python -m venv --clear build/pythons/$$name && \
	  build/pythons/$$name/bin/python $(PIP) install --require-hashes -r requirements/development.txt && \
	  build/pythons/$$name/bin/python $(PIP) install --no-deps --no-build-isolation -e . && \
	  build/pythons/$$name/bin/python -X dev -W error -m pytest -q -n auto --dist worksteal \
	    -p no:cacheprovider --ignore tests/browser || exit 1; \
	done; echo "tested on:$${seen:- none, no CPython from 3.11 on was found}"

lock: $(READY)
	$(BIN)/python $(PIP) install 'uv>=0.9'
	$(BIN)/python tools/lock.py write

# Asks the network; says so and fails where no database of vulnerabilities can be reached.
audit: $(READY)
	$(BIN)/python $(PIP) install --require-hashes -r requirements/audit.txt
	$(BIN)/python tools/audit.py

$(READY): pyproject.toml $(if $(LOCKED),requirements/development.txt)
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "carbonroad needs Python 3.11 or newer; set PYTHON=python3.x")'
	$(PYTHON) -m venv $(VENV)
ifneq ($(LOCKED),)
	$(BIN)/python $(PIP) install --require-hashes -r requirements/development.txt
	$(BIN)/python $(PIP) install --no-deps --no-build-isolation --editable .
else
	$(BIN)/python $(PIP) install --upgrade 'pip>=25.1'
	$(BIN)/python $(PIP) install --editable . --group test --group check
endif
	touch $@

clean:
	rm -rf $(VENV) build dist
