"""The ranker's columns: one number for each name, and a choice that adds up to one."""

import numpy as np
import pytest

from khaldun.actors.chains import Chain
from khaldun.actors.mentions import Markable
from khaldun.actors.ranker import Ranker, shipped, softmax
from khaldun.actors.salience import COLUMNS, Field, Scene, counts, kind_of, number_of
from khaldun.records import Sentence, Span, Who


def scene(text):
    return Scene(Sentence(0, len(text), "body", 0, ()), 1, text)


def noun(text, start=0):
    words = text.lower().split()
    return Markable("noun", start, start + len(text), text, words[0], words[-1], 1, True)


def chain(text, sort, **more):
    return Chain(Who(text, "country", None, (), None, "name"), sort, Span(text, 500, 500 + len(text)), count=1, **more)


def test_every_row_has_every_column():
    he = Markable("pronoun", 0, 2, "He", "he", "he", 1, True)
    field = Field(he, scene("He left."), [chain("Ada Lind", "person"), chain("Chad", "country")], None, None)
    assert [one.who.name for one in field.chains] == ["Ada Lind"]
    assert {len(row) for row in field.rows()} == {len(COLUMNS)}
    assert len(set(COLUMNS)) == len(COLUMNS)


def test_the_shipped_ranker_was_trained_on_these_columns():
    ranker = shipped()
    assert ranker.hidden.shape[0] == len(COLUMNS)
    it = Markable("pronoun", 0, 2, "It", "it", "it", 1, True)
    shares = ranker(Field(it, scene("It left."), [chain("Chad", "country", name=Span("Chad", 500, 504))], None, None))
    assert shares.shape == (2,)
    assert shares.sum() == pytest.approx(1, abs=1e-3)


def test_a_ranker_scores_by_its_weights():
    hidden = np.zeros((len(COLUMNS), 1), np.float32)
    hidden[0] = 1
    it = Markable("pronoun", 0, 2, "It", "it", "it", 1, True)
    field = Field(it, scene("It left."), [chain("Chad", "country")], None, None)
    assert Ranker(hidden, np.zeros(1, np.float32), np.full(1, 9, np.float32))(field).argmax() == 1
    assert softmax(np.zeros(4, np.float32)).tolist() == [0.25] * 4


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [("both sides", "several", 2), ("the three governments", "several", 3), ("the agency", "one", 0), ("the men", "many", 0),
     ("two men", "many", 2), ("neither side", "several", 2)],
)  # fmt: skip
def test_what_a_phrase_counts(text, kind, number):
    assert (kind_of(noun(text)), number_of(noun(text))) == (kind, number)
    assert counts(noun(text)) == (kind == "several")


@pytest.mark.parametrize(("text", "at", "within"), [('"I go," he said.', 1, True), ('"I go," he said.', 8, False), ("“We go”", 1, True)])
def test_what_stands_within_quotation_marks(text, at, within):
    assert scene(text).quoted(at) is within


def test_a_quotation_that_runs_on():
    begun = Scene(Sentence(0, 9, "body", 0, ()), 1, 'We go," he', opened=True)
    assert begun.quoted(0)
    assert not begun.quoted(8)
