"""Reading in a process of its own: the same pages, and limits that hold."""

from __future__ import annotations

import pytest

from khaldun.errors import Failed, Rejected
from khaldun.pages import Guarded, Input, guarded, read, worker

TEXT = b"<h1>Border opens</h1><p>Envoys signed the agreement on Monday.</p>"


def test_the_same_page_comes_back() -> None:
    with Guarded() as reader:
        for number in range(20):
            item = Input(f"http://news.example/{number}", TEXT, "text/html")
            assert reader.read(item) == read(TEXT, uri=item.uri, media_type="text/html")


def test_reasons_come_back() -> None:
    with Guarded() as reader:
        with pytest.raises(Rejected, match="empty"):
            reader.read(Input("a", b""))
        assert reader.read(Input("b", TEXT)).text


def test_a_worker_that_takes_too_long_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    with Guarded(seconds=2) as reader:
        assert reader.read(Input("a", TEXT)).text
        monkeypatch.setattr(guarded, "send", lambda stream, item: None)
        with pytest.raises(Failed, match="timed out"):
            reader.read(Input("b", TEXT))
        monkeypatch.undo()
        assert reader.read(Input("c", TEXT)).text


def test_a_worker_that_dies_is_replaced() -> None:
    with Guarded() as reader:
        assert reader.read(Input("a", TEXT)).text
        process = reader._process
        assert process is not None
        process.kill()
        process.wait()
        assert reader.read(Input("b", TEXT)).text


def test_any_error_becomes_words(monkeypatch: pytest.MonkeyPatch) -> None:
    for error, words in ((MemoryError(), "out of memory"), (RecursionError(), "nested"), (ValueError("odd"), "ValueError: odd")):

        def broken(*_: object, error: Exception = error, **__: object) -> None:
            raise error

        monkeypatch.setattr(worker, "read", broken)
        answer = worker.answer(Input("a", TEXT))
        assert answer.outcome == "failed"
        assert words in answer.reason


def test_memory_is_limited() -> None:
    with Guarded(memory=60_000_000) as reader:
        with pytest.raises(Failed):
            reader.read(Input("a", b"<p>" + b"word <b>word</b> " * 1_400_000))
        assert reader.read(Input("b", TEXT)).text
