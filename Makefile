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

# The pages are tested in a real browser. A Debian machine without one gets the package; as root, or with sudo.
browser: ## the chromium of the system, for the tests of the pages
	@command -v chromium >/dev/null || { \
	  as_root=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  $$as_root apt-get update -qq && \
	  $$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null; }
	@command -v chromium

test: $(VENV)/.installed browser lint types imports ## everything that must hold: lint, types, import directions, tests
	$(BIN)/python -m pytest -n auto --dist loadfile

lint: $(VENV)/.installed ## ruff
	$(BIN)/ruff check src service tests client
	$(BIN)/ruff format --check src service tests client

types: $(VENV)/.installed ## mypy --strict on src, service and client
	$(BIN)/mypy

imports: $(VENV)/.installed ## imports go one way
	$(BIN)/lint-imports

base: ## prove that a built wheel runs the main job without any dev tool
	rm -rf build/base && mkdir -p build/base
	$(PYTHON) -m venv build/base/venv
	build/base/venv/bin/python -m pip install --quiet --disable-pip-version-check .
	cd build/base && venv/bin/matcher demo > demo.txt && head -3 demo.txt
	du -sm build/base/venv | cut -f1 | sed 's/$$/ MB installed/'

# In a place of its own: torch must not come near the base. CPU wheels come from PIP_FIND_LINKS or PIP_EXTRA_INDEX_URL.
ENCODERS := build/encoders/venv
$(ENCODERS)/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(ENCODERS)
	$(ENCODERS)/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[encoders]' pytest
	touch $@

encoders: $(ENCODERS)/.installed ## prove the extra `encoders`: our weights and other models through sentence-transformers
	! $(ENCODERS)/bin/python -m pip list 2> /dev/null | grep -iE '^(nvidia|cuda|triton)'
	$(ENCODERS)/bin/python -m pytest tests/encoders
	du -sm $(ENCODERS) | cut -f1 | sed 's/$$/ MB installed/'

client: ## prove that the client installs by itself, with httpx and nothing of matcher
	rm -rf build/client && mkdir -p build/client
	$(PYTHON) -m venv build/client/venv
	build/client/venv/bin/python -m pip install --quiet --disable-pip-version-check ./client
	cd build/client && venv/bin/python -I -c "from matcher_client import Client; Client('https://matcher.voorbeeld', 'mtr_x').close()"
	! build/client/venv/bin/python -I -c "import matcher" 2> /dev/null

bench: $(VENV)/.installed ## time ranking, import and the demo, side by side
	$(BIN)/python -m matcher.bench

prove: $(VENV)/.installed ## the full proofs: practice cases with every variant, 500 random cases through text and file
	$(BIN)/python -m tests.practice.prove
	$(BIN)/python -m tests.prose.prove
	$(BIN)/python -m tests.dossier.test_made_up 500
	$(BIN)/python -m tests.papers.prove
	$(BIN)/python -m tests.service.prove
	$(BIN)/python -m tests.service.instances
	$(BIN)/python -m tests.documents.leaks 500
	$(BIN)/python -m tests.vacancies.prove
	$(BIN)/python -m tests.vacancies.reach
	$(BIN)/python -m tests.vacancies.reach_shards

accuracy: $(VENV)/.installed ## write docs/accuracy.md: what the measuring files of this repository give
	$(BIN)/python -m tests.accuracy

reader: $(VENV)/.installed ## learn the reader of vacancy texts again, some twenty minutes of two cores
	$(BIN)/python -m matcher.vacancy_text.training models/vacancy_clauses --earlier data/vacancy_texts/earlier \
		$(foreach hand,care technique office shops mind desks homes trades guests board,data/vacancy_texts/$(hand).jsonl.gz) --folds 5 --processes 2

growth: $(VENV)/.installed ## write docs/growth: time and memory from ten thousand to five million vacancies
	$(BIN)/python -m tests.vacancies.growth

openapi: $(VENV)/.installed ## write the published description of the API
	$(BIN)/python -m matcher_service > service/openapi.json

serve: $(VENV)/.installed ## start the service on this machine
	$(BIN)/matcher serve

readme: $(VENV)/.installed ## put the real output of the demo into the README
	$(BIN)/python -m tests.rebuild_readme

.PHONY: help browser demo test lint types imports base client encoders bench prove accuracy reader growth openapi serve readme
