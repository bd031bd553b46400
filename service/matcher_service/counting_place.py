"""Where workers count together: a folder for as long as the service runs. What a killed one left, the next clears."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_PREFIX = "matcher-counters-"
_LOCK = "lock"


@contextmanager
def counting_place() -> Iterator[Path]:
    """Hand out a fresh folder, and take it away at the end.

    The folder is locked while it is used: one that is there without a holder belonged to a service that was killed.
    """
    clear_left_behind(Path(tempfile.gettempdir()))
    with tempfile.TemporaryDirectory(prefix=_PREFIX) as name:
        lock = os.open(Path(name) / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            yield Path(name)
        finally:
            os.close(lock)


def clear_left_behind(place: Path) -> None:
    """Remove the folders that services left behind when they were killed.

    Args:
        place: where such folders lie; those of another user or a running service stay.
    """
    for lock in place.glob(f"{_PREFIX}*/{_LOCK}"):
        with suppress(OSError):
            handle = os.open(lock, os.O_RDWR)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(lock.parent, ignore_errors=True)
            finally:
                os.close(handle)
