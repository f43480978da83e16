"""What comes out of a folder, an archive or a stream, one by one."""

from __future__ import annotations

from typing import Literal

import msgspec

from khaldun.records import Metadata


class Input(msgspec.Struct, frozen=True):
    """Bytes that may become a page, with what their envelope (HTTP headers, JSON fields) says of them."""

    uri: str
    data: bytes
    media_type: str | None = None
    charset: str | None = None
    metadata: Metadata | None = None


class Broken(msgspec.Struct, frozen=True):
    """An input that cannot be had, for the ledger: `outcome` and `reason` as there."""

    uri: str
    outcome: Literal["rejected", "failed"]
    reason: str
    size: int | None = None


class Skipped(msgspec.Struct, frozen=True):
    """Parts of an input that are no pages and were never meant to be (a WARC's request records, say), counted by reason."""

    uri: str
    reason: str
    count: int


Item = Input | Broken | Skipped
