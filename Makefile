# Sets up, runs, tests and measures Pingyi; `make` alone says what each target does.
PYTHON ?= python3
VENV := .venv
BENCH := .venv-bench
PACKAGE := .venv-package
SOURCES := $(wildcard desktop tools benchmarks installer tests)
PIP_INSTALL := -m pip -qq --disable-pip-version-check install

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test lint lint-rules lint-format lint-types bench trust fonts texts locks clean
.PHONY: screens papers window package package-check package-windows-check

help: ## print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-21s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(VENV)/run.stamp ## set up and do the whole 2005 job into demo-out/
	$(VENV)/bin/pingyi demo --out demo-out

test: $(VENV)/dev.stamp ## run the tests (ARGS='-k merge' is handed to pytest)
	$(VENV)/bin/python -m pytest -n 2 $(ARGS)

trust: $(VENV)/dev.stamp ## run the slow fault tests in full
	PINGYI_TRUST=full $(VENV)/bin/python -m pytest tests/trust $(ARGS)

lint: lint-rules lint-format lint-types ## ruff check, ruff format --check, mypy

lint-rules: $(VENV)/dev.stamp
	$(VENV)/bin/ruff check .

lint-format: $(VENV)/dev.stamp
	$(VENV)/bin/ruff format --check .

lint-types: $(VENV)/dev.stamp
	$(VENV)/bin/mypy $(SOURCES)

bench: $(BENCH)/bench.stamp ## measure side by side with peers
	$(BENCH)/bin/python -m benchmarks $(ARGS)

screens: $(VENV)/dev.stamp ## take a picture of every page into build/screens
	$(VENV)/bin/python -m tools.screens $(ARGS)

papers: $(VENV)/dev.stamp ## render every paper into build/papers, and open workbooks and texts
	sh scripts/office-programs.sh
	$(VENV)/bin/python -m pytest -q tests/unit/report/test_workbook_opens.py tests/unit/report/test_circulars.py
	$(VENV)/bin/python -m tools.papers $(ARGS)

window: $(VENV)/run.stamp ## set up and open the window
	$(VENV)/bin/pingyi

fonts: $(VENV)/dev.stamp ## cut the fonts again (needs npm and apt) and compare them
	@echo "The cut is described in resources/fonts/README.md; new files go to build/fonts."
	$(VENV)/bin/python tools/cut_fonts.py --out build/fonts --check

texts: $(VENV)/dev.stamp ## bring the Chinese of the windows up to date (resources/translations/)
	$(VENV)/bin/python tools/update_texts.py

package: $(PACKAGE)/package.stamp ## build the program's folder and a Debian package into dist/
	$(PACKAGE)/bin/python -m installer.build

package-check: ## install the package on a bare Debian and start it there (needs root)
	sh installer/check_package.sh

package-windows-check: ## compile the Windows installer on a stand-in folder
	PYTHON="$(PYTHON)" sh installer/windows/check_installer.sh

locks: ## pin the dependencies anew
	sh scripts/pin-dependencies.sh $(PYTHON)

clean: ## remove everything that the other targets made
	rm -rf $(VENV) $(BENCH) $(PACKAGE) demo-out build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find desktop tools benchmarks installer tests -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || :

$(VENV)/made.stamp $(BENCH)/made.stamp $(PACKAGE)/made.stamp: scripts/system-libraries.sh
	PYTHON="$(PYTHON)" sh scripts/system-libraries.sh
	"$(PYTHON)" -m venv --clear $(@D)
	@touch $@

# $(1): a requirements file. Everything is checked against its hash; the project itself is
# installed in place, without build isolation, so nothing else is fetched.
define install
@echo "Installing $(1) into $(@D) …"
@$(@D)/bin/python $(PIP_INSTALL) --require-hashes $(addprefix -r ,$(1))
@$(@D)/bin/python $(PIP_INSTALL) --no-deps --no-build-isolation --editable .
@touch $@
endef

$(VENV)/run.stamp: requirements.lock requirements-build.lock pyproject.toml | $(VENV)/made.stamp
	$(call install,requirements.lock requirements-build.lock)

$(VENV)/dev.stamp: requirements-dev.lock pyproject.toml | $(VENV)/made.stamp
	$(call install,requirements-dev.lock)
	@touch $(VENV)/run.stamp

$(BENCH)/bench.stamp: requirements-bench.lock requirements-build.lock pyproject.toml | $(BENCH)/made.stamp
	$(call install,requirements-bench.lock requirements-build.lock)

$(PACKAGE)/package.stamp: requirements-package.lock requirements-build.lock pyproject.toml | $(PACKAGE)/made.stamp
	$(call install,requirements-package.lock requirements-build.lock)
