"""Writing the audit log: what is acknowledged is on disk. Many requests at once share one write and one sync."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from queue import SimpleQueue
from threading import Thread

from matcher_service.audit.chain import Head, chained
from matcher_service.audit.entry import Entry, Outcome
from matcher_service.audit.line_place import LinePlace

_MOST_AT_ONCE = 256


@dataclass(frozen=True, slots=True)
class _Waiting:
    """An event that waits to be written.

    Attributes:
        entry: the event.
        at: the moment.
        done: who waits for it.
        loop: where who waits must be told; None for a thread.
    """

    entry: Entry
    at: str
    done: Future[Head] | asyncio.Future[Head]
    loop: asyncio.AbstractEventLoop | None = None


class Trail:
    """The audit log of this service. Several processes, or instances with one table, write one chain together.

    Args:
        place: where the lines go: a file, or a table.
        key: secret that chains the lines.
        now: answers the moment, in UTC.
    """

    def __init__(self, place: LinePlace, key: bytes, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._place = place
        self._key = key
        self._now = now
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
            StorageUnreachable: the same, for a table.
        """
        return self.begin(entry).result()

    def begin(self, entry: Entry) -> Future[Head]:
        """Hand one event to the writer; what is answered is done when the event is on disk.

        Args:
            entry: the event.
        """
        done = Future[Head]()
        self._queue.put(_Waiting(entry, self._moment(), done))
        return done

    async def written(self, entry: Entry) -> Head:
        """Write one event as `write` does, with the same answer and errors, without holding a thread.

        Args:
            entry: the event.
        """
        loop = asyncio.get_running_loop()
        done: asyncio.Future[Head] = loop.create_future()
        self._queue.put(_Waiting(entry, self._moment(), done, loop))
        return await done

    def _moment(self) -> str:
        return self._now().isoformat(timespec="milliseconds")

    def close(self) -> None:
        """Write what waits, and stop."""
        self._queue.put(None)
        self._writer.join()
        self._place.close()

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
            _tell([(each, error) for each in batch])
            return
        _tell(list(zip(batch, heads, strict=True)))

    def _append(self, batch: Sequence[_Waiting]) -> list[Head]:
        heads: list[Head] = []

        def following(head: Head, torn: bool) -> tuple[list[bytes], Head]:  # noqa: FBT001 a place says what it found
            lines: list[bytes] = []
            if torn:
                head = self._chain(lines, head, batch[0].at, Entry("audit.torn_line", Outcome.NOTED))
            for each in batch:
                head = self._chain(lines, head, each.at, each.entry)
                heads.append(head)
            return lines, head

        self._place.append(following)
        return heads

    def _chain(self, lines: list[bytes], head: Head, at: str, entry: Entry) -> Head:
        line, head = chained(head, at, entry.plain(self._key), self._key)
        lines.append(line)
        return head


_Told = tuple[_Waiting, Head | Exception]


def _tell(told: Sequence[_Told]) -> None:
    """Tell everybody how it ended; those of one loop together, since waking a loop takes longer than telling them."""
    for loop in {each.loop for each, _ in told}:
        here = [pair for pair in told if pair[0].loop is loop]
        if loop is None:
            _settle(here)
        else:
            with suppress(RuntimeError):  # the loop has ended, and who waited with it
                loop.call_soon_threadsafe(_settle, here)


def _settle(told: Sequence[_Told]) -> None:
    for waiting, end in told:
        if waiting.done.done():
            continue  # who waited was called off
        if isinstance(end, Exception):
            waiting.done.set_exception(end)
        else:
            waiting.done.set_result(end)


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

    async def written(self, entry: Entry) -> Head:
        """Keep nothing."""
        return self.write(entry)

    def close(self) -> None:
        """Do nothing."""


NO_TRAIL = _NoTrail()
