"""Vacancies of an index on this machine, put in the database of several instances."""

from itertools import islice

from matcher.errors import InputError
from matcher.vacancies import Index, kept_in
from matcher_service.access import is_bureau
from matcher_service.indexes import VacancyTable, joined_notes

_AT_ONCE = 10_000


def fill(table: VacancyTable, bureau: str, index: Index) -> int:
    """Keep every vacancy of an index for a bureau, beside what it has. Answer how many there are then.

    Each ten thousand are one change: whoever writes meanwhile waits for one of them at most. Stopped half-way, the same
    again goes on; nothing is there twice.

    Args:
        table: the vacancies of the bureaus.
        bureau: whose.
        index: open for reading, with records.

    Raises:
        InputError: this cannot be the name of a bureau.
        StorageUnreachable: the database cannot be reached.
    """
    if not is_bureau(bureau):
        raise InputError("De naam van het bureau past niet: gebruik kleine letters, cijfers en streepjes.")
    rest, in_all = kept_in(index), 0
    while True:
        part = list(islice(rest, _AT_ONCE))
        in_all = table.put(bureau, part, joined_notes(index.generation.notes))[0].in_all
        if len(part) < _AT_ONCE:
            return in_all
