# `make run` and `make test` do all the set-up themselves: see `make help`.

PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
  BIN := $(VENV)/Scripts
  VENV_IS_OURS := test -x $(BIN)/python
else
  BIN := $(VENV)/bin
  # A virtual environment holds absolute paths: one that was moved is of no use.
  VENV_IS_OURS := test -x $(BIN)/python && grep -qsF '$(CURDIR)/$(VENV)' $(VENV)/pyvenv.cfg
endif
READY := $(VENV)/.ready
READY_DEV := $(VENV)/.ready-dev
FREEZER_VENV := build/package/venv
FREEZER := $(subst $(VENV),$(FREEZER_VENV),$(BIN))
READY_FREEZER := $(FREEZER_VENV)/.ready
NEW_VENV := $(shell $(VENV_IS_OURS) || echo yes)

PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
FROM_LOCK := install --no-deps --require-hashes --requirement
# A worker that dies is a failure, not a reason to wait for another.
PYTEST := $(BIN)/python -m pytest --numprocesses 2 --dist loadgroup \
	--max-worker-restart 0

LIBRARY := src/reader/assets/library.db
WORDS := resources/i18n/evidence-reader_
TRANSLATIONS := $(patsubst resources/i18n/%.ts,src/reader/assets/i18n/%.qm,\
	$(wildcard resources/i18n/*.ts))
LUPDATE = $(BIN)/pyside6-lupdate -silent -locations none -no-obsolete \
	-source-language en_GB src/reader/ui/*.py -ts
# A folder's time changes when a file in it comes or goes.
LIBRARY_INPUTS := $(wildcard src/reader/library/schema.*) \
	$(shell find resources/library src/reader/compiler src/reader/model \
	-name __pycache__ -prune -o -type f -print \
	-o -type d -path 'resources/*' -print 2>/dev/null)

# The bindings to AT-SPI come with the system and know no other Python.
SYSTEM_PYTHON ?= /usr/bin/python3

AXE_VERSION := 4.14.1
PLAYWRIGHT_VERSION := 1.65.1
CHROMIUM := $(shell command -v chromium || command -v google-chrome)

UV_VERSION := 0.13.9
LOCK := build/lock/bin/uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-annotate --no-emit-index-url --no-emit-find-links \
	--no-emit-package pip --no-emit-package setuptools \
	--custom-compile-command 'make lock' pyproject.toml

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: run test handouts check bench monkey at-spi axe package verify-package screens library i18n lock clean \
	help system FORCE

run: $(LIBRARY) $(TRANSLATIONS) ## Open the window (ARGS="--topic als")
	@$(BIN)/evidence-reader $(ARGS)

test: $(READY_DEV) $(LIBRARY) $(TRANSLATIONS) ## Run the tests (ARGS="tests/library -k prefix")
	$(PYTEST) $(ARGS)

handouts: $(READY_DEV) $(LIBRARY) ## All pages as handouts in all ways (half an hour)
	$(PYTEST) tests/handout/every_handout.py $(ARGS)

check: $(READY_DEV) ## Format, lint, types, import contracts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY_DEV) $(LIBRARY) ## Measure against the budgets (ARGS="search")
	$(BIN)/python -m bench $(ARGS)

monkey: $(READY_DEV) $(LIBRARY) ## Random use of the window (ARGS="--seed 7 --actions 10000")
	$(BIN)/python -X faulthandler -m tools.monkey $(ARGS)

at-spi: $(READY) $(LIBRARY) ## The window as a screen reader of Linux is told of it
	dbus-run-session -- $(SYSTEM_PYTHON) tools/at_spi.py $(BIN)/evidence-reader

screens: $(READY_DEV) $(LIBRARY) $(TRANSLATIONS) ## Every screen and a handout as PNG in build/screens/
	$(BIN)/python tools/screens.py build/screens
	$(BIN)/python -m tools.handouts build/screens
	$(BIN)/python -m tools.looks build/screens

axe: $(READY_DEV) $(LIBRARY) ## axe-core on every page for the browser (Node.js, Chromium)
	rm -rf build/html
	$(BIN)/python tools/write_html.py build/html
	mkdir -p build/axe
	npm install --silent --no-save --no-package-lock --prefix build/axe \
		axe-core@$(AXE_VERSION) playwright-core@$(PLAYWRIGHT_VERSION)
	cd build/axe && node ../../tools/axe/check.mjs ../html "$(CHROMIUM)"

package: $(READY) $(READY_FREEZER) $(LIBRARY) $(TRANSLATIONS) ## Packages that need no Python, and a wheel, in dist/
	rm -rf dist
	$(BIN)/python -m flit_core.wheel --outdir dist
	$(BIN)/python tools/check_wheel.py dist
	packaging/build $(BIN)/python $(FREEZER)/python dist

verify-package: ## Install dist/*.deb where nothing else is, and use it (root, debootstrap)
	packaging/verify dist

library: $(LIBRARY) ## Compile resources/library

i18n: $(READY) ## Renew the words to translate (ADD=de for a new language)
	$(LUPDATE) $(WORDS)en.ts -pluralonly
	$(foreach words,$(filter-out $(WORDS)en.ts,$(wildcard resources/i18n/*.ts) \
		$(if $(ADD),$(WORDS)$(ADD).ts)),$(LUPDATE) $(words) &&) true

lock: ## Renew the lock files (ARGS=--upgrade for newer releases)
	$(PYTHON) -m venv build/lock
	build/lock/bin/pip install --quiet uv==$(UV_VERSION)
	$(LOCK) --extra build --output-file requirements.lock $(ARGS)
	$(LOCK) --extra dev --constraints requirements.lock \
		--output-file requirements-dev.lock $(ARGS)
	$(LOCK) --extra package --constraints requirements.lock \
		--output-file requirements-package.lock $(ARGS)

clean: ## Remove what was made here: .venv, build, dist, caches, the library
	rm -rf $(VENV) build dist $(LIBRARY) src/reader/assets/i18n .hypothesis \
		.import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find src tests bench tools -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## This list
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## /{printf "  make %-14s %s\n", $$1, $$2}' Makefile

system:
	@packaging/system-libraries.sh $(if $(NEW_VENV),$(PYTHON))

$(READY): requirements.lock pyproject.toml $(if $(NEW_VENV),FORCE) | system
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo 'Evidence Reader needs Python 3.11 or newer: make PYTHON=python3.12'; \
		exit 1; }
	$(if $(NEW_VENV),$(PYTHON) -m venv --clear $(VENV))
	$(PIP) $(FROM_LOCK) requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(READY_DEV): requirements-dev.lock $(READY)
	$(PIP) $(FROM_LOCK) requirements-dev.lock
	@touch $@

# Of its own, so that nothing goes into a package that is only there by chance.
$(READY_FREEZER): requirements-package.lock $(if $(NEW_VENV),FORCE) | $(READY)
	$(PYTHON) -m venv --clear $(FREEZER_VENV)
	$(FREEZER)/python -m pip --disable-pip-version-check --quiet \
		$(FROM_LOCK) requirements-package.lock
	@touch $@

src/reader/assets/i18n/%.qm: resources/i18n/%.ts | $(READY)
	@mkdir -p $(@D)
	$(BIN)/pyside6-lrelease -silent $< -qm $@

$(LIBRARY): $(LIBRARY_INPUTS) $(READY)
	$(BIN)/evidence-reader library build resources/library --out $@
