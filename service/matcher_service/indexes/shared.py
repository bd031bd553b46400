"""The indexes of several instances: the vacancies are in a database, and the files are a copy that may be thrown away.

No answer misses a change that another instance acknowledged more than a second ago: what the database says is looked at
every half second, and a request for which that is too old, or whose copy is behind, waits until it is not.
"""

import logging
import secrets
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from matcher import Catalogue, MatcherError
from matcher.domain.vacancy import Vacancy
from matcher.feeds import FeedReport
from matcher.vacancies import Change, Copying, Index, copying, kept_of, marks_in, notes_after, stand_of
from matcher_service.errors import IndexBusy, IndexNotHere, ServiceRefusal
from matcher_service.indexes.opened import OpenedIndexes
from matcher_service.indexes.place import FEED, Indexes
from matcher_service.indexes.rows import Stand
from matcher_service.indexes.table import Page, VacancyTable
from matcher_service.logs import log, where

FRESH_S = 1.0
_WAIT_S = 5.0  # a request waits no longer for another one that brings the copy up to date
_AT_START_S = 3600.0  # another worker of this machine may be making the copy of a whole bureau
_ONCE_BYTES = 8
_START, _LAST = (0, 0), (1 << 63) - 1


class SharedIndexes(Indexes):
    """The indexes of all bureaus, as copies of what is in a database.

    Args:
        folder: where the copies lie; made when the first one is.
        catalogue: answers the occupations.
        table: the vacancies.
        clock: answers seconds that never go back.
    """

    def __init__(
        self,
        folder: Path,
        catalogue: Callable[[], Catalogue],
        table: VacancyTable,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._opened = OpenedIndexes(folder, catalogue)
        self._table = table
        self._clock = clock
        self._known: tuple[float, dict[str, Stand]] = (float("-inf"), {})

    def index(self, bureau: str) -> Index:
        """Answer the index of a bureau; its copy is first brought up to date."""
        found = self.at_hand(bureau)
        if found is None:
            if bureau not in self._stands():
                raise IndexNotHere
            found = self.at_hand(bureau)
        return self._brought_up(bureau, _WAIT_S) if found is None else found

    def at_hand(self, bureau: str) -> Index | None:
        """Answer the same when the copy is as the database was in the last second."""
        if not self._is_fresh():
            return None
        found = self._copy(bureau)
        return None if found is None or stand_of(found) != str(self._known[1].get(bureau)) else found

    def largest(self) -> Index | None:
        """Answer the largest copy."""
        copies = [self._copy(bureau) for bureau in self._stands()]
        return max((copy for copy in copies if copy is not None), key=len, default=None)

    def add(self, bureau: str, vacancies: Sequence[Vacancy], on: date, report: FeedReport) -> Change:
        """Put vacancies in the database; then bring the copy up to date, so that who asked finds them at once."""
        change, stand = self._table.put(
            bureau, kept_of(vacancies, on), lambda before: notes_after(before, on, vacancies, {FEED: report})
        )
        self._follow_own(bureau, stand)
        return change

    def remove(self, bureau: str, ids: Sequence[str], on: date) -> Change:
        """Take vacancies out of the database; then bring the copy up to date."""
        change, stand = self._table.take_out(bureau, marks_in(ids), on)
        self._follow_own(bureau, stand)
        return change

    def version(self, bureau: str) -> str:
        """Answer something that differs after every change, and every time while nobody looked for a second."""
        if not self._is_fresh():
            return secrets.token_hex(_ONCE_BYTES)
        try:
            return f"{self._opened.seen(bureau)} {self._known[1].get(bureau)}"
        except IndexNotHere:
            return ""

    def look(self) -> None:
        """Learn what other instances changed, and bring copies up to date that nobody else is busy with."""
        for bureau, stand in self._stands().items():
            found = self._copy(bureau)
            if found is None or stand_of(found) != str(stand):
                with suppress(IndexBusy):
                    self._tried(bureau, 0.0)

    def catch_up(self) -> None:
        """Bring every copy up to date."""
        for bureau in self._stands():
            self._tried(bureau, _AT_START_S)

    def purge(self) -> None:
        """Forget what was taken out long ago."""
        self._table.purge()

    def _is_fresh(self) -> bool:
        return self._clock() < self._known[0] + FRESH_S

    def _stands(self) -> dict[str, Stand]:
        asked = self._clock()
        stands = self._table.stands()
        self._known = (asked, stands)
        return stands

    def _copy(self, bureau: str) -> Index | None:
        """Answer the copy as it is; None when there is none that can be read."""
        try:
            return self._opened.index(bureau)
        except (MatcherError, OSError, ValueError):
            return None

    def _follow_own(self, bureau: str, stand: Stand) -> None:
        """Take over a change of our own. It is written for good already, so whatever goes wrong here is for later."""
        asked, stands = self._known
        self._known = (asked, {**stands, bureau: stand})
        with suppress(MatcherError, OSError):
            self._brought_up(bureau, _WAIT_S)

    def _tried(self, bureau: str, wait_s: float) -> None:
        """Bring one copy up to date; what is wrong with it is no reason to leave others behind."""
        try:
            self._brought_up(bureau, wait_s)
        except ServiceRefusal:
            raise
        except Exception as error:  # noqa: BLE001 who asks for this one is told
            log("copy_failed", logging.ERROR, bureau=bureau, error=where(error))

    def _brought_up(self, bureau: str, wait_s: float) -> Index:
        place = self._opened.place(bureau)
        with self._opened.writing(bureau, wait_s), copying(place, self._opened.catalogue()) as copy:
            stand = _followed(self._table, bureau, copy)
        asked, stands = self._known
        self._known = (asked, {**stands, bureau: stand})
        return self._opened.index(bureau)


def _followed(table: VacancyTable, bureau: str, copy: Copying) -> Stand:
    """Bring a copy up to date, page after page, each of one moment. Answer up to which change it goes then.

    A row that changes meanwhile gets a later number, so a further page brings it; the last page has nothing after it,
    so with that the copy is what the table was when that page was read.
    """
    number = table.knows(bureau, copy.stand)
    while True:
        if number is None:
            copy.start_anew()
        page = table.page(bureau, _START if number is None else (number, _LAST))
        kept_since = page.first_kept if number is None else number
        while page.first_kept <= kept_since and not page.last:
            copy.put(page.rows)
            page = table.page(bureau, page.after)
        if page.first_kept <= kept_since:
            return _done(copy, page)
        number = None  # what was taken out was forgotten meanwhile


def _done(copy: Copying, page: Page) -> Stand:
    copy.put(page.rows)
    if str(page.stand) != copy.stand:
        copy.done(str(page.stand), page.notes)
    return page.stand
