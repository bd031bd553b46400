"""The book of keys: one small file, replaced as a whole, read again by every process when it changes."""

import fcntl
import json
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from matcher.errors import DataError, InputError, UnknownName
from matcher_service.access.caller import Caller, Scope
from matcher_service.access.key_text import KeyText, new_key
from matcher_service.errors import KeyMissing

SCHEMA = "matcher/keys/1"
_BUREAU = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_NOBODY = "0" * 64


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


def is_bureau(name: str) -> bool:
    """Answer whether a name may be that of a bureau.

    Example:
        >>> is_bureau("voorbeeldbureau"), is_bureau("../elders")
        (True, False)
    """
    return _BUREAU.fullmatch(name) is not None


class KeyBook:
    """Keys of all bureaus.

    Args:
        path: the file; it does not have to exist.
        now: answers the moment, in UTC.
    """

    def __init__(self, path: Path, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._path = path
        self._now = now
        self._seen: tuple[int, int, int] | None = None
        self._records: dict[str, KeyRecord] = {}

    def records(self) -> tuple[KeyRecord, ...]:
        """Answer every key ever made, oldest first."""
        return tuple(self._read().values())

    def is_empty(self) -> bool:
        """Answer whether no key was ever made: the first-run mode."""
        return not self._read()

    def has_active(self) -> bool:
        """Answer whether at least one key holds."""
        return any(record.holds(self._now()) for record in self._read().values())

    def caller(self, text: str | None) -> Caller:
        """Answer who a key belongs to.

        Args:
            text: the key as it was handed over, or None.

        Raises:
            KeyMissing: no key, or one that does not hold. An unknown id costs the same comparison as a wrong secret.
        """
        if text is None:
            raise KeyMissing("missing")
        key = KeyText.read(text)
        if key is None:
            raise KeyMissing("unknown")
        record = self._read().get(key.key_id)
        proved = key.proves(record.hash if record is not None else _NOBODY)
        if record is None:
            raise KeyMissing("unknown")
        if not proved:
            raise KeyMissing("wrong", record.key_id)
        if not record.holds(self._now()):
            raise KeyMissing("revoked", record.key_id)
        return Caller(record.key_id, record.bureau, frozenset(record.scopes))

    def still_holds(self, key_id: str) -> Caller | None:
        """Answer who a key id belongs to while the key holds, for a browser session that was opened with it.

        Args:
            key_id: names the key.
        """
        record = self._read().get(key_id)
        if record is None or not record.holds(self._now()):
            return None
        return Caller(record.key_id, record.bureau, frozenset(record.scopes))

    def create(self, bureau: str, scopes: tuple[Scope, ...], days: int | None = None) -> KeyText:
        """Make a key and answer it. It is shown this once and cannot be read back.

        Args:
            bureau: short name of the bureau: lower-case letters, digits and hyphens.
            scopes: what it may do.
            days: after how many days it ends; never when not given.

        Raises:
            InputError: the name of the bureau does not fit, or no scope is given.
        """
        if not is_bureau(bureau):
            raise InputError("De naam van het bureau mag alleen kleine letters, cijfers en streepjes hebben, tot 40.")
        if not scopes:
            raise InputError(f"Geef minstens één recht: {', '.join(Scope)}.")
        key, now = new_key(), self._now()
        ends = None if days is None else _iso(now + timedelta(days=days))
        with self._change() as records:
            records[key.key_id] = KeyRecord(
                key.key_id, bureau, tuple(sorted(set(scopes))), key.hashed(), _iso(now), ends
            )
        return key

    def rotate(self, key_id: str, overlap_hours: int = 0) -> KeyText:
        """Make a key with the same rights in place of another and answer it.

        Args:
            key_id: the old key.
            overlap_hours: how long the old key still holds.

        Raises:
            UnknownName: there is no such key, or it no longer holds.
        """
        key, now = new_key(), self._now()
        with self._change() as records:
            old = self._existing(records, key_id)
            if not old.holds(now):
                raise UnknownName("Deze sleutel is al ingetrokken. Maak een andere: matcher keys create.")
            until = _iso(now + timedelta(hours=overlap_hours))
            records[key_id] = replace(old, ends=until if old.ends is None else min(old.ends, until))
            records[key.key_id] = replace(old, key_id=key.key_id, hash=key.hashed(), created=_iso(now), ends=old.ends)
        return key

    def revoke(self, key_id: str) -> None:
        """End a key at once. Its record stays, so that the audit log can still say whose it was.

        Args:
            key_id: names the key.

        Raises:
            UnknownName: there is no such key.
        """
        with self._change() as records:
            old, now = self._existing(records, key_id), _iso(self._now())
            records[key_id] = replace(old, ends=now if old.ends is None else min(old.ends, now))

    @staticmethod
    def _existing(records: dict[str, KeyRecord], key_id: str) -> KeyRecord:
        if key_id not in records:
            raise UnknownName("Deze sleutel bestaat niet. Bekijk de lijst: matcher keys list.")
        return records[key_id]

    def _read(self) -> dict[str, KeyRecord]:
        try:
            state = self._path.stat()
        except FileNotFoundError:
            return {}
        seen = (state.st_mtime_ns, state.st_ino, state.st_size)
        if seen != self._seen:
            self._records, self._seen = self._load(), seen
        return self._records

    def _load(self) -> dict[str, KeyRecord]:
        try:
            content = json.loads(self._path.read_text(encoding="utf-8"))
            if content["schema"] != SCHEMA:
                raise DataError("Het bestand met sleutels heeft een andere vorm. Zet de reservekopie terug.")
            return {row["key_id"]: _record(row) for row in content["keys"]}
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise DataError("Het bestand met sleutels is niet te lezen. Zet de reservekopie terug.") from error

    @contextmanager
    def _change(self) -> Iterator[dict[str, KeyRecord]]:
        """Hold the lock, hand out the records, and put the file in place as a whole when all went well."""
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = os.open(self._path.with_suffix(".lock"), os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            records = dict(self._load()) if self._path.exists() else {}
            yield records
            self._write(records)
        finally:
            os.close(lock)

    def _write(self, records: dict[str, KeyRecord]) -> None:
        content = {"schema": SCHEMA, "keys": [asdict(record) for record in records.values()]}
        fresh = self._path.with_suffix(".fresh")
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump(content, stream, indent=1)
            stream.flush()
            os.fsync(stream.fileno())
        fresh.replace(self._path)
        _sync_folder(self._path.parent)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _record(row: dict[str, object]) -> KeyRecord:
    scopes = row["scopes"]
    if not isinstance(scopes, list):
        raise TypeError("scopes")
    ends = row["ends"]
    return KeyRecord(
        str(row["key_id"]),
        str(row["bureau"]),
        tuple(Scope(scope) for scope in scopes),
        str(row["hash"]),
        str(row["created"]),
        None if ends is None else str(ends),
    )


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="microseconds")
