"""How far two independent readings of the same texts agree: `python -m training.agreement` compares `corpus/twice` with the corpus."""

from __future__ import annotations

from khaldun.evaluate.annotated import Line
from khaldun.evaluate.events import Compared, compare, figures, told
from khaldun.evaluate.measures import Figure, counted, figure
from training import annotations as corpus


def lines(*parts: str) -> dict[tuple[str, int], Line]:
    """Text lines by document and number."""
    return {(d.id, i): line for d in corpus.load(corpus.CORPUS, *parts) for i, line in enumerate(d.lines)}


def speech(first: Line, second: Line) -> tuple[float, float, float]:
    """Attributions whose cues touch and whose sources are the same words."""
    one, two = ([(act.trigger, act.fields.get("by", ())) for act in line.speech] for line in (first, second))
    hits = sum(any(c[0] < k[1] and k[0] < c[1] and s == t for k, t in two) for c, s in one)
    return hits, len(two), len(one)


def names(first: Line, second: Line) -> tuple[float, float, float]:
    """Names with the same span and kind."""
    return len(set(first.names) & set(second.names)), len(second.names), len(first.names)


def agreement() -> list[Figure]:
    """F1 of the second readings against the first: items and prose apart."""
    first, second = lines("items", "prose", "pairs"), lines("twice")
    out: list[Figure] = []
    for label, items in (("items", True), ("prose", False)):
        pairs = [(first[key], line) for key, line in second.items() if key[0].startswith("ce-") == items]
        rows: list[Compared] = [compare([told(a.text, x) for x in a.events], [told(b.text, x) for x in b.events]) for a, b in pairs]
        out += figures(f"agreement, {label}", rows)
        if not items:
            out.append(figure("agreement, prose, speech with source, F1", [speech(a, b) for a, b in pairs], counted))
            out.append(figure("agreement, prose, names, F1", [names(a, b) for a, b in pairs], counted))
    return out


if __name__ == "__main__":
    print("\n".join(map(str, agreement())))
