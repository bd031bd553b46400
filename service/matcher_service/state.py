"""What one application holds while it runs: made once, closed at the end, reached by the named dependencies."""

import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from matcher import Catalogue, load_catalogue
from matcher.intake import ReadCase
from matcher_service.access import Caller, Sessions, TokenBuckets, Tokens, is_token
from matcher_service.access.caller import LOCAL
from matcher_service.answers import Packed
from matcher_service.audit import NO_TRAIL, Entry, Outcome, Trail
from matcher_service.errors import DossierNotHere, KeyMissing, TooManyRequests
from matcher_service.held import Held
from matcher_service.indexes import Indexes
from matcher_service.keeping import Keeping
from matcher_service.logs import log
from matcher_service.metrics import Metrics
from matcher_service.persons import Person
from matcher_service.settings import KEY_BYTES, Settings
from matcher_service.store import Dossiers
from matcher_service.warm_up import warm_up

_REFUSALS_PER_MINUTE = 60
_REFUSALS_AT_ONCE = 60
_MOST_HELD = 256
_PERSONS_MOST = 32
_PERSONS_BYTES = 100_000_000
_CASES_BYTES = 4_000_000  # counted by what was sent; read, a case takes about ten times that


@dataclass(frozen=True, slots=True)
class Made:
    """An answer that was made for a case.

    Attributes:
        content: the answer.
        entry: what the audit log says every time that it is handed over.
        route: the route that made it, for log and counters.
    """

    content: Packed
    entry: Entry
    route: object = None

    def by(self, route: object) -> "Made":
        """Answer the same with the route that made it."""
        return Made(self.content, self.entry, route)


class State:
    """Everything that the routes share.

    Args:
        settings: how the service runs.
        today: answers the day of today.
    """

    def __init__(self, settings: Settings, today: Callable[[], date] = date.today) -> None:
        self.settings = settings
        self.today = today
        self.metrics = Metrics()
        self.keeping = Keeping(settings)
        self.keys = self.keeping.keys
        self.tokens = None if settings.oidc_issuer is None else Tokens(settings)
        # Each worker has its own buckets, so each gets its part of the share.
        self.buckets = TokenBuckets(
            settings.requests_per_minute / settings.workers, max(1, settings.burst // settings.workers)
        )
        self._refusals = TokenBuckets(_REFUSALS_PER_MINUTE, _REFUSALS_AT_ONCE)
        self.sessions = Sessions(settings.session_key or secrets.token_bytes(KEY_BYTES), settings.session_minutes)
        self.paper_seats = threading.BoundedSemaphore(settings.papers_at_once)
        self.cases = Held[ReadCase](settings.hold_seconds, _MOST_HELD, _CASES_BYTES)
        self.persons = Held[Person](settings.hold_seconds, _PERSONS_MOST, _PERSONS_BYTES)
        self.answers = Held[Made](settings.hold_seconds, _MOST_HELD, settings.hold_bytes)
        self.indexes: Indexes | None = self.keeping.indexes(load_catalogue)
        self.dossiers: Dossiers | None = None
        self._trail: Trail | None = None
        self._ready = False
        self._had_keys = False

    @property
    def first_run(self) -> bool:
        """Answer whether no key exists yet and only this machine can ask: then no key is needed.

        The first key that is seen ends it for as long as the process runs, also when the file is gone.
        """
        if self._had_keys or self.tokens is not None or not self.settings.on_this_machine_only:
            return False
        self._had_keys = self.keys is not None and not self.keys.is_empty()
        return not self._had_keys

    @property
    def ready(self) -> bool:
        """Answer whether the tables are loaded, the files are open and the database, if any, answers."""
        return self._ready and self.keeping.reachable

    @property
    def catalogue(self) -> Catalogue:
        """Answer the occupations, read once per process."""
        return load_catalogue()

    def open(self) -> None:
        """Open the files and load the tables."""
        self.keeping.prepare()
        self._trail = self.keeping.trail()
        self.dossiers = self.keeping.dossiers()
        self.purge()
        if self.indexes is not None:
            self.indexes.catch_up()
        warm_up(self.catalogue, self.indexes)
        self._ready = True
        log("started", mode="first_run" if self.first_run else "keys")

    def purge(self) -> None:
        """Erase the dossiers whose last day has passed, and tell the audit log; forget old changes of vacancies."""
        for bureau, mark in () if self.dossiers is None else self.dossiers.purge():
            self.audit(Entry("dossier.purge", Outcome.NOTED, bureau=bureau, dossier=mark))
        if self.indexes is not None:
            self.indexes.purge()

    def follow(self) -> None:
        """Take over what other instances did with the vacancies."""
        if self.indexes is not None:
            self.indexes.look()

    def close(self) -> None:
        """Close the files."""
        self._ready = False
        if self._trail is not None:
            self._trail.close()
        self.keeping.close()
        log("stopped")

    def caller(self, key: str | None) -> Caller:
        """Answer who asks with a key or a token; anybody on this machine in first-run mode.

        Raises:
            KeyMissing: no key, or one that does not hold.
            TooManyRequests: the key used up its share.
        """
        if key is None and self.first_run:
            return LOCAL
        if self.tokens is not None and key is not None and is_token(key):
            caller = self.tokens.caller(key)
        elif self.keys is None:
            raise KeyMissing("missing" if key is None else "unknown")
        else:
            caller = self.keys.caller(key)
        self.buckets.take(caller.key_id)
        return caller

    def may_wait(self, key: str | None) -> bool:
        """Answer whether finding the caller may wait for another machine: the keys of a provider."""
        return self.tokens is not None and key is not None and is_token(key)

    def audit(self, entry: Entry) -> None:
        """Write an event to the audit log; when this returns it is on disk."""
        (self._trail or NO_TRAIL).write(entry)

    async def audited(self, entry: Entry) -> None:
        """Write the same without holding a thread; when this returns it is on disk."""
        await (self._trail or NO_TRAIL).written(entry)

    def refused(self, error: Exception, route: str, request_id: str, caller: Caller | None) -> None:
        """Tell log, counters and audit log about a refusal at the door.

        A key that exists is told in the audit log too, up to a number a minute: somebody who hammers at the door must
        not fill the disk.

        Args:
            error: why.
            route: template of the route, or the first part of the path.
            request_id: number of the request.
            caller: who asked, when that is known.
        """
        reason = _reason(error)
        key_id = caller.key_id if caller is not None else getattr(error, "key_id", None)
        self.metrics.refused(reason)
        log("refused", reason=reason, route=route, request_id=request_id, key_id=key_id)
        if key_id is not None and self._refusals.has_one(key_id):
            bureau = None if caller is None else caller.bureau
            self.audit(Entry(route, Outcome.REFUSED, key_id, bureau, request_id, reason=reason))


def _reason(error: Exception) -> str:
    if isinstance(error, KeyMissing):
        return f"key_{error.reason}"
    if isinstance(error, DossierNotHere):
        return "dossier_not_here"
    return "too_many" if isinstance(error, TooManyRequests) else "not_allowed"
