"""Keys in a file of their own, replaced as a whole: the embedded default."""

import fcntl
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from matcher.errors import DataError
from matcher_service.access.caller import Scope
from matcher_service.access.key_record import KeyRecord

SCHEMA = "matcher/keys/1"


class KeyFile:
    """A file with keys. Every process sees a change at once.

    Args:
        path: the file; it does not have to exist.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen: tuple[int, int, int] | None = None
        self._records: dict[str, KeyRecord] = {}

    def read(self) -> Mapping[str, KeyRecord]:
        """Answer every key ever made, oldest first; the file is read again when it was put in place anew."""
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
    def change(self) -> Iterator[dict[str, KeyRecord]]:
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
