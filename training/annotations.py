"""The corpus on disk: load it, check it, put annotations under texts. The format itself is read by `khaldun.evaluate.annotated`."""

from __future__ import annotations

import sys
from pathlib import Path

from khaldun.errors import DataError
from khaldun.evaluate.annotated import Document, documents, parse

CORPUS = Path(__file__).parent / "corpus"


def load(folder: Path = CORPUS, *parts: str) -> list[Document]:
    """All documents under `folder`, or of its sub-folders `parts`, sorted by file."""
    roots = [folder / part for part in parts] or [folder]
    files = sorted(f for root in roots for f in root.rglob("*.txt"))
    return [d for f in files for d in documents(f)]


def problems(source: str, name: str) -> list[str]:
    """Every wrong line of a file, where `parse` stops at the first."""
    out, rows = [], source.split("\n")
    for _ in range(500):
        try:
            list(parse("\n".join(rows), name))
            break
        except DataError as error:
            out.append(str(error))
            rows[int(str(error).removeprefix(name + ":").split(":")[0]) - 1] = ""
    return out


def merge(texts: str, notes: str) -> str:
    """Put annotation lines, keyed by '@ ID', under the texts of the same documents."""
    lines_of: dict[str, list[str]] = {}
    current = ""
    for row in notes.split("\n"):
        if row.startswith("@"):
            current = row[1:].split("|")[0].strip()
            lines_of.setdefault(current, [])
        elif row.strip():
            lines_of[current].append("  " + row.strip())
    out: list[str] = []
    for block in filter(str.strip, texts.split("\n\n")):
        identity = block.split("\n")[0][1:].split("|")[0].strip()
        if identity in lines_of:
            out.append("\n".join([block.rstrip("\n"), *lines_of.pop(identity)]))
    if lines_of:
        raise DataError(f"notes for documents that are not in the texts: {', '.join(sorted(lines_of)[:5])}")
    return "\n\n".join(out) + "\n"


def main(arguments: list[str]) -> int:
    """`check FILE…` prints every problem; `merge TEXTS NOTES OUT` joins the two and checks the result."""
    if arguments[:1] == ["merge"] and len(arguments) == 4:
        texts, notes, out = map(Path, arguments[1:])
        out.write_text(merge(texts.read_text("utf8"), notes.read_text("utf8")), "utf8")
        arguments = ["check", str(out)]
    if arguments[:1] != ["check"] or len(arguments) < 2:
        print("usage: python -m training.annotations check FILE… | merge TEXTS NOTES OUT", file=sys.stderr)
        return 2
    found = [p for f in arguments[1:] for p in problems(Path(f).read_text("utf8"), f)]
    documents = [d for f in arguments[1:] if not found for d in parse(Path(f).read_text("utf8"), f)]
    events = sum(len(line.events) for d in documents for line in d.lines)
    print("\n".join(found) or f"{len(documents)} documents, {sum(len(d.lines) for d in documents)} lines, {events} events: no problems")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
