"""What a place for the lines of the audit log can do."""

from collections.abc import Callable
from typing import Protocol

from matcher_service.audit.chain import Head

Following = Callable[[Head, bool], tuple[list[bytes], Head]]
"""Answers the next lines and the head after them, given the last line and whether a half one after it was cleared."""


class LinePlace(Protocol):
    """Where lines go. One writer at a time, whatever process or machine it is in."""

    def append(self, following: Following) -> None:
        """Hold every other writer off, ask for the next lines, and return when they are on disk: all or none."""

    def close(self) -> None:
        """Let go of it."""
