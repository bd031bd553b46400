"""A share of requests per key: a bucket of tokens that fills up again."""

import math
import time
from collections.abc import Callable
from threading import Lock

from matcher_service.errors import TooManyRequests

_FORGET_FROM = 10_000


class TokenBuckets:
    """One bucket per key.

    Args:
        per_minute: how many tokens come back in a minute.
        burst: how many tokens a full bucket holds.
        clock: answers seconds that never go back.
    """

    def __init__(self, per_minute: float, burst: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._per_second = per_minute / 60
        self._burst = float(burst)
        self._clock = clock
        self._buckets: dict[str, tuple[float, float]] = {}
        self._lock = Lock()

    def take(self, name: str) -> None:
        """Take one token.

        Args:
            name: whose bucket.

        Raises:
            TooManyRequests: the bucket is empty; the error says when to come back.
        """
        wait = self._wait(name)
        if wait > 0:
            raise TooManyRequests(math.ceil(wait))

    def has_one(self, name: str) -> bool:
        """Answer whether there was a token, and take it."""
        return self._wait(name) <= 0

    def _wait(self, name: str) -> float:
        now = self._clock()
        with self._lock:
            tokens, since = self._buckets.get(name, (self._burst, now))
            tokens = min(self._burst, tokens + (now - since) * self._per_second)
            enough = tokens >= 1
            self._buckets[name] = (tokens - 1 if enough else tokens, now)
            if len(self._buckets) > _FORGET_FROM:
                self._forget_full(now)
        return 0.0 if enough else (1 - tokens) / self._per_second

    def _forget_full(self, now: float) -> None:
        full = [n for n, (t, since) in self._buckets.items() if t + (now - since) * self._per_second >= self._burst]
        for name in full:
            del self._buckets[name]
