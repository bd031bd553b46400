"""Who asks, and what that caller may do."""

from dataclasses import dataclass
from enum import StrEnum

from matcher_service.errors import ScopeMissing


class Scope(StrEnum):
    """What a key may do."""

    MATCH = "match"  # a coach: everything about a case
    JOBS = "jobs"  # a jobhunter: conditions and verdicts, never items or levels
    INDEX = "index"  # fill and manage the index of vacancies
    ADMIN = "admin"  # metrics and the state of the service; no cases


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks.

    Attributes:
        key_id: the part of the key that is no secret; `local` in first-run mode.
        bureau: whose key it is.
        scopes: what the key may do.
    """

    key_id: str
    bureau: str
    scopes: frozenset[Scope]

    def may(self, *scopes: Scope) -> bool:
        """Answer whether the caller has at least one of the scopes."""
        return not self.scopes.isdisjoint(scopes)

    def require(self, *scopes: Scope) -> None:
        """Refuse the caller that has none of the scopes.

        Raises:
            ScopeMissing: none of the scopes is there.
        """
        if not self.may(*scopes):
            raise ScopeMissing(" of ".join(scopes))


LOCAL = Caller("local", "local", frozenset(Scope))
"""The caller in first-run mode: somebody on this very machine, before any key exists."""
