"""A table with the scores of several forms beside each other: only the column of the form that holds counts."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from matcher.papers.date_labels import labelled_dates
from matcher.papers.dates import dates_in
from matcher.papers.vocabulary import doubt_pattern, patterns
from matcher.reference.text_signals import plain
from matcher.sheets import Row

_SEVERAL = 2
_OF_THE_FORM = ("drawn_up", "signed", "plain")
_SCORE = "score"  # a heading that every reader of tables knows


def with_newest_column(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows; in a heading with a date above each column of scores, the newest one becomes "score".

    Two signs must agree: the dates run on in one direction, so that the newest stands at the end, and the form says
    elsewhere that it was drawn up on that day. Else every dated column stays one of the past, and all is asked.

    Args:
        rows: the rows of one form.

    Example:
        >>> from matcher.sheets import Cell
        >>> head = Row(1, tuple(Cell(text, at, at + 1) for at, text in enumerate(("Item", "1-2-2026", "3-9-2026"))), 1)
        >>> front = Row(1, (Cell("Opgesteld op 3 september 2026", 0, 9),))
        >>> [row.text for row in with_newest_column([front, head])][1], list(with_newest_column([head]))[0].text
        ('Item 1-2-2026 score', 'Item 1-2-2026 3-9-2026')
    """
    heads = {at: days for at, row in enumerate(rows) if len(days := _days(row)) >= _SEVERAL}
    if not heads:
        yield from rows
        return
    beside = [row for at, row in enumerate(rows) if at not in heads]
    own = {each.day for each in labelled_dates(beside) if each.family in _OF_THE_FORM}
    other = any(doubt_pattern("other_column_holds").search(plain(row.text)) for row in beside)
    for at, row in enumerate(rows):
        place = _newest(heads[at], own) if at in heads and not other else None
        if place is None:
            yield row
            continue
        cells = tuple(replace(cell, text=_SCORE) if n == place else cell for n, cell in enumerate(row.cells))
        yield replace(row, cells=cells)


def _days(row: Row) -> dict[int, date]:
    """Answer the day above each column that has one, in a row that names the items too."""
    named = any(
        patterns("columns")[name].match(plain(cell.text).strip(" :."))
        for name in ("name", "number")
        for cell in row.cells
    )
    found: dict[int, date] = {}
    for at, cell in enumerate(row.cells):
        dated = list(dates_in(cell.text)) if named else []
        if len(dated) == 1 and not dated[0].before.strip() and not dated[0].after.strip():
            found[at] = dated[0].day
    return found


def _newest(days: dict[int, date], own: set[date]) -> int | None:
    """Answer the column of the form that holds; None when the order or the day of the form does not say it."""
    order = list(days.values())
    runs_on = order in (sorted(set(order)), sorted(set(order), reverse=True))
    place = max(days, key=lambda at: days[at])
    return place if runs_on and own and max(own) == days[place] else None
