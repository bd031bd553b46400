"""Writing the audit log: what is acknowledged is on disk. Many requests at once share one write and one sync."""

import fcntl
import os
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from queue import SimpleQueue
from threading import Thread

from matcher_service.audit.chain import Head, chained, head_of, tail_length
from matcher_service.audit.entry import Entry, Outcome

_MOST_AT_ONCE = 256


def audit_file(state: Path) -> Path:
    """Answer where the audit log lies."""
    return state / "audit.jsonl"


@dataclass(frozen=True, slots=True)
class _Waiting:
    entry: Entry
    at: str
    done: Future[Head]


class Trail:
    """The audit log of this service. Several processes may write to one file.

    Args:
        path: the file; made when it does not exist.
        key: secret that chains the lines.
        now: answers the moment, in UTC.
    """

    def __init__(self, path: Path, key: bytes, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._key = key
        self._now = now
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._file = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
        self._known = (0, Head())  # how long the file was after our last line, and that line
        self._queue: SimpleQueue[_Waiting | None] = SimpleQueue()
        self._writer = Thread(target=self._work, name="audit", daemon=True)
        self._writer.start()

    def write(self, entry: Entry) -> Head:
        """Write one event and answer when it is on disk.

        Args:
            entry: the event.

        Returns:
            The head of the chain after it.

        Raises:
            OSError: the event could not be written. The request must then not be answered.
        """
        return self.begin(entry).result()

    def begin(self, entry: Entry) -> Future[Head]:
        """Hand one event to the writer; what is answered is done when the event is on disk.

        Args:
            entry: the event.
        """
        waiting = _Waiting(entry, self._now().isoformat(timespec="milliseconds"), Future())
        self._queue.put(waiting)
        return waiting.done

    def close(self) -> None:
        """Write what waits, and stop."""
        self._queue.put(None)
        self._writer.join()
        os.close(self._file)

    def _work(self) -> None:
        going = True
        while going:
            batch = [self._queue.get()]
            while not self._queue.empty() and len(batch) < _MOST_AT_ONCE:
                batch.append(self._queue.get())
            going = None not in batch
            self._write_together([each for each in batch if each is not None])

    def _write_together(self, batch: Sequence[_Waiting]) -> None:
        if not batch:
            return
        try:
            heads = self._append(batch)
        except Exception as error:  # noqa: BLE001 whatever happened, every waiting request must hear of it
            for each in batch:
                each.done.set_exception(error)
            return
        for each, head in zip(batch, heads, strict=True):
            each.done.set_result(head)

    def _append(self, batch: Sequence[_Waiting]) -> list[Head]:
        fcntl.flock(self._file, fcntl.LOCK_EX)
        try:
            head, lines = self._head(batch[0].at)
            heads: list[Head] = []
            for each in batch:
                line, head = chained(head, each.at, each.entry.plain(self._key), self._key)
                lines.append(line)
                heads.append(head)
            self._write_all(b"".join(lines))
            os.fsync(self._file)
            self._known = (os.fstat(self._file).st_size, head)
        finally:
            fcntl.flock(self._file, fcntl.LOCK_UN)
        return heads

    def _head(self, at: str) -> tuple[Head, list[bytes]]:
        """Answer the head, after taking away a line that was cut off when a process died. That is noted in the log."""
        size = os.fstat(self._file).st_size
        start, before = self._known if size >= self._known[0] else (0, Head())
        if size == start:
            return before, []  # nobody wrote since
        if size - start > tail_length():
            start, before = size - tail_length(), Head()
        head, torn = head_of(os.pread(self._file, size - start, start), before)
        if not torn:
            return head, []
        os.ftruncate(self._file, size - torn)
        line, head = chained(head, at, Entry("audit.torn_line", Outcome.NOTED).plain(self._key), self._key)
        return head, [line]

    def _write_all(self, content: bytes) -> None:
        while content:
            content = content[os.write(self._file, content) :]


class _NoTrail:
    """Keeps nothing: the first-run mode, in which nothing is written to disk."""

    def write(self, entry: Entry) -> Head:
        """Keep nothing."""
        return self.begin(entry).result()

    def begin(self, entry: Entry) -> Future[Head]:
        """Keep nothing, and answer what is done already."""
        del entry
        done: Future[Head] = Future()
        done.set_result(Head())
        return done

    def close(self) -> None:
        """Do nothing."""


NO_TRAIL = _NoTrail()
