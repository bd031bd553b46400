"""Many records to vacancies: on all processors when there are enough of them, in the order of the records."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context

from matcher.catalogue import Catalogue
from matcher.domain.vacancy import Vacancy, VacancyRecord
from matcher.vacancy_text.understand import understand

ENOUGH = 2_000
"""Records from which a second process is worth its start of some seconds."""

_AT_ONCE = 100

_catalogue: Catalogue | None = None


def understand_all(
    records: Sequence[VacancyRecord], catalogue: Catalogue | None = None, *, processes: int | None = None
) -> Iterator[Vacancy]:
    """Yield what each vacancy says, in the order of the records; the answers are those of `understand`.

    Args:
        records: as a feed gave them.
        catalogue: as for `understand`.
        processes: how many may work at once; when not given, one for few records and else one per processor.

    Example:
        >>> record = VacancyRecord("1", "Kok", "Je werkt 24 uur per week.")
        >>> [str(vacancy.hours.value.most) for vacancy in understand_all([record])]
        ['24']
    """
    count = processes or (1 if len(records) < ENOUGH else os.cpu_count() or 1)
    if count == 1:
        yield from map(partial(understand, catalogue=catalogue), records)
        return
    # Fresh processes: a copy of one that runs threads may hang.
    with ProcessPoolExecutor(count, get_context("spawn"), _keep, (catalogue,)) as pool:
        yield from pool.map(_understood, records, chunksize=_AT_ONCE)


def _keep(catalogue: Catalogue | None) -> None:
    global _catalogue  # noqa: PLW0603 a process of the pool keeps the tables for all its records
    _catalogue = catalogue


def _understood(record: VacancyRecord) -> Vacancy:
    return understand(record, _catalogue)
