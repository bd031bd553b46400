"""Files that come in: a document in a limited number at a time, and a feed of vacancies that is forgotten after."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from matcher import InputError
from matcher.domain.case import Numbering
from matcher.domain.vacancy import Vacancy
from matcher.feeds import ENDINGS, FeedReport, Tally, iter_feed, merge_duplicates
from matcher.papers import DocumentReading, read_document_bytes
from matcher.vacancy_text import understand
from matcher_service.errors import TooSlow
from matcher_service.state import State

_SEAT_SHARE = 0.5  # of the time for one answer: the other half is for the reading itself


@dataclass(frozen=True, slots=True)
class Feed:
    """Vacancies that came in with a request.

    Attributes:
        vacancies: as understood, each once.
        report: what the reader assumed, merged and refused.
    """

    vacancies: Sequence[Vacancy]
    report: FeedReport

    @property
    def notes_nl(self) -> tuple[str, ...]:
        """Answer what the reader did, as Dutch lines."""
        return self.report.notes_nl()


def read_paper(state: State, content: bytes, name: str, numbering: Numbering | None = None) -> DocumentReading:
    """Answer what a document says; it is read in a child process and never lies on disk.

    Args:
        state: holds how many documents may be read at a time.
        content: the bytes.
        name: file name; only its ending counts.
        numbering: the list that the numbers of a form belong to, when a person knows it.

    Raises:
        FileUnreadable: it cannot be opened safely.
        TooSlow: too many others are reading.
    """
    if not state.paper_seats.acquire(timeout=state.settings.max_seconds * _SEAT_SHARE):
        raise TooSlow
    try:
        return read_document_bytes(content, name, numbering=numbering)
    finally:
        state.paper_seats.release()


def read_vacancies(state: State, content: bytes, name: str) -> Feed:
    """Answer the vacancies in a feed. The file lies in a folder of its own while it is read, and is gone after.

    Args:
        state: holds the occupations and how many vacancies may come.
        content: the bytes.
        name: file name; only its ending counts.

    Raises:
        FileUnreadable: the feed as a whole cannot be used.
        InputError: its kind cannot be told, or it holds too many vacancies.
    """
    ending, most, tally = PurePath(name).suffix.lower(), state.settings.max_vacancies, Tally()
    if ending not in ENDINGS:
        raise InputError(f"Dit soort bestand met vacatures wordt niet gelezen. Kies uit: {', '.join(ENDINGS)}.")
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"vacatures{ending}"
        path.write_bytes(content)
        records = list(islice(iter_feed(path, tally=tally), most + 1))
    if len(records) > most:
        raise InputError(f"Er staan meer dan {most} vacatures in. Splits het bestand, of gebruik een index.")
    once, tally.merged = merge_duplicates(records)
    return Feed([understand(record, state.catalogue) for record in once], tally.report())
