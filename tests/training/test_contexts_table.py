"""The table of contexts is learned from articles, the same each time."""

import numpy as np

from khaldun.events.contexts import features
from khaldun.ontology import ontology
from training.contexts import Examples, compare, learn, written

TEXTS = [
    ("Court jails editor", "The court sentenced the editor after a trial; judges heard the prosecutor.", {"legal"}),
    ("Floods kill nine", "Floods and landslides after torrential rains; rescuers searched the rubble.", {"disasters"}),
    ("Bread fair opens", "Bakers from nine towns brought loaves.", set()),
]


def given() -> Examples:
    rows = [features()(title, body) for title, body, _ in TEXTS * 6]
    has = [[label in labels for label in ontology().contexts] for *_, labels in TEXTS * 6]
    return Examples(["a"] * len(rows), np.array(rows), np.array(has, np.float32))


def test_what_was_shown_is_learned_the_same_each_time() -> None:
    examples = given()
    weights = learn(examples)
    assert compare(examples, examples.counts @ weights) == (100.0, 100.0)
    assert written(weights) == written(learn(examples))


def test_the_table_has_a_line_for_each_count_that_says_something() -> None:
    weights = np.zeros((len(features().names), len(ontology().contexts)), np.float32)
    weights[0, 1] = 0.5
    comment, line = written(weights).splitlines()
    assert comment.startswith("# ")
    assert line == f"{features().names[0]}\t{list(ontology().contexts)[1]}=0.50"
