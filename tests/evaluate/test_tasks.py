"""Each task reads its format, measures, and names the line that is wrong."""

from pathlib import Path

import pytest

from khaldun.errors import DataError, UsageError
from khaldun.evaluate import TASKS, evaluate
from khaldun.evaluate.measures import Figure, figure, macro_f1, matched
from khaldun.evaluate.relation import spans

HEADER = "sentence_id\tsentence\tmarked_sentence\tsource\ttarget\tgold_root\tgold_penta\n"
ROW = "1\tChad accused Libya.\t<s>Chad</s> accused <t>Libya</t>.\tChad\tLibya\tACCUSE\t3\n"
TREE = "1\tRebels\t_\tNOUN\t_\t_\t2\tnsubj\t_\t_\n2\tfled\t_\tVERB\t_\t_\t0\troot\t_\t_\n\n"
BRAT = "T1\tSource 0 5\tMr Ba\nT2\tCue 6 10\tsaid\nT3\tContent 11 19\the fled.\nE1\tAttribution:T4 Source:T1 Cue:T2 Content:T3\n"
CORPUS = "@ prose-x-1 | 2024-07-12\nPolice arrested the editor.\n  COERCE arrest: arrested | by Police | to editor\nIt rained.\n"


def by_name(figures: list[Figure]) -> dict[str, float]:
    return {f.name.strip(): f.value for f in figures}


def test_relation_measures_types_quads_and_classes(tmp_path: Path) -> None:
    file = tmp_path / "plv.tsv"
    file.write_text(HEADER + ROW, "utf8")
    assert by_name(evaluate("relation", file))["relation, types, macro F1"] == 100.0


def test_trees_are_measured(tmp_path: Path) -> None:
    file = tmp_path / "x.conllu"
    file.write_text(TREE, "utf8")
    assert set(by_name(evaluate("trees", file))) == {"UPOS", "UAS", "LAS"}


def test_sides_are_measured(tmp_path: Path) -> None:
    file = tmp_path / "x.conll"
    file.write_text("Kenya B-S\naccused O\nSomalia B-T\n. O\n\n", "utf8")
    assert by_name(evaluate("sides", file))["source spans, partial F1"] == 100.0


def test_speech_is_measured(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Mr Ba said he fled.", "utf8")
    (tmp_path / "a_1.ann").write_text(BRAT, "utf8")
    assert by_name(evaluate("speech", tmp_path))["speech, cue, exact, F1"] == 100.0


def test_events_are_measured(tmp_path: Path) -> None:
    file = tmp_path / "x.txt"
    file.write_text(CORPUS, "utf8")
    assert by_name(evaluate("events", file))["events, prose, type + actors + recipients, F1"] == 100.0
    assert by_name(evaluate("false-events", file))["false events per 100 sentences without one"] == 0.0


@pytest.mark.parametrize(
    ("task", "text", "message"),
    [
        ("relation", HEADER.replace("gold_root", "root") + ROW, ":1: no column gold_root"),
        ("relation", HEADER + ROW.replace("ACCUSE", "BLAME"), ":2: unknown type 'BLAME'"),
        ("relation", HEADER + "1\tx\n", ":2: 2 cells where the header has 7"),
        ("relation", HEADER + ROW.replace("<s>", ""), ":2: a </s>"),
        ("sides", "Kenya B-X\n", ":1: expected 'word TAG'"),
        ("trees", "1\tx\n", ":1: 2 columns"),
        ("events", "no header\n", ":1: text before the first"),
        ("events", "@ a | 2024-01-01\nIran left.\n  FLEE: left\n", ":3: unknown event type 'FLEE'"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, task: str, text: str, message: str) -> None:
    file = tmp_path / "wrong.txt"
    file.write_text(text, "utf8")
    with pytest.raises(DataError) as error:
        evaluate(task, file)
    assert message in str(error.value)


def test_unknown_tasks_and_missing_files_are_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="choose one of"):
        evaluate("guess", tmp_path)
    for task in TASKS:
        with pytest.raises(UsageError, match="is not there"):
            evaluate(task, tmp_path / "nothing")


def test_binary_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "x.tsv"
    file.write_bytes(b"\xff\xfe\x00\x01")
    with pytest.raises(DataError, match="not UTF-8"):
        evaluate("relation", file)


def test_marks_are_taken_out_with_their_places() -> None:
    text, places = spans("<s>Chad</s> accused <t>Libya</t> and <t>Niger</t>.")
    assert text == "Chad accused Libya and Niger."
    assert {k: text[a:b] for k, (a, b) in places.items()} == {"s": "Chad", "t": "Libya"}


def test_measures() -> None:
    assert macro_f1([("A", "A"), ("B", "A")]) == pytest.approx((200 / 3) / 2)
    assert matched([{1, 2}, {5}], [{5}, {1}])
    assert not matched([{1}], [{1}, {2}])
    found = figure("x", [1.0, 0.0, 1.0, 1.0], lambda rows: 100 * sum(rows) / len(rows))
    assert found.value == 75.0
    assert found.low <= 75.0 <= found.high
