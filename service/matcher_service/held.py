"""Cases that were just read, and answers that were just made for them: in memory only, few, and gone after seconds.

A coach asks the same case again and again: the next page, another view. Reading and comparing it costs a hundred times
what handing over the answer costs. What is held is health data, so it never leaves the process, a case is found back
by a keyed hash of its bytes only, and the key is made at start and kept nowhere.
"""

import hashlib
import hmac
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from matcher import Case
from matcher.intake import ReadCase, ReadingReport

_MARK_KEY_BYTES = 32
_MOST_CASES = 128
_MOST_PARTS = 8
_LONGEST_ANSWER_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class HeldCase:
    """A case that came in, with what was already worked out for it.

    Attributes:
        read: the case and the report of its reading.
        parts: what was worked out, by what it depends on beside the case.
    """

    read: ReadCase
    parts: OrderedDict[Hashable, Any] = field(default_factory=OrderedDict)

    @property
    def case(self) -> Case:
        """Answer the case."""
        return self.read.case

    @property
    def report(self) -> ReadingReport:
        """Answer what the reader noted."""
        return self.read.report

    def found(self, name: Hashable) -> Any:
        """Answer what was worked out under a name, or None.

        Args:
            name: everything that it depends on beside the case.
        """
        return self.parts.get(name)

    def keep(self, name: Hashable, made: Any, size_bytes: int = 0) -> None:
        """Keep what was worked out, as long as the case is held; the oldest part makes room.

        Args:
            name: everything that it depends on beside the case.
            made: what was worked out.
            size_bytes: how long it is; an answer that is too long is not kept.
        """
        if size_bytes > _LONGEST_ANSWER_BYTES:
            return
        self.parts[name] = made
        while len(self.parts) > _MOST_PARTS:
            self.parts.popitem(last=False)


class HeldCases:
    """The cases that one process holds.

    Args:
        seconds: how long a case is held after it came in; 0 holds nothing.
        clock: answers seconds that never go back.
    """

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._clock = clock
        self._key = secrets.token_bytes(_MARK_KEY_BYTES)
        self._cases: OrderedDict[bytes, tuple[float, HeldCase]] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        """Answer how many cases are held."""
        return len(self._cases)

    def mark(self, bureau: str, kind: str, body: bytes) -> bytes:
        """Answer by what a case is found back: useless outside this process.

        Args:
            bureau: who sent it; what one bureau sent is never held for another.
            kind: how it is written, e.g. `yaml`.
            body: its bytes.
        """
        return hmac.digest(self._key, f"{bureau} {kind} ".encode() + body, hashlib.sha256)

    def find(self, mark: bytes) -> HeldCase | None:
        """Answer a case that is held, or None.

        Args:
            mark: what `mark` answered.
        """
        held = self._cases.get(mark)
        return held[1] if held is not None and self._clock() < held[0] else None

    def hold(self, mark: bytes, read: ReadCase) -> HeldCase:
        """Hold a case for a while and answer it.

        Args:
            mark: what `mark` answered.
            read: the case.
        """
        held = HeldCase(read)
        if self._seconds:
            with self._lock:
                self._cases[mark] = (self._clock() + self._seconds, held)
                self._cases.move_to_end(mark)
                while len(self._cases) > _MOST_CASES:
                    self._cases.popitem(last=False)
        return held

    def forget_old(self) -> None:
        """Let go of every case whose time has passed."""
        now = self._clock()
        with self._lock:
            while self._cases and next(iter(self._cases.values()))[0] <= now:
                self._cases.popitem(last=False)
