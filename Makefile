PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: install demo test lint types layers unit accuracy bench lock clean

install: $(STAMP)

$(STAMP): requirements.lock pyproject.toml
	$(PYTHON) tools/check_python.py
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

demo: install
	$(BIN)/python tools/demo.py

test: lint types layers unit

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: install
	$(BIN)/mypy

layers: install
	$(BIN)/lint-imports

unit: install
	$(BIN)/python tools/fonts.py
	$(BIN)/python -m pytest -q -n 2 tests

accuracy: install
	$(BIN)/python tools/fonts.py
	$(BIN)/python -m tests.accuracy

bench: install
	$(BIN)/python -m bench

lock:
	uv pip compile --universal --python-version 3.11 --overrides overrides.txt --extra dev \
		--generate-hashes --output-file requirements.lock pyproject.toml

clean:
	rm -rf $(VENV) mingcha-out build *.egg-info .mypy_cache .ruff_cache .pytest_cache
