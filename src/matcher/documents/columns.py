"""How wide the columns of a table are: the longest word fits, and a column with longer texts is wider."""

from collections.abc import Sequence

from matcher.prose import Table

_AROUND, _WIDEST = 3, 40  # letters in a cell


def column_widths(table: Table) -> tuple[float, ...]:
    """Answer the widths of the columns in parts; only their ratio means anything.

    Args:
        table: the table.
    """
    return tuple(_width([row[place].text for row in (table.head, *table.rows)]) for place in range(len(table.head)))


def _width(texts: Sequence[str]) -> float:
    mean = sum(len(text) for text in texts) / len(texts)
    longest = max((len(word) for text in texts for word in text.split()), default=0)
    return round(min(max(mean, longest + _AROUND), _WIDEST), 1)
