"""What the routes ask of the indexes of bureaus, wherever the vacancies are kept."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from matcher.domain.vacancy import Vacancy
from matcher.feeds import FeedReport
from matcher.vacancies import Change, Index

FEED = "api"  # one name for all that comes over HTTP: the requests of one day are added up


class Indexes(Protocol):
    """The indexes of all bureaus; each bureau has one and sees no other."""

    def index(self, bureau: str) -> Index:
        """Answer the index of a bureau, open for reading; it may wait, so never call it where others wait too.

        Args:
            bureau: whose.

        Raises:
            IndexNotHere: the bureau has none yet.
            IndexBusy: it is being brought up to date, and that takes long.
            FileUnreadable: it was made with other tables and must be filled again.
            StorageUnreachable: the database cannot be reached.
        """

    def at_hand(self, bureau: str) -> Index | None:
        """Answer the same without any waiting, or None: then `index` answers, or says what is wrong.

        Args:
            bureau: whose.
        """

    def largest(self) -> Index | None:
        """Answer the index with the most vacancies, or None when no bureau has one.

        Raises:
            FileUnreadable: one was made with other tables and must be filled again.
        """

    def add(self, bureau: str, vacancies: Sequence[Vacancy], on: date, report: FeedReport) -> Change:
        """Put vacancies in the index of a bureau; the first ones make it. Kept for good when this returns.

        Args:
            bureau: whose.
            vacancies: as understood.
            on: the day on which the feed had them.
            report: what the reader did.

        Raises:
            IndexBusy: another request is changing it.
            StorageUnreachable: the database cannot be reached, or waited too long for another.
        """

    def remove(self, bureau: str, ids: Sequence[str], on: date) -> Change:
        """Take vacancies out of the index of a bureau; ids that are not there change nothing.

        Args:
            bureau: whose.
            ids: ids of vacancies.
            on: the day.

        Raises:
            IndexNotHere: the bureau has none yet.
            IndexBusy: another request is changing it.
            StorageUnreachable: the database cannot be reached, or waited too long for another.
        """

    def version(self, bureau: str) -> str:
        """Answer something that differs after every change of the index of a bureau; empty when there is none.

        Args:
            bureau: whose.
        """

    def look(self) -> None:
        """Learn what other instances changed, and take it over; to be called every half second."""

    def catch_up(self) -> None:
        """Bring every copy up to date, however long it takes: before an instance says that it is ready."""

    def purge(self) -> None:
        """Forget what nobody needs any more to bring a copy up to date."""
