"""Indexes in a folder: opened once per process, and again when another process changed one; one writer at a time."""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from matcher import Catalogue
from matcher.vacancies import Index, open_index
from matcher_service.errors import IndexBusy, IndexNotHere

_POINTER = "current.json"
_AGAIN_S = 0.02
Seen = tuple[int, int]


def indexes_folder(state: Path) -> Path:
    """Answer where the indexes of bureaus lie.

    Args:
        state: folder of the service.
    """
    return state / "indexes"


def copies_folder(state: Path) -> Path:
    """Answer where the copies of vacancies in a database lie: apart, so that files of before stay as they are.

    Args:
        state: folder of the service.
    """
    return state / "copies"


class OpenedIndexes:
    """The folder with an index for each bureau.

    Args:
        folder: where they lie; made when the first one is.
        catalogue: answers the occupations.
    """

    def __init__(self, folder: Path, catalogue: Callable[[], Catalogue]) -> None:
        self._folder = folder
        self.catalogue = catalogue
        self._open: dict[str, tuple[Seen, Index]] = {}
        self._pointers: dict[str, Path] = {}  # putting one together takes longer than looking at it
        self._lock = Lock()

    def place(self, bureau: str) -> Path:
        """Answer the folder of the index of a bureau.

        Args:
            bureau: whose.
        """
        return self._folder / bureau

    def bureaus(self) -> list[str]:
        """Answer which bureaus have an index here."""
        return [path.parent.name for path in self._folder.glob(f"*/{_POINTER}")]

    def index(self, bureau: str) -> Index:
        """Answer the index of a bureau, open for reading; its arrays are shared by all processes.

        Args:
            bureau: whose.

        Raises:
            IndexNotHere: the bureau has none yet.
            FileUnreadable: it was made with other tables and must be filled again.
        """
        seen = self.seen(bureau)
        known = self._open.get(bureau)
        if known is not None and known[0] == seen:
            return known[1]
        with self._lock:
            index = open_index(self.place(bureau), self.catalogue())
            self._open[bureau] = (seen, index)
        return index

    def seen(self, bureau: str) -> Seen:
        """Answer what differs after every change of the files of a bureau.

        Args:
            bureau: whose.

        Raises:
            IndexNotHere: the bureau has none yet.
        """
        pointer = self._pointers.get(bureau)
        if pointer is None:
            pointer = self._pointers[bureau] = self.place(bureau) / _POINTER
        try:
            found = pointer.stat()
        except FileNotFoundError:
            raise IndexNotHere from None
        return found.st_mtime_ns, found.st_ino

    @contextmanager
    def writing(self, bureau: str, wait_s: float = 0.0) -> Iterator[None]:
        """Hold the index of a bureau for writing; other processes of this machine are held off.

        Args:
            bureau: whose.
            wait_s: how long to wait for another writer.

        Raises:
            IndexBusy: another one is still writing.
        """
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = os.open(self._folder / f"{bureau}.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _held(lock, time.monotonic() + wait_s)
            yield
        finally:
            os.close(lock)


def _held(lock: int, until: float) -> None:
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            if time.monotonic() >= until:
                raise IndexBusy from None
            time.sleep(_AGAIN_S)
        else:
            return
