"""Reading hostile pages where they can do no harm: in a process of its own, with a limit of time and memory, that is killed if need be."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import threading
from types import TracebackType
from typing import BinaryIO, cast

import msgspec

from khaldun.errors import Failed, Rejected
from khaldun.pages.items import Input
from khaldun.pages.worker import Answer, receive, send
from khaldun.records import Page

SECONDS = 10.0
START_SECONDS = 60.0
MEMORY = 1_000_000_000
_CODE = "from khaldun.pages.worker import main; main()"


class Guarded:
    """Reads pages in a worker process that serves one after another and is replaced when it dies.

    Use it as a context manager, from one thread. The limits are for each page; the worker's own start does not count.
    """

    def __init__(self, *, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self._seconds, self._memory = seconds, memory
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Guarded:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def read(self, item: Input) -> Page:
        """The page of `item`; Rejected or Failed as `khaldun.pages.read` raises them, Failed too when a limit is reached."""
        process = self._running()
        with _Limit(process, self._seconds) as limit:
            reply = _ask(process, item)
        if reply is None:
            self.close()
            late = f"timed out: not read within {self._seconds:g} s"
            raise Failed(late if limit.reached else "the reader died of it (out of memory, most likely)")
        if reply.page is None:
            raise (Rejected if reply.outcome == "rejected" else Failed)(reply.reason)
        return reply.page

    def close(self) -> None:
        """End the worker; a later `read` starts another."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                with contextlib.suppress(OSError):
                    cast(BinaryIO, pipe).close()

    def _running(self) -> subprocess.Popen[bytes]:
        """The worker, started anew where there is none, once it says that it is ready."""
        if self._process is not None and self._process.poll() is None:
            return self._process
        self.close()
        command = [sys.executable, "-P", "-c", _CODE, str(self._memory)]
        process = self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        with _Limit(process, START_SECONDS):
            ready = receive(cast(BinaryIO, process.stdout))
        if ready is None:
            self.close()
            raise Failed("the process that reads pages does not start")
        return process


def _ask(process: subprocess.Popen[bytes], item: Input) -> Answer | None:
    """The worker's answer, None where it is gone."""
    try:
        send(cast(BinaryIO, process.stdin), item)
        frame = receive(cast(BinaryIO, process.stdout))
    except OSError:
        return None
    return None if frame is None else msgspec.msgpack.decode(frame, type=Answer)


class _Limit:
    """Kills a process that is not done when its time is up; `reached` says that this was so."""

    def __init__(self, process: subprocess.Popen[bytes], seconds: float) -> None:
        self.reached = False
        self._process = process
        self._timer = threading.Timer(seconds, self._end)
        self._timer.daemon = True

    def __enter__(self) -> _Limit:
        self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._timer.cancel()

    def _end(self) -> None:
        self.reached = True
        self._process.kill()
