"""The indexes of a service without a database: their files are all there is. On disk when a change is acknowledged."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from matcher import Catalogue, MatcherError
from matcher.domain.vacancy import Vacancy
from matcher.feeds import FeedReport
from matcher.vacancies import Change, Index, build_index, is_index, remove_from_index, update_index
from matcher_service.errors import IndexNotHere
from matcher_service.indexes.opened import OpenedIndexes
from matcher_service.indexes.place import FEED, Indexes


class FileIndexes(Indexes):
    """The indexes of all bureaus, as files.

    Args:
        folder: where they lie; made when the first one is.
        catalogue: answers the occupations.
    """

    def __init__(self, folder: Path, catalogue: Callable[[], Catalogue]) -> None:
        self._opened = OpenedIndexes(folder, catalogue)

    def index(self, bureau: str) -> Index:
        """Answer the index of a bureau."""
        return self._opened.index(bureau)

    def at_hand(self, bureau: str) -> Index | None:
        """Answer the same; nothing has to be waited for."""
        try:
            return self._opened.index(bureau)
        except MatcherError:
            return None

    def largest(self) -> Index | None:
        """Answer the index with the most vacancies."""
        return max((self.index(bureau) for bureau in self._opened.bureaus()), key=len, default=None)

    def add(self, bureau: str, vacancies: Sequence[Vacancy], on: date, report: FeedReport) -> Change:
        """Put vacancies in the index of a bureau."""
        place = self._opened.place(bureau)
        with self._opened.writing(bureau):
            change = update_index if is_index(place) else build_index
            return change(vacancies, place, on, self._opened.catalogue(), feeds={FEED: report})

    def remove(self, bureau: str, ids: Sequence[str], on: date) -> Change:
        """Take vacancies out of the index of a bureau."""
        self._opened.seen(bureau)
        with self._opened.writing(bureau):
            return remove_from_index(ids, self._opened.place(bureau), on, self._opened.catalogue())

    def version(self, bureau: str) -> str:
        """Answer something that differs after every change."""
        try:
            return repr(self._opened.seen(bureau))
        except IndexNotHere:
            return ""

    def look(self) -> None:
        """Do nothing: other processes change the same files."""

    def catch_up(self) -> None:
        """Do nothing: the files are all there is."""

    def purge(self) -> None:
        """Do nothing: the files hold nothing else."""
