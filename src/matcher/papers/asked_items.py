"""A table of questions and answers: the item stands between brackets behind each question, its score in the answer."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from matcher.domain.case import Numbering
from matcher.papers.grammar import score_at_start
from matcher.papers.vocabulary import doubt_pattern, pattern
from matcher.papers.words import named_at_start
from matcher.reference.text_signals import plain
from matcher.sheets import Row

_ASKED = re.compile(r"^[^?]{8,}\?\s*\((?P<name>[^?]+)\)\s*$")
_ROWS_FROM = 3  # so many questions with an item behind them make a table of questions
_QUESTION_AND_ANSWER = 2
_PUNCTUATION = " .,:;-\u2013"


def with_items_asked(rows: Sequence[Row]) -> list[Row]:
    """Answer the rows; a question with the whole name of an item behind it comes as that item with its answer.

    "Ja" and "nee" say nothing here, because one question asks what is possible and the next what is limited: only the
    words behind them count. A row whose answer is no more than that stays as it is, and is asked.

    Args:
        rows: rows as they stand on the pages.

    Example:
        >>> from matcher.sheets import Cell
        >>> told = (("Kan hij tillen? (Tillen)", "Beperkt, 5 kg"), ("Kan hij staan? (Staan)", "Nee"))
        >>> told = (*told, ("Hoe lang kan hij zitten? (Zitten)", "Ja, geen beperking"))
        >>> made = [Row(1, (Cell(one, 0, 1), Cell(two, 1, 2)), 1) for one, two in told]
        >>> [row.text for row in with_items_asked(made)]
        ['Tillen: Beperkt, 5 kg', 'Kan hij staan? (Staan) Nee', 'Zitten: geen beperking']
    """
    found: list[Row] = []
    for table, part in groupby(rows, key=lambda row: row.table):
        own = list(part)
        asked = [_name(row) for row in own]
        heads = [plain(row.text) for row, name in zip(own, asked, strict=True) if name is None]
        of_other = any(doubt_pattern("answers_of_other").search(text) for text in heads)
        if table is None or of_other or sum(name is not None for name in asked) < _ROWS_FROM:
            found += own
            continue
        found += [row if name is None else _told(row, name) for row, name in zip(own, asked, strict=True)]
    return found


def _name(row: Row) -> str | None:
    """Answer the name between brackets when it is a whole name of one item and one cell with the answer is filled."""
    filled = [cell for cell in row.cells if cell.text.strip()]
    written = _ASKED.match(filled[0].text.strip()) if len(filled) == _QUESTION_AND_ANSWER else None
    if written is None:
        return None
    name = written["name"].strip()
    named = named_at_start(name)
    whole = named is not None and named.end >= len(name) and len(named.codes.get(Numbering.CURRENT, ())) == 1
    return name if whole else None


def _told(row: Row, name: str) -> Row:
    question, answer = (cell for cell in row.cells if cell.text.strip())
    words = _without_yes_or_no(answer.text.strip())
    if words is None:
        return row
    return Row(row.page, (replace(question, text=f"{name}: {words}", right=answer.right),), gap=1.0)


def _without_yes_or_no(answer: str) -> str | None:
    """Answer the words behind "ja" or "nee"; None when nothing behind it tells a level or a condition."""
    small = plain(answer)
    said = re.match(rf"(?:{pattern('yes_words').pattern}|{pattern('no_words').pattern})(?!\w)", small)
    if said is None or len(small) != len(answer):
        return answer
    rest = answer[said.end() :].strip(_PUNCTUATION)
    score = score_at_start(rest) if rest else None
    if score is not None and (score.numbers or score.word):
        return rest
    return answer if rest and pattern("yes_words").fullmatch(said.group()) else None
