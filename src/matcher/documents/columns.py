"""How wide the columns of a table are: the longest word fits, and a column with longer texts is wider."""

from collections.abc import Sequence

from matcher.prose import Table

_AROUND, _WIDEST = 3, 45  # letters around a word, letters in the widest column
_LINE = 92  # letters of a table that fit beside each other on a page


def column_widths(table: Table) -> tuple[float, ...]:
    """Answer the widths of the columns in letters; what is left of the line goes to the columns with longer texts.

    Args:
        table: the table.
    """
    columns = [[row[place].text for row in (table.head, *table.rows)] for place in range(len(table.head))]
    least = [min(_longest_word(texts) + _AROUND, _WIDEST) for texts in columns]
    wanted = [min(max(_mean(texts), low), _WIDEST) for texts, low in zip(columns, least, strict=True)]
    more = [want - low for want, low in zip(wanted, least, strict=True)]
    left = _LINE - sum(least)
    if sum(wanted) <= _LINE or left <= 0 or not any(more):
        return tuple(round(want, 1) for want in (wanted if left > 0 else least))
    return tuple(round(low + left * each / sum(more), 1) for low, each in zip(least, more, strict=True))


def _longest_word(texts: Sequence[str]) -> int:
    return max((len(word) for text in texts for word in text.split()), default=0)


def _mean(texts: Sequence[str]) -> float:
    return sum(len(text) for text in texts) / len(texts)
