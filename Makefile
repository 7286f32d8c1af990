# The tool's tasks. Each makes the virtual environment .venv first where it is missing or old,
# from the locked list requirements/dev.txt and nothing else. `make` alone lists them.

PYTHON ?= python3
# More for pytest: make test ARGS='-k printer'
ARGS ?=
# How many files and lines `make fuzz` changes, the seed of its chance, one run of it alone, how long.
INPUTS ?=
SEED ?=
ONLY ?=
# make lock UPGRADE=1 takes newer versions; without it only what changed is resolved anew.
UPGRADE ?=

# The tools that make and audit the locks live apart, so that neither is in them.
UV_VERSION := 0.13.9
PIP_AUDIT_VERSION := 2.10.1

PIP_INSTALL := -m pip install --quiet --disable-pip-version-check --progress-bar off
STAMP := .venv/.installed
UV := .tools/uv-$(UV_VERSION)
PIP_AUDIT := .tools/pip-audit-$(PIP_AUDIT_VERSION)

# A virtual environment holds its own path. In a folder that was moved it is made anew.
ifneq ($(shell test "$$(cat $(STAMP) 2>/dev/null)" = "$$(pwd -P)" && echo here),here)
.PHONY: $(STAMP)
endif

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test check fuzz bench messages schemas man rules lock audit clean python

help: ## list the tasks
	@sed -n 's/^\([a-z]*\):.*## /  \1	/p' Makefile | expand -t 12

demo: $(STAMP) ## quote the example customer
	.venv/bin/hp-priority quote --request examples/example-customer.yaml

test: $(STAMP) ## run the tests (ARGS='...' for pytest)
	.venv/bin/python -m pytest --numprocesses auto --dist loadfile $(ARGS)

check: $(STAMP) ## check style, types, the order of the rooms and the shipped data
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/lint-imports --no-logo
	.venv/bin/hp-priority check data --strict

fuzz: $(STAMP) ## try 20,000 changed files on every command (INPUTS=..., SEED=..., ONLY=..., FOR=seconds)
	PYTHONPATH=tests .venv/bin/python -m fuzz $(if $(INPUTS),--inputs $(INPUTS)) $(if $(FOR),--seconds $(FOR)) \
	    $(if $(SEED),--seed $(SEED)) $(if $(ONLY),--only $(ONLY))

bench: $(STAMP) ## measure what grows with data and requests, and what a start costs
	.venv/bin/python benchmarks/run.py

messages: $(STAMP) ## compile the sentences (.po to .mo)
	for po in src/hp_priority_cli/presentation/locale/*/LC_MESSAGES/*.po; do \
	    .venv/bin/pybabel --quiet compile --input-file "$$po" --output-file "$${po%.po}.mo" || exit 1; \
	done

schemas: $(STAMP) ## remake schemas/v1/*.json
	names=$$(.venv/bin/hp-priority schema) || exit 1; for name in $$names; do \
	    .venv/bin/hp-priority schema $$name --force --output schemas/v1/$$name.json || exit 1; \
	done

man: $(STAMP) ## remake the manual, docs/man
	.venv/bin/python -m hp_priority_cli.cli.manual docs/man

rules: $(STAMP) ## remake docs/rules/README.md
	PYTHONPATH=tests .venv/bin/python tests/rule_pages.py

lock: $(UV) ## remake requirements/*.txt (UPGRADE=1 for newer versions)
	$(call compile,requirements/runtime.txt)
	$(call compile,requirements/dev.txt,--group dev --all-extras --constraints requirements/runtime.txt)

audit: $(PIP_AUDIT) ## ask the vulnerability database about the locked versions
	@# --strict: a package the database could not be asked about is a failure, not a pass.
	$(PIP_AUDIT)/bin/pip-audit --strict --disable-pip --require-hashes \
	    --requirement requirements/runtime.txt --requirement requirements/dev.txt

clean: ## remove the environments, builds and caches
	rm -rf .venv .tools .fuzz build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis \
	    .import_linter_cache
	find src tests -name __pycache__ -prune -exec rm -rf {} +

# Universal: one list for every CPython from 3.11 on, on Linux, macOS and Windows.
# $(1): the file, $(2): further options
compile = $(UV)/bin/uv pip compile pyproject.toml --quiet --no-config --universal \
    --python $(UV)/bin/python --no-python-downloads --python-version 3.11 \
    --generate-hashes --no-annotate --custom-compile-command 'make lock' \
    $(if $(UPGRADE),--upgrade) $(2) --output-file $(1)

$(STAMP): requirements/dev.txt pyproject.toml | python
	$(PYTHON) -m venv --clear .venv
	.venv/bin/python $(PIP_INSTALL) --require-hashes --requirement requirements/dev.txt
	.venv/bin/python $(PIP_INSTALL) --no-deps --no-build-isolation --editable .
	@pwd -P > $@

$(UV): | python
	$(PYTHON) -m venv --clear $@
	$@/bin/python $(PIP_INSTALL) uv==$(UV_VERSION) || { rm -rf $@; exit 1; }

$(PIP_AUDIT): | python
	$(PYTHON) -m venv --clear $@
	$@/bin/python $(PIP_INSTALL) pip-audit==$(PIP_AUDIT_VERSION) || { rm -rf $@; exit 1; }

python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	    echo "'$(PYTHON)' is not Python 3.11 or newer: name one, as in  make PYTHON=python3.12 ..." >&2; \
	    exit 1; }
