from pathlib import Path

import pytest

from khaldun.errors import DataError
from khaldun.evaluate.annotated import documents, find, parse

CORPUS = Path(__file__).parents[2] / "training" / "corpus"
SAMPLE = """@ prose-x-1 | 2024-07-12 | contexts=diplomatic
= Envoys leave

Iran said on Monday that Iran had expelled two of its inspectors.
  SAY: said | by Iran | that Iran#2 … inspectors | on Monday
  SANCTION expel: expelled | by Iran#2 | to two of its inspectors
  NAMES: LOC Iran
  REF: its = the agency
"""


def test_a_document_is_read_with_exact_offsets() -> None:
    (document,) = parse(SAMPLE, "sample")
    (line,) = document.lines
    (event,) = line.events
    assert (document.title, document.facts) == ("Envoys leave", {"contexts": "diplomatic"})
    assert (event.type, event.mode, event.status) == ("SANCTION", "expel", "actual")
    assert line.text[slice(*event.fields["by"][0])] == "Iran"
    assert event.fields["by"][0][0] == line.text.rindex("Iran")
    assert line.text[slice(*line.speech[0].fields["that"][0])] == "Iran had expelled two of its inspectors"
    assert [line.text[a:b] for a, b, _ in line.names] == ["Iran", "Iran"]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("  FOO: said", "unknown event type 'FOO'"),
        ("  SANCTION bomb: said", "SANCTION has no mode 'bomb'"),
        ("  SANCTION: nowhere", "'nowhere' stands 0 times"),
        ("  SANCTION: said | of Iran", "expected one of by"),
        ("  NAMES: DOG Iran", "unknown kind of name 'DOG'"),
    ],
)
def test_a_wrong_line_is_named(wrong: str, message: str) -> None:
    with pytest.raises(DataError, match="sample:9") as error:
        list(parse(SAMPLE + wrong, "sample"))
    assert message in str(error.value)


def test_whole_words_are_meant_before_parts_of_words() -> None:
    assert find("Iranian forces left Iran", "Iran") == (20, 24)


@pytest.mark.parametrize("file", sorted(CORPUS.rglob("*.txt")), ids=lambda f: f.stem)
def test_the_corpus_has_no_wrong_line(file: Path) -> None:
    assert list(documents(file))


def test_no_document_stands_twice() -> None:
    ids = [d.id for part in ("items", "prose", "pairs") for f in sorted((CORPUS / part).rglob("*.txt")) for d in documents(f)]
    assert len(ids) == len(set(ids))
