"""The index of vacancies of each bureau: opened once per process, and again when another process changed it."""

import fcntl
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from threading import Lock

from matcher import Catalogue
from matcher.domain.vacancy import Vacancy
from matcher.feeds import FeedReport
from matcher.vacancies import Change, Index, build_index, is_index, open_index, remove_from_index, update_index
from matcher_service.errors import IndexBusy, IndexNotHere

_POINTER = "current.json"
_FEED = "api"  # one name for all that comes over HTTP: the requests of one day are added up
Seen = tuple[int, int]


def indexes_folder(state: Path) -> Path:
    """Answer where the indexes of bureaus lie."""
    return state / "indexes"


class Indexes:
    """The indexes of all bureaus; each bureau has one and sees no other.

    Args:
        folder: where they lie; made when the first one is.
        catalogue: answers the occupations.
    """

    def __init__(self, folder: Path, catalogue: Callable[[], Catalogue]) -> None:
        self._folder = folder
        self._catalogue = catalogue
        self._open: dict[str, tuple[Seen, Index]] = {}
        self._lock = Lock()

    def index(self, bureau: str) -> Index:
        """Answer the index of a bureau, open for reading; its arrays are shared by all processes.

        Args:
            bureau: whose.

        Raises:
            IndexNotHere: the bureau has none yet.
            FileUnreadable: it was made with other tables and must be filled again.
        """
        seen = self._seen(bureau)
        known = self._open.get(bureau)
        if known is not None and known[0] == seen:
            return known[1]
        with self._lock:
            index = open_index(self._folder / bureau, self._catalogue())
            self._open[bureau] = (seen, index)
        return index

    def largest(self) -> Index | None:
        """Answer the index with the most vacancies, or None when no bureau has one.

        Raises:
            FileUnreadable: one was made with other tables and must be filled again.
        """
        bureaus = [path.parent.name for path in self._folder.glob(f"*/{_POINTER}")]
        return max((self.index(bureau) for bureau in bureaus), key=len, default=None)

    def add(self, bureau: str, vacancies: Sequence[Vacancy], on: date, report: FeedReport) -> Change:
        """Put vacancies in the index of a bureau; the first ones make it. On disk when this returns.

        Args:
            bureau: whose.
            vacancies: as understood.
            on: the day on which the feed had them.
            report: what the reader did.

        Raises:
            IndexBusy: another request is changing it.
        """
        place = self._folder / bureau
        with self._writing(bureau):
            change = update_index if is_index(place) else build_index
            return change(vacancies, place, on, self._catalogue(), feeds={_FEED: report})

    def remove(self, bureau: str, ids: Sequence[str], on: date) -> Change:
        """Take vacancies out of the index of a bureau; ids that are not there change nothing.

        Args:
            bureau: whose.
            ids: ids of vacancies.
            on: the day.

        Raises:
            IndexNotHere: the bureau has none yet.
            IndexBusy: another request is changing it.
        """
        self._seen(bureau)
        with self._writing(bureau):
            return remove_from_index(ids, self._folder / bureau, on, self._catalogue())

    def version(self, bureau: str) -> str:
        """Answer something that differs after every change of the index of a bureau; empty when there is none.

        Args:
            bureau: whose.
        """
        try:
            return repr(self._seen(bureau))
        except IndexNotHere:
            return ""

    def _seen(self, bureau: str) -> Seen:
        try:
            found = (self._folder / bureau / _POINTER).stat()
        except FileNotFoundError:
            raise IndexNotHere from None
        return found.st_mtime_ns, found.st_ino

    @contextmanager
    def _writing(self, bureau: str) -> Iterator[None]:
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = os.open(self._folder / f"{bureau}.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(lock)
            raise IndexBusy from None
        try:
            yield
        finally:
            os.close(lock)
