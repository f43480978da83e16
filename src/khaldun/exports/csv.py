"""CSV for spreadsheets and R: a header, a row each; lists are joined with "; ", and JSON lines have what is left out here.

In text, backslashes, line ends and tabs stand as two backslashes, `\\n`, `\\r` and `\\t`, and what a spreadsheet would take for a
formula gets a `'` before it.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

COLUMNS: dict[str, tuple[str, ...]] = {
    "events": (
        "id", "type", "mode", "contexts", "quad", "score", "status", "confidence",
        "actors.name|text", "actors.country", "actors.sectors", "actors.text",
        "recipients.name|text", "recipients.country", "recipients.sectors", "recipients.text",
        "trigger.text", "trigger.start", "trigger.end", "evidence.text", "evidence.start", "evidence.end",
        "date.from", "date.to", "date.precision", "date.basis", "date.text",
        "place.name|text", "place.country", "place.latitude", "place.longitude",
        "dead.low", "dead.high", "injured.low", "injured.high", "arrested.low", "arrested.high", "displaced.low", "displaced.high",
        "size.low", "size.high", "asserted_by.name|text", "asserted_by.stance",
        "article_id", "story_id", "happening_id", "page_id", "uri", "published", "coder", "model", "ontology",
    ),
    "statements": (
        "id", "speaker.name|text", "speaker.country", "speaker.sectors", "speaker.text", "cue.text", "stance", "kind", "confidence",
        "content.text", "addressee.name|text", "relays.name|text", "events", "evidence.text", "evidence.start", "evidence.end",
        "article_id", "page_id", "uri", "published", "coder", "model",
    ),
    "articles": (
        "id", "title", "published.date", "published.precision", "published.rule", "byline.text", "agency", "dateline.text",
        "section", "language", "position", "body.text", "story_id", "copy_of", "page_id", "uri",
    ),
    "names": (
        "text", "start", "end", "kind", "who.name", "who.kind", "who.country", "who.sectors", "who.actor_id", "who.rule",
        "antecedent.text", "article_id", "page_id", "uri",
    ),
    "actors": ("id", "name", "kind", "country", "mentions", "acts", "acted_on", "statements"),
    "stories": ("id", "title", "first", "last", "copies", "articles", "uris"),
    "happenings": (
        "id", "type", "modes", "statuses", "actors.name|text", "actors.country", "recipients.name|text", "recipients.country",
        "from", "to", "place.name|text", "place.country", "figures.dead.low", "figures.dead.high", "figures.injured.low",
        "figures.injured.high", "confirmed_by.name|text", "denied_by.name|text", "reports.event_id", "reports.published", "reports.uri",
    ),
    "ledger": ("uri", "outcome", "reason", "page_id", "size"),
}  # fmt: skip
"""The columns of each table, in order: paths into its JSON. `a|b` is a where it is known, else b. The header has them as `actors_name`."""

ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
FORMULA = re.compile(r"[=+\-@]")


def header(table: str) -> list[str]:
    """The column names of a table: `date.from` is date_from, and `actors.name|text`, the best name there is, is actors."""
    return [re.sub(r"\.name\|text$", "", path).replace(".", "_") for path in COLUMNS[table]]


def lines(table: str, rows: Iterable[msgspec.Struct]) -> Iterator[str]:
    """The header, then a line a row."""
    yield _line(header(table))
    paths = [path.split(".") for path in COLUMNS[table]]
    for row in rows:
        data = msgspec.to_builtins(row)
        yield _line([_cell(_at(data, path)) for path in paths])


def _line(cells: list[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(cells)
    return out.getvalue()


def _at(value: Any, path: list[str]) -> Any:
    """What stands at a path; of a list, what stands there in each of its items."""
    if isinstance(value, (list, tuple)):
        return [_at(item, path) for item in value]
    if not path or value is None:
        return value
    found = (value.get(key) for key in path[0].split("|"))
    return _at(next((item for item in found if item is not None), None), path[1:])


def _cell(value: Any) -> str:
    """A value as a cell holds it. A list keeps its empty places, so that the columns of one list go together."""
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, (list, tuple)):
        joined = "; ".join(" ".join(item) if isinstance(item, (list, tuple)) else str("" if item is None else item) for item in value)
        return _text(joined) if joined.strip("; ") else ""
    return "" if value is None else str(value)


def _text(value: str) -> str:
    """Text on one line that no spreadsheet runs."""
    escaped = "".join(ESCAPES.get(sign, sign) for sign in value)
    return f"'{escaped}" if FORMULA.match(escaped) else escaped
