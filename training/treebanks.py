"""The UD treebanks as examples: trees from both, names from GUM's entities, attributions of a plain kind from the trees themselves."""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterator
from pathlib import Path

from training.examples import Anchored, Example, Tree, WordSpan

KIND = {"person": "PER", "organization": "ORG", "place": "LOC", "event": "MISC", "object": "MISC", "abstract": "MISC"}
TITLES = frozenset(
    "mr mrs ms dr president professor prof sir minister senator chief king queen prince princess captain general lord judge justice".split()
)
SAYING = frozenset(
    "say tell add announce report state note claim argue explain insist suggest warn declare admit acknowledge assert deny allege observe "
    "remark confirm write believe".split()
)

Row = list[str]


def conllu(path: Path) -> Iterator[tuple[str, list[Row]]]:
    """Document id and rows (ten columns, no ranges, no empty words) of each sentence."""
    document = ""
    rows: list[Row] = []
    for line in lzma.decompress(path.read_bytes()).decode("utf8").split("\n"):
        if line.startswith("# newdoc"):
            document = line.split("=")[-1].strip()
        elif not line and rows:
            yield document, rows
            rows = []
        elif line and line[0] != "#":
            row = line.split("\t")
            if row[0].isdigit():
                rows.append(row)


def entity_spans(rows: list[Row]) -> list[tuple[int, int, str, bool]]:
    """Start, end, kind and whether it has a Wikipedia title, of GUM's entities that open and close in this sentence."""
    out, stack = [], []
    for i, row in enumerate(rows):
        field = next((f[7:] for f in row[9].split("|") if f.startswith("Entity=")), "")
        for token in re.findall(r"\([^()]+\)?|[^()]+\)", field):
            if token.startswith("("):
                parts = token.strip("()").split("-")
                stack.append((parts[0], i, parts[1] if len(parts) > 1 else "", len(parts) > 7))
            if token.endswith(")"):
                key = token.strip("()").split("-")[0]
                at = next((k for k in range(len(stack) - 1, -1, -1) if stack[k][0] == key), None)
                if at is not None:
                    _, start, kind, linked = stack.pop(at)
                    out.append((start, i + 1, kind, linked))
    return out


def proper(rows: list[Row], start: int, end: int) -> WordSpan | None:
    """The run of proper nouns inside an entity that names it, titles left out."""
    head = next((i for i in range(start, end) if not start <= int(rows[i][6]) - 1 < end), None)
    if head is None or rows[head][3] != "PROPN":
        return None
    a = b = head
    inner = ("of", "and", "for", "the", "&", "-", "'s", "’s", "de", "del", "al")
    while a > start and (rows[a - 1][3] == "PROPN" or rows[a - 1][1].lower() in inner[:6]):
        a -= 1
    while b + 1 < end and (rows[b + 1][3] in ("PROPN", "NUM") or rows[b + 1][1].lower() in inner):
        b += 1
    while a < head and (rows[a][3] != "PROPN" or rows[a][1].lower().strip(".") in TITLES):
        a += 1
    while b > head and rows[b][3] not in ("PROPN", "NUM"):
        b -= 1
    return a, b + 1


def names(rows: list[Row]) -> list[tuple[int, int, str]]:
    """Names of a GUM sentence, longest first where two overlap, and its adjectives of nationality."""
    found = [
        (*w, KIND[k])
        for a, b, k, linked in entity_spans(rows)
        if k in KIND and (k in ("person", "organization", "place") or linked) and (w := proper(rows, a, b))
    ]
    out: list[tuple[int, int, str]] = []
    for a, b, kind in sorted(found, key=lambda s: s[0] - s[1]):
        if all(b <= x or y <= a for x, y, _ in out):
            out.append((a, b, kind))
    for i, row in enumerate(rows[1:], 1):
        if row[3] == "ADJ" and row[1][0].isupper() and row[1][1:].islower() and all(not a <= i < b for a, b, _ in out):
            out.append((i, i + 1, "NAT"))
    return sorted(out)


def subtree(rows: list[Row], top: int, leave_out: frozenset[int] = frozenset()) -> WordSpan:
    """First and last word of everything under `top`, without branches in `leave_out` and punctuation at the edges."""
    inside = {top}
    grown = True
    while grown:
        more = {i for i, r in enumerate(rows) if int(r[6]) - 1 in inside and i not in inside and i not in leave_out}
        grown = bool(more)
        inside |= more
    a, b = min(inside), max(inside) + 1
    while b - a > 1 and rows[b - 1][1] in (",", ".", ";", ":"):
        b -= 1
    while b - a > 1 and rows[a][1] in (",", ";", ":"):
        a += 1
    return a, b


def says(rows: list[Row]) -> list[Anchored]:
    """Attributions that a tree shows plainly: a verb of saying with a subject and a clause."""
    out = []
    children: dict[int, list[int]] = {}
    for i, row in enumerate(rows):
        children.setdefault(int(row[6]) - 1, []).append(i)
    for i, row in enumerate(rows):
        if row[3] != "VERB" or row[2] not in SAYING:
            continue
        below = children.get(i, [])
        subject = next((j for j in below if rows[j][7] == "nsubj"), None)
        clause = next((j for j in below if rows[j][7] == "ccomp"), None)
        if subject is None or (clause is None and row[7] != "parataxis"):
            continue
        top = clause if clause is not None else int(row[6]) - 1
        a, b = subtree(rows, top, frozenset({i}))
        if rows[a][1].lower() == "that" and rows[a][7] == "mark":
            a += 1
        if b - a < 3 or a <= i < b:
            continue
        out.append(Anchored("SAY", None, "asserts", i, {"trigger": [(i, i + 1)], "source": [subtree(rows, subject)], "content": [(a, b)]}))
    return out


def examples(path: Path) -> list[Example]:
    """One example a sentence, in document order; `source` is the document."""
    with_names = "gum" in path.name
    out = []
    for document, rows in conllu(path):
        tree = Tree([r[3] for r in rows], [int(r[6]) for r in rows], [r[7] for r in rows])
        out.append(Example([r[1] for r in rows], [0] * len(rows), tree, names(rows) if with_names else None, None, None, document))
    return out


def spoken(path: Path) -> list[Example]:
    """Sentences with plain attributions, as examples of speech alone."""
    return [Example([r[1] for r in rows], [0] * len(rows), None, None, None, found, d) for d, rows in conllu(path) if (found := says(rows))]
