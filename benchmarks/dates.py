"""Time expressions against annotated TimeML: `python -m benchmarks.dates benchmarks/data/dates/dev [--errors]`, and how long they take."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from khaldun.evaluate.dates import Piece, evaluate, found, pairs, pieces
from khaldun.reading.sentences import sentences


def errors(piece: Piece) -> list[str]:
    """Missed, spurious and wrongly valued expressions of a document, each with the words before it."""
    mentions = found(piece)
    matched = pairs(piece.marked, mentions)
    golds, hits = {g for g, _ in matched}, {m for _, m in matched}
    out = [f"missed    {_context(piece, g.start, g.end)} {g.value}" for g in piece.marked if g not in golds]
    out += [f"spurious  {_context(piece, m.start, m.end)} {m.value} ({m.rule})" for m in mentions if m not in hits]
    out += [
        f"value     {_context(piece, m.start, m.end)} {g.value} wanted, {m.value} found ({m.rule}; {m.basis})"
        for g, m in matched
        if g.value != m.value
    ]
    out += [
        f"span      [{piece.text[g.start : g.end]}] wanted, [{m.text}] found" for g, m in matched if (g.start, g.end) != (m.start, m.end)
    ]
    return [f"{piece.name:<20} {line}" for line in out]


def _context(piece: Piece, start: int, end: int) -> str:
    return f"{piece.text[max(0, start - 40) : start]}[{piece.text[start:end]}]{piece.text[end : end + 15]}".replace("\n", " ")


def milliseconds(read: list[Piece]) -> float:
    """Mean processor time for a sentence."""
    count = sum(len(sentences(piece.text)) for piece in read)
    start = time.process_time()
    for piece in read:
        found(piece)
    return 1000 * (time.process_time() - start) / count


def main() -> None:
    path = Path(sys.argv[1])
    read = pieces(path)
    if "--errors" in sys.argv:
        for piece in read:
            print("\n".join(errors(piece)))
    for each in evaluate(path):
        print(each)
    print(f"{milliseconds(read):.3f} ms a sentence")


if __name__ == "__main__":
    main()
