"""Reading hostile pages where they can do no harm: in a process of its own, with a limit of time and memory, that is killed if need be."""

from __future__ import annotations

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
MEMORY = 1_000_000_000


class Guarded:
    """Reads pages in a worker process that serves one after another and is replaced when it dies.

    Use it as a context manager, from one thread.
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
        late = threading.Event()
        timer = threading.Timer(self._seconds, _end, (process, late))
        timer.daemon = True
        timer.start()
        try:
            reply = self._ask(process, item)
        finally:
            timer.cancel()
        if reply is None:
            self.close()
            raise Failed(
                f"timed out: not read within {self._seconds:g} s" if late.is_set() else "the reader died of it (out of memory, most likely)"
            )
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
                if pipe is not None:
                    _close(pipe)

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            command = [sys.executable, "-P", "-c", "from khaldun.pages.worker import main; main()", str(self._memory)]
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        return self._process

    def _ask(self, process: subprocess.Popen[bytes], item: Input) -> Answer | None:
        try:
            send(cast(BinaryIO, process.stdin), item)
            frame = receive(cast(BinaryIO, process.stdout))
        except (BrokenPipeError, OSError):
            return None
        return None if frame is None else msgspec.msgpack.decode(frame, type=Answer)


def _end(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    process.kill()


def _close(pipe: object) -> None:
    try:
        cast(BinaryIO, pipe).close()
    except OSError:
        return
