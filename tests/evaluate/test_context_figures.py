"""Contexts of articles against the headers of corpus files."""

from pathlib import Path

import pytest

from khaldun.errors import DataError
from khaldun.evaluate import evaluate
from khaldun.evaluate.annotated import context_labels, held_out, parse
from khaldun.evaluate.contexts import Pair, macro
from khaldun.evaluate.contexts import evaluate as measure

TEXT = "= Nuclear talks stall\nInspectors of the atomic energy agency found enriched uranium, and the nuclear talks stalled.\n"


def test_contexts_are_measured(tmp_path: Path) -> None:
    file = tmp_path / "x.txt"
    file.write_text(f"@ prose-x-1 | 2024-07-12 | contexts=cbrn, diplomatic\n{TEXT}", "utf8")
    figures = {f.name.strip(): f.value for f in evaluate("contexts", file)}
    assert figures["contexts, precision"] == 100.0
    assert figures["cbrn, F1"] == 100.0


def test_an_empty_list_is_no_context_and_no_list_is_left_out(tmp_path: Path) -> None:
    empty, missing = parse("@ a | 2024-01-01 | contexts=\nIt rained.\n@ b | 2024-01-01\nIt rained.\n", "x.txt")
    assert context_labels(empty) == frozenset()
    assert context_labels(missing) is None
    file = tmp_path / "x.txt"
    file.write_text("@ b | 2024-01-01\nIt rained.\n", "utf8")
    with pytest.raises(DataError, match="no article with 'contexts='"):
        evaluate("contexts", file)


def test_an_unknown_context_is_named_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "x.txt"
    file.write_text("@ a | 2024-01-01 | contexts=cbrn,weather\nIt rained.\n", "utf8")
    with pytest.raises(DataError, match=r"x.txt:1: unknown context 'weather'; the ontology has military"):
        evaluate("contexts", file)


def test_of_a_folder_what_is_held_out_is_measured(tmp_path: Path) -> None:
    names = [f"prose-x-{i}" for i in range(40)]
    (tmp_path / "x.txt").write_text("".join(f"@ {n} | 2024-01-01 | contexts=\nIt rained.\n" for n in names), "utf8")
    assert measure(tmp_path)[0].items == sum(held_out(n, "2024-01-01") for n in names)


def test_macro_is_over_the_contexts_of_the_gold() -> None:
    rows: list[Pair] = [(frozenset({"cbrn"}), frozenset({"cbrn", "legal"})), (frozenset({"health"}), frozenset())]
    assert macro(rows) == 50.0
