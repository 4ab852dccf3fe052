# What people and CI run. Each target makes its own virtual environment when it is missing.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
PIP = $(BIN)/python -m pip --disable-pip-version-check

.PHONY: help demo test check lint bench faults audit words constraints clean

help: ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

$(VENV)/.run: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(PIP) install -q --require-hashes -r constraints.txt
	$(PIP) install -q --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.test: pyproject.toml constraints-test.txt
	test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	$(PIP) install -q --require-hashes -r constraints-test.txt
	$(PIP) install -q --no-deps --no-build-isolation -e .
	touch $@ $(VENV)/.run

demo: $(VENV)/.run ## a sample office on three phones in the browser; no token needed
	$(BIN)/nhacviec demo

test: check ## everything that must hold

check: lint ## the same: style, types, contracts and catalogues, then the tests (migrations among them), warnings as errors
	$(BIN)/python -m pytest -q -n auto --maxprocesses 4 --dist loadfile

lint: $(VENV)/.test ## the quick part: style, types, import contracts, catalogues
	$(BIN)/ruff check .
	$(BIN)/ruff format --check bot jobs storage locales
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m locales.update --check

bench: $(VENV)/.test ## ratios against floors, measured side by side in one run
	$(BIN)/python -m tests.benchmarks

faults: $(VENV)/.test ## every fault of the matrix, kills and soaks of minutes too; their outcomes go into tests/faults/RESULTS.md
	$(BIN)/python -m pytest -q -m "fault or slow" -n 3 --dist worksteal --timeout 3600
	$(BIN)/python -m tests.faults.results

audit: ## known vulnerabilities of the pinned packages; needs the internet
	$(PYTHON) -m venv .cache/audit
	.cache/audit/bin/python -m pip install -q pip-audit
	.cache/audit/bin/pip-audit -r constraints.txt --require-hashes --disable-pip

words: $(VENV)/.test ## bring the .po files in line with the messages
	$(BIN)/python -m locales.update

constraints: $(VENV)/.test ## pin every package with its hashes, for every Python that we support
	$(BIN)/python -m piptools compile -q --strip-extras --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --build-deps-for editable --allow-unsafe -o constraints.txt pyproject.toml
	$(BIN)/python -m piptools compile -q --strip-extras --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --build-deps-for editable --allow-unsafe --extra test -o constraints-test.txt pyproject.toml

clean: ## drop what was made
	rm -rf $(VENV) .cache build dist *.egg-info
