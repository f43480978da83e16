"""How fast and how large: the reader alone on sentences of 25 words, and the whole command on a folder of pages.

    python benchmarks/speed.py reader [--threads N] [--sentences N]
    python benchmarks/speed.py command FOLDER [--limit 200] [--workers 2]

FOLDER holds text pages (.txt, .txt.gz). Peak memory is that of the largest process, in MB.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

# written for this measurement; 25 words each, with as many events and attributions as a newspaper has
SENTENCES = [
    line.strip()
    for line in """
The foreign ministry in Nairobi said on Tuesday that two officers of the border police had been detained by Somali troops near Mandera
Rainfall in the southern provinces was a third below the average of the past decade , and reservoirs that supply the capital have fallen
Finland and Estonia agreed to share the cost of a second undersea cable , their energy ministers announced after a meeting in Tallinn
Local officials described the market as quiet in the morning , with most stalls open and buses running along the main road north again
Gunmen killed at least seven farmers in the hills above the lake , according to a hospital official who asked not to be named in public
The museum will show the photographs until spring , when they travel to Lima and Quito before returning to the family of the artist
""".strip().split("\n")
]


def reader(count: int, threads: int) -> None:
    """Sentences a second of the network with decoding, and how long it takes to load."""
    from khaldun.reading import Model, read
    from khaldun.records import Article, Span

    begun = time.perf_counter()
    model = Model(threads=threads)
    print(f"load: {time.perf_counter() - begun:.2f} s")
    text = "\n".join(SENTENCES[i % len(SENTENCES)].replace("Tuesday", f"{i % 28 + 1} March") + "." for i in range(count))
    position, body = 0, []
    for line in text.split("\n"):
        body.append(Span(line, position, position + len(line)))
        position += len(line) + 1
    article = Article("speed", "speed", 0, None, tuple(body))
    read(text[:1000], [Article("warm", "speed", 0, None, tuple(body[:4]))], model)
    begun = time.perf_counter()
    (found,) = read(text, [article], model)
    spent = time.perf_counter() - begun
    acts = sum(len(s.acts) for s in found.sentences)
    print(f"reader: {len(found.sentences) / spent:.0f} sentences/s ({len(found.sentences)} in {spent:.1f} s, {acts} acts)")
    print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def command(folder: Path, limit: int, workers: int) -> None:
    """Pages and sentences a second of `khaldun code`, from start to end of the process."""
    from khaldun.reading.sentences import sentences

    pages = sorted([*folder.rglob("*.txt"), *folder.rglob("*.txt.gz")])[:limit]
    if not pages:
        sys.exit(f"{folder}: no pages there; give a folder of text pages")
    with tempfile.TemporaryDirectory() as place:
        record = Path(place) / "speed.db"
        khaldun = [sys.executable, "-m", "khaldun"]
        begun = time.perf_counter()
        subprocess.run([*khaldun, "code", *map(str, pages), "-r", str(record), "--workers", str(workers)], check=False, capture_output=True)
        spent = time.perf_counter() - begun
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        import khaldun as library

        with library.open(str(record)) as opened:
            count = sum(len(sentences(span.text)) for article in opened.articles() for span in article.body)
    print(
        f"command: {len(pages) / spent:.1f} pages/s, {count / spent:.0f} sentences/s ({len(pages)} pages, {count} sentences, {spent:.1f} s)"
    )
    print(f"peak memory of a process: {peak:.0f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("reader", "command"))
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--sentences", type=int, default=3000)
    parser.add_argument("--limit", type=int, default=200)
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    if given.what == "reader":
        reader(given.sentences, given.threads)
    elif given.folder is None or not given.folder.is_dir():
        parser.error("give the folder of pages to code")
    else:
        command(given.folder, given.limit, given.workers)


if __name__ == "__main__":
    main()
