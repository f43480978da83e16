"""How well copies, stories and happenings are found, and how fast.

python -m benchmarks.stories copies [--pages]     ARI over articles as they were split by hand, or over composed pages split by Khaldun
python -m benchmarks.stories speed [--articles N]  articles a CPU-second through sketch, search and index in a record's file
python -m benchmarks.stories happenings [--held-out]   B-cubed and wrong merges: the gold alone, amid a crowd, and blurred
python -m benchmarks.stories happenings --read [--held-out]   the same from raw text, reports and crowd read by Khaldun
python -m benchmarks.stories stories [--held-out]      B-cubed of stories
"""

from __future__ import annotations

import argparse
import sqlite3
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import mean

from benchmarks.grouping import Groups, adjusted_rand, bcubed, wrong_merges
from benchmarks.story_copies import Version, bases, handwritten, headlines, many, reports, versions
from benchmarks.story_crowd import crowd, gathered
from benchmarks.story_data import Told, blurred, in_stories, told
from benchmarks.story_reads import OTHER, placed, read, read_crowd
from khaldun import Reader, articles, pages
from khaldun.errors import InputError
from khaldun.record import copies
from khaldun.stories import grouped, sketch

SEEDS = range(100, 103)
"""Blurs that figures are the mean of."""

INDEX = """
CREATE TABLE sketches (seq INTEGER PRIMARY KEY, hashes BLOB NOT NULL);
CREATE TABLE sketch_keys (key INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (key, seq)) WITHOUT ROWID;
"""
"""The tables of a record that the index of copies uses."""


def index(texts: Iterable[str], path: str = ":memory:") -> list[int]:
    """For each text, the number of the first text that it is a copy of: its own, if of none."""
    connection = sqlite3.connect(path)
    connection.executescript(INDEX)
    firsts = []
    for number, text in enumerate(texts, 1):
        mine = sketch(text)
        first = copies.find(connection, mine)
        if first is None:
            copies.enter(connection, number, mine)
        firsts.append(first.seq if first else number)
    connection.commit()
    connection.close()
    return firsts


def measure_copies(*, paged: bool) -> None:
    """The adjusted Rand index over made versions, handwritten variants and reports of the same happenings."""
    found = bases()
    made = versions(found)
    given = _split(made, found) if paged else [*made, *(Version(found[v.appended], v.appended, "appended") for v in made if v.appended)]
    given += [*handwritten(), *reports()]
    firsts = index(version.text for version in given)
    gold: Groups = {str(number): version.base for number, version in enumerate(given)}
    ours: Groups = {str(number): first for number, first in enumerate(firsts)}
    print(f"copies: {len(given)} articles from {len(set(gold.values()))}: ARI {adjusted_rand(gold, ours):.3f}, "
          f"wrong merges {wrong_merges(gold, ours):.3f}")  # fmt: skip


def _split(made: Sequence[Version], found: dict[str, str]) -> list[Version]:
    """Each version as a page of plain text with a headline, the appended article with its own after it; split by Khaldun, each article
    found given to the one of the two whose words it has most of."""
    out, titles = [], headlines()
    for number, version in enumerate(made):
        parts = [(version.base, version.text)] + ([(version.appended, found[version.appended])] if version.appended else [])
        text = "\n\n".join(f"{titles[name]}\n\n" + body.replace("\n", "\n\n") for name, body in parts)
        try:
            page = pages.read(text.encode(), uri=f"page:{number}", media_type="text/plain", charset="utf-8")
        except InputError:
            continue
        for article in articles.split(page).articles:
            body = "\n".join(span.text for span in article.body)
            name = max(parts, key=lambda part: len(set(body.split()) & set(part[1].split())))[0]
            out.append(version._replace(text=body, base=name))
    return out


def measure_speed(count: int) -> None:
    """Articles a CPU-second, all in one process, the index in a file."""
    texts = list(many(count))
    with tempfile.TemporaryDirectory() as folder:
        begun = time.process_time()
        firsts = index(texts, str(Path(folder) / "index.db"))
        spent = time.process_time() - begun
    kept = sum(first == number for number, first in enumerate(firsts, 1))
    print(f"speed: {count} articles in {spent:.1f} CPU-s: {count / spent:.0f} a CPU-second; {count - kept} are copies")


def measure_happenings(name: str, *, odd: bool) -> None:
    """The gold with all that is known of places, with words only, amid the crowd, and blurred amid the crowd."""
    others = gathered(crowd(odd=odd))
    bare = gathered(told(name, bare=True))
    _line("gold", [in_stories(told(name))])
    _line("gold, places as words", [in_stories(bare)])
    _line(f"amid {len(others)} other events", [in_stories(bare + others)])
    _line("blurred, amid them", [in_stories(blurred(bare, seed) + blurred(others, seed)) for seed in SEEDS])


def measure_read(name: str, *, odd: bool) -> None:
    """From raw text: the reports alone and amid the crowd, both read. Gold events that the reader missed are counted apart.

    Wrong merges twice: with the reports' events that match no gold event each taken for a happening of its own (they may well tell the
    same act over again), and without these.
    """
    reader = Reader()
    reports, others = read(name, reader), read_crowd(reader, odd=odd)
    extra = sum(t.happening.startswith(OTHER) for t in reports.found)
    print(f"read: {len(reports.found)} events of {len(reports.gold)}, {len(reports.missed)} of these missed, {extra} that match none")
    for label, trial in (("read", placed(reports)), (f"read, amid {len(others.found)} other events", placed(reports, others))):
        _line(label, [trial])


def _line(label: str, trials: Sequence[list[Told]]) -> None:
    """Precision, recall, F1 and wrong merges, over what is gold and all that was joined to it."""
    results = []
    for trial in trials:
        found = {event.id: name for name, events in grouped([t.event for t in trial]).items() for event in events}
        ours = {found[t.event.id] for t in trial if t.happening.startswith("h")}
        within = [t for t in trial if found[t.event.id] in ours]
        gold: Groups = {t.event.id: t.happening for t in within}
        matched: Groups = {t.event.id: t.happening for t in within if not t.happening.startswith(OTHER)}
        results.append((*bcubed(gold, found), wrong_merges(gold, found), wrong_merges(matched, found)))
    p, r, f1, wrong, least = (mean(column) for column in zip(*results, strict=True))
    also = f" ({least:.3f} without events that match none)" if least != wrong else ""
    print(f"happenings, {label}: B-cubed P {p:.3f} R {r:.3f} F1 {f1:.3f}, wrong merges {wrong:.3f}{also}")


def measure_stories(name: str, *, odd: bool) -> None:
    """Stories of the gold's reports, alone and amid the crowd."""
    for label, given in (("gold", told(name)), ("amid other articles", gathered(told(name, bare=True)) + gathered(crowd(odd=odd)))):
        found = in_stories(given)
        ours: Groups = {t.event.article_id: t.event.story_id for t in found}
        gold: Groups = {t.event.article_id: t.story for t in found if t.happening.startswith("h")}
        p, r, f1 = bcubed(gold, ours)
        print(f"stories, {label}: B-cubed P {p:.3f} R {r:.3f} F1 {f1:.3f}")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("copies", "speed", "happenings", "stories"))
    parser.add_argument("--pages", action="store_true")
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--read", action="store_true")
    parser.add_argument("--articles", type=int, default=20_000)
    given = parser.parse_args()
    name = "happenings_held_out" if given.held_out else "happenings_develop"
    if given.what == "copies":
        measure_copies(paged=given.pages)
    elif given.what == "speed":
        measure_speed(given.articles)
    elif given.what == "happenings" and given.read:
        measure_read(name, odd=given.held_out)
    elif given.what == "happenings":
        measure_happenings(name, odd=given.held_out)
    else:
        measure_stories(name, odd=given.held_out)


if __name__ == "__main__":
    main()
