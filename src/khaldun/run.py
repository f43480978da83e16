"""The batch. In: paths. Out: a record with what was read in them, and for every input an entry in its ledger, whatever happened to it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from khaldun import __version__
from khaldun.errors import InputError, Rejected, UsageError
from khaldun.pages import Broken, Guarded, Input, Item, Skipped, inputs
from khaldun.record import Record, Run, Totals
from khaldun.record.query import day
from khaldun.records import LedgerEntry, Page
from khaldun.workers import Answer, Coder, Here, Pool

Watch = Callable[[LedgerEntry], None]
"""Told of each entry as it is written."""


class Given(NamedTuple):
    """An input and the path that led to it."""

    item: Item
    source: str


class Waiting(NamedTuple):
    """An input whose page is being coded; its bytes are not kept."""

    uri: str
    source: str
    size: int
    answer: Answer


def reader(threads: int = 0, actors: Path | None = None) -> Coder:
    """The reader that ships with Khaldun, as a coder; 0 threads are all that there are, `actors` is a list of one's own."""
    from khaldun.actors import shipped
    from khaldun.actors.saved import read
    from khaldun.reader import Reader

    found = Reader(threads=threads, gazetteer=shipped().with_entities(read(actors)) if actors else None)
    return lambda page, published: found.code_page(page, published=published)


def code(
    paths: Iterable[str | Path],
    record: Record,
    *,
    published: str | None = None,
    workers: int = 1,
    actors: Path | None = None,
    make: Callable[[], Coder] | None = None,
    watch: Watch = lambda entry: None,
) -> Totals:
    """Codes what is at `paths` into a record.

    `actors` is a list of one's own, as `khaldun actors import` writes it. `make` gives another coder than the shipped reader; it is
    called once in every process that codes.
    """
    given = (found for path in paths for found in _at(str(path)))
    return _batch(given, record, published=published, workers=workers, actors=actors, make=make, watch=watch)


def retry(
    record: Record,
    *,
    published: str | None = None,
    workers: int = 1,
    actors: Path | None = None,
    make: Callable[[], Coder] | None = None,
    watch: Watch = lambda entry: None,
) -> Totals:
    """Codes again what has failed so far, read anew from where it was."""
    return _batch(_again(record.unfinished()), record, published=published, workers=workers, actors=actors, make=make, watch=watch)


def _at(path: str) -> Iterator[Given]:
    """The inputs at a path. Names of files may be no Unicode, addresses in a record must be."""
    for item in inputs([path]):
        yield Given(msgspec.structs.replace(item, uri=_sayable(item.uri)), _sayable(path))


def _sayable(name: str) -> str:
    return name.encode("utf8", "backslashreplace").decode("utf8")


def _again(unfinished: dict[str, list[str]]) -> Iterator[Given]:
    """The inputs of those URIs, found by their sources; one that is gone from its source is broken."""
    for source, uris in unfinished.items():
        wanted = dict.fromkeys(uris)
        for found in _at(source) if source != "-" else ():
            if found.item.uri in wanted and not isinstance(found.item, Skipped):
                del wanted[found.item.uri]
                yield found
        for uri in wanted:
            yield Given(Broken(uri, "failed", f"not found again in {source}"), source)


def _batch(
    given: Iterable[Given],
    record: Record,
    *,
    published: str | None,
    workers: int,
    actors: Path | None,
    make: Callable[[], Coder] | None,
    watch: Watch,
) -> Totals:
    """Reads, codes and stores, in the order of the inputs; only as many pages are held as there are processes to code them."""
    if workers < 1:
        raise UsageError(f"{workers} workers cannot code: give 1 or more")
    published = published and day(published)
    make = make or partial(reader, 0 if workers == 1 else 1, actors)
    options: dict[str, object] = {"published": published, "workers": workers}
    crew = Here(make) if workers == 1 else Pool(make, workers)
    waiting: deque[Waiting] = deque()
    with closing(crew), Guarded() as guarded, record.run(coder=f"khaldun {__version__}", options=options) as run:
        for item, source in given:
            if isinstance(item, Skipped):
                run.skip(item.reason, item.count)
                continue
            run.take()
            met = _meet(item, source, run, guarded)
            if isinstance(met, LedgerEntry):
                watch(met)
                continue
            assert isinstance(item, Input)
            waiting.append(Waiting(item.uri, source, len(item.data), crew.submit(met, published)))
            while len(waiting) > crew.ahead:
                watch(_settle(waiting.popleft(), run))
        while waiting:
            watch(_settle(waiting.popleft(), run))
    return record.totals(run=run.number)[0]


def _meet(item: Input | Broken, source: str, run: Run, guarded: Guarded) -> Page | LedgerEntry:
    """An input's page if it is to be coded, else what became of it."""
    if isinstance(item, Broken):
        return run.refuse(item.outcome, item.reason, uri=item.uri, source=source, size=item.size)
    size = len(item.data)
    try:
        page = guarded.read(item)
    except InputError as error:
        return run.refuse(_outcome(error), str(error), uri=item.uri, source=source, size=size)
    return run.duplicate(page, uri=item.uri, source=source, size=size) or page


def _settle(waiting: Waiting, run: Run) -> LedgerEntry:
    """Stores a coded page, or enters why there is none."""
    uri, source, size, answer = waiting
    try:
        coded = answer()
        if not coded.articles:
            raise Rejected("no article: all of its text is furniture")
        return run.store(coded, uri=uri, source=source, size=size)
    except InputError as error:
        return run.refuse(_outcome(error), str(error), uri=uri, source=source, size=size)


def _outcome(error: InputError) -> Literal["rejected", "failed"]:
    return "rejected" if isinstance(error, Rejected) else "failed"
