"""One key as it is stored, and what a place for keys can do."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from matcher_service.access.caller import Scope


@dataclass(frozen=True, slots=True)
class KeyRecord:
    """One key as it is stored: never the secret itself.

    Attributes:
        key_id: names the key.
        bureau: whose key it is.
        scopes: what it may do.
        hash: hash of the secret.
        created: moment of making, ISO 8601 in UTC.
        ends: moment from which it no longer holds, or None.
    """

    key_id: str
    bureau: str
    scopes: tuple[Scope, ...]
    hash: str
    created: str
    ends: str | None = None

    def holds(self, at: datetime) -> bool:
        """Answer whether the key holds at a moment."""
        return self.ends is None or at < datetime.fromisoformat(self.ends)


class KeyPlace(Protocol):
    """Where keys are kept."""

    def read(self) -> Mapping[str, KeyRecord]:
        """Answer every key ever made, oldest first."""

    def change(self) -> AbstractContextManager[dict[str, KeyRecord]]:
        """Hold everybody else off, hand out the records, and keep them when all went well."""
