# Recipes. `make` lists them. Each sets up what it needs: on a fresh machine `make demo` and `make test` are enough.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

help: ## list the recipes
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 16

# The stamp is newer than pyproject.toml only when the last install went well.
$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch $@

demo: $(VENV)/.installed ## run the main job on the shipped, invented example
	$(BIN)/matcher demo

test: $(VENV)/.installed lint types imports ## everything that must hold: lint, types, import directions, tests
	$(BIN)/python -m pytest

lint: $(VENV)/.installed ## ruff
	$(BIN)/ruff check src tests
	$(BIN)/ruff format --check src tests

types: $(VENV)/.installed ## mypy --strict on src
	$(BIN)/mypy

imports: $(VENV)/.installed ## imports go one way
	$(BIN)/lint-imports

base: ## prove that a built wheel runs the main job without any dev tool
	rm -rf build/base && mkdir -p build/base
	$(PYTHON) -m venv build/base/venv
	build/base/venv/bin/python -m pip install --quiet --disable-pip-version-check .
	cd build/base && venv/bin/matcher demo > demo.txt && head -3 demo.txt
	du -sm build/base/venv | cut -f1 | sed 's/$$/ MB installed/'

bench: $(VENV)/.installed ## time ranking, import and the demo, side by side
	$(BIN)/python -m matcher.bench

prove: $(VENV)/.installed ## the full proofs: practice cases with every variant, 500 random cases through text and file
	$(BIN)/python -m tests.practice.prove
	$(BIN)/python -m tests.prose.prove
	$(BIN)/python -m tests.dossier.test_made_up 500
	$(BIN)/python -m tests.papers.prove

readme: $(VENV)/.installed ## put the real output of the demo into the README
	$(BIN)/python -m tests.rebuild_readme

.PHONY: help demo test lint types imports base bench prove readme
