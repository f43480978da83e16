"""The record of truth, in SQLite. In: coded pages and what became of inputs. Out: rows, and proof that every span holds."""

from khaldun.record.ledger import Totals
from khaldun.record.record import Record
from khaldun.record.rows import Rows, StoredActor, StoredArticle, StoredName, StoredStory
from khaldun.record.run import Run
from khaldun.record.verify import Mismatch, Report

__all__ = [
    "Mismatch",
    "Record",
    "Report",
    "Rows",
    "Run",
    "StoredActor",
    "StoredArticle",
    "StoredName",
    "StoredStory",
    "Totals",
]
