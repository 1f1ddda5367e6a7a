# One entry to everything that is done with the project. `make help` lists it.

PYTHON ?= python3
CORPUS ?= ../shared/corpus
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEMO := build/demo

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test check golden tables schema samples picture corpus clean

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# The set-up is redone when the project's needs or the pinned versions change.
$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit("planuttrekk needs Python 3.11 or newer: make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]' -c constraints.txt
	@touch $@

demo: $(READY) ## read the sample plans and show what came out
	@rm -rf $(DEMO)
	$(BIN)/planuttrekk extract samples/sources/* -o $(DEMO)/
	@echo
	$(BIN)/planuttrekk show $(DEMO)/trafikksikkerhetsplan_lunner.json
	@echo
	$(BIN)/planuttrekk show --language nn $(DEMO)/rusplan_hornindal.json
	@echo
	@echo "The JSON of every sample is in $(DEMO)/. To look at another one: $(BIN)/planuttrekk show $(DEMO)/NAME.json"

test: $(READY) ## run the tests; ARGS=... goes to pytest
	$(BIN)/python -m pytest -q -n 2 $(ARGS)

check: $(READY) ## lint, formatting and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

golden: $(READY) ## write the expected output of the samples anew
	$(BIN)/python -m pytest -q -k golden --update-golden

tables: $(READY) ## write docs/tables.md anew from the definition of the exported tables
	$(BIN)/python -m extractor.export.describe > docs/tables.md

schema: $(READY) ## write schemas/*.schema.json anew from the models
	$(BIN)/python -m schemas.export

samples: $(READY) ## make the sample files that are not written by hand
	$(BIN)/python -m samples.make_samples

picture: $(READY) ## draw the picture of the README anew; needs Chromium
	$(BIN)/python -m samples.make_picture

corpus: $(READY) ## score real documents that lie beside the project, if they do
	@if [ -d "$(CORPUS)" ]; then $(BIN)/python tests/corpus_floor.py "$(CORPUS)" $(ARGS) && \
	$(BIN)/python tests/words_found.py --floor 99 --ceiling 0.5 "$(CORPUS)" && \
	$(BIN)/python tests/boxes_hold.py --floor 99 "$(CORPUS)"; \
	else echo "There are no documents at $(CORPUS)."; fi

clean: ## remove everything that was made
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
