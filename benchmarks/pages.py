"""How well pages are split: Khaldun's articles against a gold file, by the scorer that comes with it.

    python benchmarks/pages.py --gold dev/composed/gold.jsonl.gz --scorer score_pages.py [--predictions FILE]

The pages lie beside the gold (ID.txt or ID.html, gzipped or not); its lines have an id and, for HTML pages, a url. The scorer is run as
`python SCORER GOLD PREDICTIONS` and prints its table by layout.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from khaldun.articles import split
from khaldun.errors import InputError
from khaldun.pages import read
from khaldun.records import Page, Split


def main() -> int:
    """Predict, score, print. Returns the scorer's exit status, or 2 where the data is not there."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--gold", type=Path, required=True, help="JSON lines of gold, gzipped or not; the pages lie beside it")
    parser.add_argument("--scorer", type=Path, required=True, help="the script that scores predictions against the gold")
    parser.add_argument("--predictions", type=Path, help="keep the predictions in this file")
    args = parser.parse_args()
    for path in (args.gold, args.scorer):
        if not path.is_file():
            print(f"There is no file {path}: the data of this benchmark is not part of the repository.", file=sys.stderr)
            return 2
    with tempfile.TemporaryDirectory() as folder:
        target = args.predictions or Path(folder, "predictions.jsonl")
        write_predictions(args.gold, target)
        return subprocess.run([sys.executable, str(args.scorer), str(args.gold), str(target)], check=False).returncode


def write_predictions(gold: Path, target: Path) -> None:
    """Split every page of `gold`, a line each, and say how fast that went."""
    start = time.process_time()
    count = 0
    with target.open("w", encoding="utf-8") as file:
        for row in rows(gold):
            file.write(json.dumps(prediction(gold.parent, row)) + "\n")
            count += 1
    seconds = time.process_time() - start
    print(f"{count} pages read and split in {seconds:.2f} CPU seconds: {count / max(seconds, 1e-9):.0f} pages a second")


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The lines of a gold file."""
    return (json.loads(line) for line in unpacked(path).decode("utf-8").split("\n") if line.strip())


def unpacked(path: Path) -> bytes:
    """A file's bytes, out of gzip where they are in it."""
    data = path.read_bytes()
    return gzip.decompress(data) if path.suffix == ".gz" else data


def prediction(folder: Path, row: dict[str, Any]) -> dict[str, Any]:
    """What the scorer wants to know of a page: spans for plain text, words for HTML."""
    name = str(row["id"])
    candidates = [folder / (name + suffix) for suffix in (".txt", ".txt.gz", ".html", ".html.gz")]
    path = next((candidate for candidate in candidates if candidate.exists()), None)
    if path is None:
        return {"id": name, "articles": [], "furniture": []}
    html = ".html" in path.suffixes
    try:
        page = read(unpacked(path), uri=str(row.get("url") or name), media_type="text/html" if html else "text/plain")
    except InputError as error:
        print(f"{name}: {error}", file=sys.stderr)
        return {"id": name, "articles": [], "furniture": []}
    found = split(page)
    return {"id": name, **(words_of(found) if html else spans_of(page, found))}


def words_of(found: Split) -> dict[str, Any]:
    """The bodies as text."""
    return {"articles": [{"text": "\n".join(span.text for span in article.body)} for article in found.articles]}


def spans_of(page: Page, found: Split) -> dict[str, Any]:
    """Bodies, headlines and furniture as spans of the page."""
    assert all(page.text[span.start : span.end] == span.text for article in found.articles for span in article.body)
    articles = [
        {
            "body": [[span.start, span.end] for span in article.body],
            "title_spans": [[span.start, span.end] for span in (article.title, *article.title_copies) if span],
        }
        for article in found.articles
    ]
    pieces = [*found.furniture, *(piece for article in found.articles for piece in article.furniture)]
    return {"articles": articles, "furniture": [[piece.start, piece.end] for piece in pieces]}


if __name__ == "__main__":
    sys.exit(main())
