"""The keys of bureaus: made, rotated and revoked on the command line, checked for every request."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from matcher.errors import InputError, UnknownName
from matcher_service.access.caller import Caller, Scope
from matcher_service.access.key_record import KeyPlace, KeyRecord
from matcher_service.access.key_text import KeyText, new_key
from matcher_service.errors import KeyMissing

_BUREAU = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_NOBODY = "0" * 64


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
        place: where they are kept: a file, or a table for several instances.
        now: answers the moment, in UTC.
    """

    def __init__(self, place: KeyPlace, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._place = place
        self._now = now

    def records(self) -> tuple[KeyRecord, ...]:
        """Answer every key ever made, oldest first."""
        return tuple(self._place.read().values())

    def is_empty(self) -> bool:
        """Answer whether no key was ever made: the first-run mode."""
        return not self._place.read()

    def has_active(self) -> bool:
        """Answer whether at least one key holds."""
        return any(record.holds(self._now()) for record in self._place.read().values())

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
        record = self._place.read().get(key.key_id)
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
        record = self._place.read().get(key_id)
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
        with self._place.change() as records:
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
        with self._place.change() as records:
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
        with self._place.change() as records:
            old, now = self._existing(records, key_id), _iso(self._now())
            records[key_id] = replace(old, ends=now if old.ends is None else min(old.ends, now))

    @staticmethod
    def _existing(records: dict[str, KeyRecord], key_id: str) -> KeyRecord:
        if key_id not in records:
            raise UnknownName("Deze sleutel bestaat niet. Bekijk de lijst: matcher keys list.")
        return records[key_id]


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="microseconds")
