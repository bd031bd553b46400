"""What was just read or answered, held in memory only: few, small, and gone after seconds.

A coach asks about the same case again and again: the next page, another view. Reading and comparing it costs a hundred
times what handing over the answer costs. What is held is health data, so it never leaves the process, it is found back
by a keyed hash of what was sent only, and the key of that hash is made at start and kept nowhere.
"""

import hashlib
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

_MARK_KEY_BYTES = 32
_MARK_BYTES = 32
_SHARE_OF_ALL = 0.1  # one thing may take this part of the room: longer ones are not held
T = TypeVar("T")


class Held(Generic[T]):
    """Things of one kind that one process holds.

    Args:
        seconds: how long a thing is held after it came in; asking for it does not make it stay longer. 0 holds nothing.
        most: how many things.
        most_bytes: how large they may be together, as told when they are held.
        clock: answers seconds that never go back.
    """

    def __init__(self, seconds: float, most: int, most_bytes: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._seconds, self._most, self._most_bytes = seconds, most, most_bytes
        self._clock = clock
        self._key = secrets.token_bytes(_MARK_KEY_BYTES)
        self._things: OrderedDict[bytes, tuple[float, int, T]] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def __len__(self) -> int:
        """Answer how many things are held."""
        return len(self._things)

    @property
    def holds(self) -> bool:
        """Answer whether anything can be held at all."""
        return self._seconds > 0 and self._most_bytes > 0

    def mark(self, asked: str, body: bytes) -> bytes:
        """Answer by what a thing is found back: useless outside this process.

        Args:
            asked: who asked, what and how; what one bureau sent must never be found by another.
            body: what was sent.
        """
        # Keyed BLAKE2 (RFC 7693): unlike a call of HMAC it keeps the interpreter for a body of usual length.
        return hashlib.blake2b(asked.encode() + b"\0" + body, key=self._key, digest_size=_MARK_BYTES).digest()

    def find(self, mark: bytes) -> T | None:
        """Answer a thing that is held, or None.

        Args:
            mark: what `mark` answered.
        """
        found = self._things.get(mark)
        return found[2] if found is not None and self._clock() < found[0] else None

    def hold(self, mark: bytes, thing: T, size_bytes: int) -> None:
        """Hold a thing for a while; the oldest make room. A thing that is too large is not held.

        Args:
            mark: what `mark` answered.
            thing: what to hold.
            size_bytes: how large it is, about.
        """
        if not self._seconds or size_bytes > self._most_bytes * _SHARE_OF_ALL:
            return
        with self._lock:
            self._drop(mark)
            self._things[mark] = (self._clock() + self._seconds, size_bytes, thing)
            self._bytes += size_bytes
            while len(self._things) > self._most or self._bytes > self._most_bytes:
                self._drop(next(iter(self._things)))

    def forget_old(self) -> None:
        """Let go of every thing whose time has passed."""
        now = self._clock()
        with self._lock:
            while self._things and next(iter(self._things.values()))[0] <= now:
                self._drop(next(iter(self._things)))

    def _drop(self, mark: bytes) -> None:
        gone = self._things.pop(mark, None)
        self._bytes -= 0 if gone is None else gone[1]
