"""Speed of `who`, and its accuracy and that of reference on given files.

    python -m benchmarks.actors phrases FILE            a table: phrase, date, country, sectors, name ("-" where nothing is asked)
    python -m benchmarks.actors reference FILE… [--held-out | --own] [--read]   corpus files; `--read` takes trees from the shipped model
    python -m benchmarks.actors speed FILE              phrases a second, and how long the first takes

Reference is scored on the REF layer, with the names and sayings of the annotation: a mention is right where it leads to the name
annotated (or to the same entity of the gazetteer), to all of several, or to nobody where the text leaves it open.
"""

from __future__ import annotations

import hashlib
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from khaldun.actors import resolve, who
from khaldun.actors.chains import name_words
from khaldun.evaluate.annotated import Document, documents
from khaldun.records import Article, Mention, Name, NameKind, Reading, Saying, Sentence, Span, Word

KINDS: dict[str, NameKind] = {"PER": "person", "ORG": "organisation", "LOC": "place", "NAT": "nationality", "MISC": "other"}
WORD = re.compile(r"\w+(?:[-.]\w+)*|'s|’s|[^\w\s]")
Reference = tuple[int, int, str]


def rows(path: Path) -> Iterator[list[str]]:
    """The lines of a table of phrases."""
    for line in path.read_text("utf8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.split("\t")


def phrases(path: Path) -> dict[str, float]:
    """Shares of countries, sectors (all and none other), names, and of phrases with everything right."""
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for phrase, on, country, sectors, name in rows(path):
        found = who(phrase, on=None if on == "-" else on)
        hits = {
            "country": found.country == (None if country == "-" else country),
            "sectors": set(found.sectors) == (set() if sectors == "-" else set(sectors.split(","))),
        }
        if name != "-":
            hits["name"] = found.name == name
        hits["all"] = all(hits.values())
        right.update(kind for kind, hit in hits.items() if hit)
        asked.update(list(hits))
    return {kind: round(right[kind] / asked[kind], 3) for kind in asked}


def speed(path: Path) -> dict[str, float]:
    """How long the first phrase takes (it loads the tables), and how many a second of processor time follow, none of them remembered."""
    cases = [(row[0], None if row[1] == "-" else row[1]) for row in rows(path)]
    began = time.process_time()
    who.__wrapped__(*cases[0][:1], on=cases[0][1])
    loaded = time.process_time() - began
    for phrase, on in cases:
        who.__wrapped__(phrase, on=on)
    began = time.process_time()
    for _ in range(10):
        for phrase, on in cases:
            who.__wrapped__(phrase, on=on)
    return {"load_ms": round(1000 * loaded), "phrases_per_s": round(10 * len(cases) / (time.process_time() - began))}


def built(document: Document) -> tuple[str, Article, Reading, list[Reference]]:
    """A corpus document as an article with its annotated names and sayings, its words without trees, and its references."""
    text, spans, sentences, references = "", [], [], []
    for line in document.lines:
        base = len(text)
        text += f"{line.text}\n"
        words = tuple(Word(base + m.start(), base + m.end(), "X", -1, "dep") for m in WORD.finditer(line.text))
        names = tuple(Name(line.text[a:b], base + a, base + b, KINDS[kind]) for a, b, kind in line.names)
        said = tuple(
            Saying(at(line.text, act.trigger, base), act.mode or "", 1.0,
                   tuple(at(line.text, span, base) for span in act.fields.get("by", ())),
                   tuple(at(line.text, span, base) for span in act.fields.get("that", ())))
            for act in line.speech
        )  # fmt: skip
        sentences.append(Sentence(base, base + len(line.text), "body", line.paragraph, words, names, (), said))
        spans.append(Span(line.text, base, base + len(line.text)))
        references += [(base + a, base + b, name) for a, b, name in line.refs]
    return text, Article(document.id, "page", 0, None, tuple(spans)), Reading(document.id, tuple(sentences)), references


def at(text: str, span: tuple[int, int], base: int) -> Span:
    """A span of a line as one of the article."""
    return Span(text[span[0] : span[1]], base + span[0], base + span[1])


def treed(text: str, article: Article, reading: Reading) -> Reading:
    """The same reading with the words and trees of the shipped model."""
    from khaldun.reading import Model, read

    (parsed,) = read(text, [article], Model())
    out = []
    for sentence in reading.sentences:
        words: list[Word] = []
        for other in parsed.sentences:
            if sentence.start <= other.start and other.end <= sentence.end:
                base = len(words)
                words += [Word(w.start, w.end, w.upos, w.head + base if w.head >= 0 else -1, w.rel) for w in other.words]
        out.append(Sentence(sentence.start, sentence.end, "body", sentence.paragraph, tuple(words), sentence.names, (), sentence.sayings))
    return Reading(reading.article_id, tuple(out))


def right(found: list[Mention], gold: str, on: str) -> bool:
    """Whether the mentions of a span mean whom the annotation says."""
    if gold == "?":
        return all(mention.antecedent is None for mention in found)
    wanted = gold.split(" + ")
    ids = [who(name, on=on).actor_id for name in wanted]
    if all(ids) and sorted(map(str, ids)) == sorted(mention.who.actor_id or "" for mention in found):
        return True
    have = [
        name_words(mention.antecedent.text if mention.antecedent else mention.text) for mention in found if mention.who.kind != "unknown"
    ]
    want = [name_words(name) for name in wanted]
    return len(have) == len(want) and all(any(a and (a <= b or b <= a) for a in have) for b in want)


def reference(paths: list[Path], held_out: bool | None, trees: bool) -> dict[str, float]:
    """Share of annotated references resolved, over all, and over pronouns and phrases apart."""
    hits: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for document in (document for path in paths for document in documents(path)):
        if held_out is not None and held_out != (int(hashlib.sha256(document.id.encode()).hexdigest(), 16) % 5 == 0):
            continue
        text, article, reading, wanted = built(document)
        mentions = resolve(article, treed(text, article, reading) if trees else reading, on=document.date)
        for start, end, gold in wanted:
            found = [mention for mention in mentions if (mention.start, mention.end) == (start, end)]
            found = found or [mention for mention in mentions if mention.end == end and mention.start >= start][-1:]
            kind = "phrases" if " " in text[start:end] else "pronouns"
            hit = right(found, gold, document.date)
            hits.update({"all": hit, kind: hit})
            total.update(("all", kind))
    return {"references": total["all"], **{kind: round(hits[kind] / total[kind], 3) for kind in total}}


def main(arguments: list[str]) -> int:
    """Prints one line of figures."""
    task, *rest = arguments or ["help"]
    paths = [Path(name) for name in rest if not name.startswith("--")]
    held_out = True if "--held-out" in rest else False if "--own" in rest else None
    if task == "phrases" and paths:
        print(phrases(paths[0]))
    elif task == "speed" and paths:
        print(speed(paths[0]))
    elif task == "reference" and paths:
        print(reference(paths, held_out, "--read" in rest))
    else:
        print(__doc__, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
