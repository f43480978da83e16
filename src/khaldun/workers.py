"""Pages in, coded pages out: here or in processes of their own, with the same face."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from typing import Any

from khaldun.errors import Failed, KhaldunError
from khaldun.records import CodedPage, Page

Coder = Callable[[Page, str | None], CodedPage]
"""Codes a page, given the day it was published, where that is known from outside."""

Answer = Callable[[], CodedPage]
"""Waits for a coded page; raises Failed where there is none."""


MOST_REASON = 300
"""Characters kept of what an unexpected error says."""


class Here:
    """Codes in this process, at once."""

    ahead = 0

    def __init__(self, make: Callable[[], Coder]) -> None:
        self._coder = make()

    def submit(self, page: Page, published: str | None) -> Answer:
        """Codes when the answer is asked for."""
        return lambda: guarded(self._coder, page, published)

    def close(self) -> None:
        """Nothing to end."""


class Pool:
    """Codes in `workers` processes. A process that dies takes nothing with it: its page fails, and the pages beside it are coded again."""

    def __init__(self, make: Callable[[], Coder], workers: int) -> None:
        self._make, self._workers = make, workers
        self.ahead = 2 * workers
        self._pool = self._start(workers)

    def submit(self, page: Page, published: str | None) -> Answer:
        """Sends a page off."""
        try:
            future = self._pool.submit(_code, page, published)
        except BrokenProcessPool:
            self._pool.shutdown(wait=False)
            self._pool = self._start(self._workers)
            future = self._pool.submit(_code, page, published)
        return lambda: self._answer(future, page, published)

    def close(self) -> None:
        """Ends the processes."""
        self._pool.shutdown(cancel_futures=True)

    def _start(self, workers: int) -> Executor:
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(workers, mp_context=context, initializer=_begin, initargs=(self._make,))

    def _answer(self, future: Future[CodedPage], page: Page, published: str | None) -> CodedPage:
        """A page's result. When the pool broke, one of its pages did it: each is tried once more, alone."""
        try:
            return future.result()
        except BrokenProcessPool:
            with self._start(1) as alone:
                try:
                    return alone.submit(_code, page, published).result()
                except BrokenProcessPool as error:
                    raise Failed("the process that coded it died of it (out of memory, most likely)") from error


def guarded(coder: Coder, page: Page, published: str | None) -> CodedPage:
    """Codes a page; whatever breaks in it is a failure of this page alone."""
    try:
        return coder(page, published)
    except KhaldunError:
        raise
    except Exception as error:
        raise Failed(" ".join(f"{type(error).__name__}: {error}".split())[:MOST_REASON]) from error


_worker: dict[str, Any] = {}
"""In a worker process, its coder, loaded once, or the error that kept it from loading."""


def _begin(make: Callable[[], Coder]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the batch, which ends its workers itself
    threading.Thread(target=_follow, daemon=True).start()
    try:
        _worker["coder"] = make()
    except KhaldunError as error:
        _worker["error"] = error


def _follow() -> None:
    """Ends this process with the one that began it, even if that was killed."""
    batch = multiprocessing.parent_process()
    assert batch is not None
    wait([batch.sentinel])
    os._exit(1)


def _code(page: Page, published: str | None) -> CodedPage:
    if "error" in _worker:
        raise _worker["error"]
    return guarded(_worker["coder"], page, published)
