"""The lines of a printed scale: `► 1 beperkt, ...`, each an option, and the sign or the bold print that chooses one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from matcher.papers.groups import joined
from matcher.papers.vocabulary import doubt_list, word_list
from matcher.reference.text_signals import plain
from matcher.sheets import Row


@dataclass(frozen=True, slots=True)
class OptionLine:
    """One option of a printed scale.

    Attributes:
        number: its number; None when it has only words.
        words: what is printed behind the number, without the sign.
        pointed: True when a sign points at it, or its number stands between brackets.
        strong: True when all of it is bold, underlined or on a colour.
    """

    number: int | None
    words: str
    pointed: bool
    strong: bool


def option_in(row: Row) -> OptionLine | None:
    """Answer the option of a scale that a row is, or None.

    Args:
        row: a line, or a row of a table with the sign in a column of its own.

    Example:
        >>> from matcher.sheets import Cell
        >>> option_in(Row(1, (Cell("==> 2  sterk beperkt, hooguit 5 minuten", 0, 40),)))
        OptionLine(number=2, words='sterk beperkt, hooguit 5 minuten', pointed=True, strong=False)
        >>> option_in(Row(1, (Cell("2 klanten per dag", 0, 40),))) is None
        True
    """
    text, pointed = without_sign(row)
    found = _option().match(text)
    if found is None:
        return None
    number = found["number"]
    between = bool(number) and found["open"] is not None
    return OptionLine(int(number) if number else None, found["words"].strip(), pointed or between, is_strong(row))


def without_sign(row: Row) -> tuple[str, bool]:
    """Answer the words of a row without the sign that points at them, and whether there was one.

    Args:
        row: a line or a row of a table.

    Example:
        >>> from matcher.sheets import Cell
        >>> without_sign(Row(1, (Cell("1 beperkt \u2190", 0, 9),)))
        ('1 beperkt', True)
    """
    cells = [cell.text.strip() for cell in row.cells if cell.text.strip()]
    if len(cells) > 1 and cells[-1] in _column_signs():
        return " ".join(cells[:-1]), True
    text = " ".join(cells)
    before = _sign_before().match(text)
    if before is not None:
        return text[before.end() :], before["empty"] is None
    behind = _sign_behind().search(text)
    return (text[: behind.start()], True) if behind is not None else (text, False)


def is_only_sign(row: Row) -> bool:
    """Answer whether a row is a sign alone, so that it may belong to the line above it or to the one below it."""
    return row.text.strip() in _column_signs()


def is_strong(row: Row) -> bool:
    """Answer whether every word of a row is strong."""
    return all(cell.strong for cell in row.cells if cell.text)


def gone_on(option: OptionLine, row: Row) -> OptionLine:
    """Answer an option with the line that goes on below it; the sign may stand at the end of that line.

    Args:
        option: the option so far.
        row: the line below it.
    """
    text, pointed = without_sign(row)
    return replace(option, words=joined(option.words, text), pointed=option.pointed or pointed)


def are_options(one: OptionLine, two: OptionLine) -> bool:
    """Answer whether two lines right below each other are neighbours on a scale.

    Args:
        one: the upper line.
        two: the line below it.
    """
    if one.number is not None and two.number is not None:
        return two.number == one.number + 1
    if one.number is not None or two.number is not None:
        return False
    starts = [next((at for at, words in enumerate(_degrees()) if _starts(each, words)), None) for each in (one, two)]
    return starts[0] is not None and starts[1] is not None and starts[0] < starts[1]


def _starts(option: OptionLine, words: Sequence[str]) -> bool:
    small = plain(option.words)
    return any(re.match(rf"{re.escape(word)}(?!\w)", small) for word in words)


@cache
def _degrees() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(group) for group in word_list("scale_words"))


@cache
def _column_signs() -> frozenset[str]:
    return frozenset(doubt_list("signs_before")) | frozenset(doubt_list("signs_behind")) | {"x", "X"}


@cache
def _sign_before() -> re.Pattern[str]:
    signs = "|".join(re.escape(sign) for sign in sorted(doubt_list("signs_before"), key=len, reverse=True))
    empty = "|".join(re.escape(sign) for sign in doubt_list("signs_empty"))
    return re.compile(rf"\s*(?:(?P<empty>{empty})|{signs}|[xXvV](?=\s))\s*")


@cache
def _sign_behind() -> re.Pattern[str]:
    signs = "|".join(re.escape(sign) for sign in sorted(doubt_list("signs_behind"), key=len, reverse=True))
    return re.compile(rf"\s+(?:{signs})\s*$")


@cache
def _option() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in word_list("option_starts"))
    degrees = "|".join(re.escape(word) for group in word_list("scale_words") for word in group)
    return re.compile(
        rf"(?:(?P<open>[(\[<])?\s*(?P<number>\d)\s*(?(open)[)\]>])\s*[:.)=\-\u2013]?\s+(?=(?:{words})(?!\w))"
        rf"|(?=(?:{degrees})(?!\w)))(?P<words>.+)$",
        re.IGNORECASE,
    )
