"""Speed of `who`, and its accuracy and that of reference on given files.

    python -m benchmarks.actors phrases FILE            a table: phrase, date, country, sectors, name ("-" where nothing is asked)
    python -m benchmarks.actors reference FILE… [--held-out | --own] [--given | --read]
    python -m benchmarks.actors speed FILE              phrases a second, and how long the first takes

Reference is scored on the REF layer of corpus files: a mention is right where it leads to the name annotated (or to the same entity of
the gazetteer), to all of several, or to nobody where the text leaves it open. Names and sayings are those of the annotation and trees
those of the shipped model; with `--given` there are no trees, with `--read` the model also finds sentences, names and sayings.
"""

from __future__ import annotations

import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from khaldun.actors import resolve, who
from khaldun.actors.chains import name_words
from khaldun.actors.mentions import OWNING, PRONOUNS
from khaldun.evaluate.annotated import Document, documents, held_out
from khaldun.reading import Model, read
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


def treed(text: str, article: Article, reading: Reading, model: Model) -> Reading:
    """The same reading with the words and trees of a model."""
    (parsed,) = read(text, [article], model)
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
    told = [mention for mention in found if mention.antecedent or mention.who.kind != "unknown"]
    have = [name_words(mention.antecedent.text if mention.antecedent else mention.text) for mention in told]
    want = [name_words(name) for name in wanted]
    return len(have) == len(want) and all(any(a and (a <= b or b <= a) for a in have) for b in want)


def by_paragraph(text: str, article: Article, reading: Reading) -> Article:
    """The same article with a paragraph, not a line, for each span of its body."""
    ends: dict[int, tuple[int, int]] = {}
    for sentence in reading.sentences:
        start, _ = ends.get(sentence.paragraph, (sentence.start, 0))
        ends[sentence.paragraph] = (start, sentence.end)
    return Article(article.id, article.page_id, 0, None, tuple(Span(text[a:b], a, b) for a, b in ends.values()))


def of_span(mentions: tuple[Mention, ...], start: int, end: int) -> list[Mention]:
    """The mentions of an annotated span: its own, else of the phrase that begins it ("the minister in charge"), else of what ends it."""
    exact = [mention for mention in mentions if (mention.start, mention.end) == (start, end)]
    first = [mention for mention in mentions if mention.start == start and mention.end < end][:1]
    return exact or first or [mention for mention in mentions if mention.end == end and mention.start >= start][-1:]


def kinds_of(written: str, gold: str) -> tuple[str, ...]:
    """The kinds of mention that an annotated one counts among."""
    words = written.lower().split()
    if gold == "?":
        return "all", "left open"
    if " + " in gold and len(words) > 1:
        return "all", "phrases", "several"
    if len(words) > 1:
        return "all", "phrases", "owned" if words[0] in OWNING else "definite"
    return "all", "pronouns", words[0] if words[0] in ("his", "its", "their") else PRONOUNS.get(words[0], "others")


def reference(paths: list[Path], part: bool | None, how: str) -> dict[str, float]:
    """Share of annotated references resolved, over all and by kind. `how`: "given", "trees" or "read"."""
    hits: Counter[str] = Counter()
    total: Counter[str] = Counter()
    model = None if how == "given" else Model()
    for document in (document for path in paths for document in documents(path)):
        if part is not None and part != held_out(document.id, document.date):
            continue
        text, article, reading, wanted = built(document)
        if not wanted:  # not annotated with this layer
            continue
        if model:
            article = by_paragraph(text, article, reading) if how == "read" else article
            reading = read(text, [article], model)[0] if how == "read" else treed(text, article, reading, model)
        mentions = resolve(article, reading, on=document.date)
        for start, end, gold in wanted:
            hit = right(of_span(mentions, start, end), gold, document.date)
            kinds = kinds_of(text[start:end], gold)
            hits.update(dict.fromkeys(kinds, hit))
            total.update(kinds)
    return {"references": total["all"], **{f"{kind} ({n})": round(hits[kind] / n, 3) for kind, n in total.most_common()}}


def main(arguments: list[str]) -> int:
    """Prints one line of figures."""
    task, *rest = arguments or ["help"]
    paths = [Path(name) for name in rest if not name.startswith("--")]
    part = True if "--held-out" in rest else False if "--own" in rest else None
    if task == "phrases" and paths:
        print(phrases(paths[0]))
    elif task == "speed" and paths:
        print(speed(paths[0]))
    elif task == "reference" and paths:
        print(reference(paths, part, "read" if "--read" in rest else "given" if "--given" in rest else "trees"))
    else:
        print(__doc__, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
