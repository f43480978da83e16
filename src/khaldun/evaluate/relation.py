"""The type of event between two given spans. In: TSV with a marked sentence (`<s>actor</s> … <t>recipient</t>`) and a type. Out: macro F1.

The two halves of CAMEO's yield are one label, of quad 2, as in PLV (Halterman et al. 2023); a predicted NONE is a miss.
"""

from __future__ import annotations

import re
from pathlib import Path

from khaldun.errors import DataError
from khaldun.evaluate.measures import Figure, counted, figure, macro_f1
from khaldun.evaluate.tables import rows
from khaldun.ontology import ontology
from khaldun.reading import Model, relation

_MARK = re.compile(r"</?[st]>")


def spans(marked: str) -> tuple[str, dict[str, tuple[int, int]]]:
    """The sentence without its marks, and the first span that each kind ("s", "t") marks; some pairs name no recipient."""
    out, position = "", 0
    places: dict[str, tuple[int, int]] = {}
    opened: dict[str, int] = {}
    for mark in _MARK.finditer(marked):
        out += marked[position : mark.start()]
        position = mark.end()
        key, closing = mark.group().strip("</>"), mark.group()[1] == "/"
        if closing:
            opened.setdefault(key, -1)
            places.setdefault(key, (opened[key], len(out)))
        else:
            opened[key] = len(out)
    return out + marked[position:], places


def folded(kind: str) -> str:
    """A type as PLV spells it."""
    return ontology().types[kind].plv or kind if kind in ontology().types else kind


def quad(label: str) -> str:
    """The quad of a PLV label."""
    if label == "YIELD":
        return "2"
    return str(ontology().types[label].quad) if label in ontology().types else ""


def evaluate(file: Path) -> list[Figure]:
    """Macro F1 over types, quads and the two classes (cooperation, conflict)."""
    model = Model()
    known = {folded(kind) for kind in ontology().types}
    pairs: list[tuple[str, str]] = []
    for number, row in rows(file, ("marked_sentence", "gold_root")):
        gold = row["gold_root"].strip()
        if folded(gold) not in known:
            raise DataError(f"{file}:{number}: unknown type {gold!r}; known are {', '.join(sorted(known))}")
        sentence, marked = spans(row["marked_sentence"])
        if any(start < 0 for start, _ in marked.values()) or not sentence.strip():
            raise DataError(f"{file}:{number}: a </s> or </t> without its <s> or <t>, or no words")
        answer = relation(sentence, marked.get("s", (0, 0)), marked.get("t", (0, 0)), model)
        pairs.append((folded(gold), max(answer, key=answer.__getitem__)))
    quads = [(quad(g), quad(p)) for g, p in pairs]
    binary = [("cooperation" if g in "12" else "conflict", "" if not p else "cooperation" if p in "12" else "conflict") for g, p in quads]
    return [
        figure("relation, types, macro F1", pairs, macro_f1),
        figure("relation, quads, macro F1", quads, macro_f1),
        figure("relation, two classes, macro F1", binary, macro_f1),
        *(figure(f"  {label}, F1", [_one(pair, label) for pair in pairs], counted) for label in sorted({g for g, _ in pairs})),
    ]


def _one(pair: tuple[str, str], label: str) -> tuple[float, float, float]:
    gold, predicted = pair
    return float(gold == predicted == label), float(predicted == label), float(gold == label)
