"""The record: one SQLite file that holds pages, what was read in them, and the ledger of what became of every input."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self, Unpack

from khaldun.record import ledger, query, verify
from khaldun.record.connection import connect, explained
from khaldun.record.ledger import Totals
from khaldun.record.rows import Rows, StoredActor, StoredArticle, StoredName, StoredStory
from khaldun.record.run import Run
from khaldun.records import Claim, Event, Happening, LedgerEntry, Statement
from khaldun.stories import claims


class Record:
    """An open record. Close it, or use it in a `with` block.

    It is read-only unless opened with `create=True`. Many processes may read while one writes.
    """

    def __init__(self, path: str | Path, *, create: bool = False) -> None:
        self.path = Path(path)
        self._connection = connect(self.path, create=create)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Lets the file go; what was committed is in it."""
        self._connection.close()

    def events(self, *, article: str | None = None, happening: str | None = None, **given: Unpack[query.EventFilter]) -> Rows[Event]:
        """Events, narrowed by type, mode, status, actor, recipient (a country's code, an id, words of a name), since, until."""
        return query.events(self._connection, article=article, happening=happening, **given)

    def happenings(self, **given: Unpack[query.EventFilter]) -> Rows[Happening]:
        """Happenings that have an event which `events` would give."""
        return query.happenings(self._connection, **given)

    def claims(self, happening: Happening) -> tuple[Claim, ...]:
        """Who asserts, alleges, denies or investigates a happening, from all that the articles which report it say."""
        articles = dict.fromkeys(report.article_id for report in happening.reports)
        events = [event for article in articles for event in self.events(article=article)]
        return claims(happening, events, [said for article in articles for said in self.statements(article=article)])

    def statements(
        self,
        *,
        actor: str | None = None,
        stance: str | None = None,
        since: str | None = None,
        until: str | None = None,
        article: str | None = None,
    ) -> Rows[Statement]:
        """Statements, narrowed by speaker, stance and day of publication."""
        return query.statements(self._connection, actor=actor, stance=stance, since=since, until=until, article=article)

    def articles(
        self,
        *,
        since: str | None = None,
        until: str | None = None,
        language: str | None = None,
        story: str | None = None,
        search: str | None = None,
    ) -> Rows[StoredArticle]:
        """Articles, narrowed by day of publication, language, story, or words that all stand in them."""
        return query.articles(self._connection, since=since, until=until, language=language, story=story, search=search)

    def names(self, *, actor: str | None = None, kind: str | None = None, article: str | None = None) -> Rows[StoredName]:
        """Names, role nouns and pronouns with who they are."""
        return query.names(self._connection, actor=actor, kind=kind, article=article)

    def actors(self, *, actor: str | None = None, kind: str | None = None) -> Rows[StoredActor]:
        """Actors with how often they are met, most often first."""
        return query.actors(self._connection, actor=actor, kind=kind)

    def stories(self, *, since: str | None = None, until: str | None = None) -> Rows[StoredStory]:
        """Stories that have an article of these days."""
        return query.stories(self._connection, since=since, until=until)

    def find(self, row_id: str) -> Event | Statement | StoredArticle | StoredStory | Happening | StoredActor | None:
        """Whatever has this id."""
        return query.find(self._connection, row_id)

    def page_text(self, page_id: str) -> str | None:
        """The canonical text of a page: what every span of its articles, events and statements indexes."""
        row = self._connection.execute("SELECT text FROM pages WHERE id = ?", (page_id,)).fetchone()
        return None if row is None else str(row["text"])

    def ledger(self, *, run: int | None = None, outcome: str | None = None) -> Rows[LedgerEntry]:
        """What became of the inputs of one run, or of all."""
        return query.ledger(self._connection, run=run, outcome=outcome)

    def totals(self, *, run: int | None = None) -> list[Totals]:
        """The ledger in numbers, a run each."""
        return ledger.totals(self._connection, run)

    def unfinished(self) -> dict[str, list[str]]:
        """The URIs of inputs whose last outcome is a failure, by the path that led to them."""
        return ledger.unfinished(self._connection)

    def verify(self) -> verify.Report:
        """Compares every span of the record with the words it claims to hold."""
        with explained(self.path):
            return verify.verify(self._connection)

    def run(self, *, coder: str, options: dict[str, object]) -> Run:
        """Opens a run, through which pages are stored."""
        return Run(self._connection, self.path, coder=coder, options=options)
