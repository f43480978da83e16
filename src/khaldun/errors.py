"""Every error that Khaldun raises on purpose.

KhaldunError
├── UsageError            the call itself is wrong (a bad option, a date that is none)
├── InputError            an input cannot become a page
│   ├── Rejected          it is not what Khaldun codes (empty, binary, too large, only furniture): goes to the ledger as rejected
│   └── Failed            it should have worked and did not (damaged, timed out, out of memory): goes to the ledger as failed
├── RecordError           a record file is missing, locked, of another version, or not a record
├── VerificationError     a span of a record does not say what the record says it does
├── DataError             a table or annotation file has a wrong line; the message names it
└── ModelError            the shipped model is missing or is not the file it should be

Each message says what happened and what to do about it.
"""

from __future__ import annotations


class KhaldunError(Exception):
    """Root of the tree: catch this to catch everything that Khaldun raises on purpose."""


class UsageError(KhaldunError):
    """The call is wrong: nothing was read or written."""


class InputError(KhaldunError):
    """An input cannot become a page; the rest of the batch goes on."""


class Rejected(InputError):
    """The input is not something that Khaldun codes."""


class Failed(InputError):
    """The input broke on the way."""


class RecordError(KhaldunError):
    """A record cannot be opened or written."""


class DataError(KhaldunError):
    """A data file has a wrong line."""


class ModelError(KhaldunError):
    """The model cannot be loaded."""
