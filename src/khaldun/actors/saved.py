"""Imported lists as Khaldun keeps them: JSON lines, one entity each, in and out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from khaldun.actors.entities import Entity
from khaldun.errors import DataError


def write(entities: Iterable[Entity], path: Path) -> int:
    """Write entities, sorted by id, each id once (the last one given); returns how many."""
    by_id = {entity.id: entity for entity in entities}
    path.write_bytes(b"".join(msgspec.json.encode(by_id[key]) + b"\n" for key in sorted(by_id)))
    return len(by_id)


def read(path: Path) -> tuple[Entity, ...]:
    """The entities of a file that `write` wrote.

    Raises:
        DataError: naming file and line, where it is not such a file.
    """
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise DataError(f"{path}: {error.strerror}; make the file with 'khaldun actors import'") from error
    out = []
    for number, line in enumerate(lines, 1):
        try:
            out.append(msgspec.json.decode(line, type=Entity))
        except msgspec.MsgspecError as error:
            raise DataError(f"{path}:{number}: not an imported entity ({error}); make the file with 'khaldun actors import'") from error
    return tuple(out)
