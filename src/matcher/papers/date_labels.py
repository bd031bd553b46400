"""What each date on a document is: drawn up, signed, seen by the doctor, valid, printed, or unknown."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from matcher.papers.dates import Dated, dates_in
from matcher.papers.vocabulary import form_titles
from matcher.reference.tables import read_yaml
from matcher.reference.text_signals import plain
from matcher.sheets import Row

_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{4})[.;!?]\s+")  # not behind an abbreviation or a number
_UNFINISHED = re.compile(r"[^.;:!?]$")
_OPEN_DATE = re.compile(r"\b\d{1,2}(?:e|ste)?(?:\s+[a-z]{3,9})?$")  # "op 26", with "oktober 2025" on the next line
_PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class LabelledDate:
    """A date with what the words beside it say that it is.

    Attributes:
        day: the date.
        family: one of the families of `paper_dates.yaml`, `outside`, or empty when nothing says what it is.
        page: page, counted from 1.
        place: place of its row among the rows that were given.
    """

    day: date
    family: str
    page: int
    place: int


@cache
def _rules() -> Any:
    return read_yaml("paper_dates.yaml")


@cache
def _families(side: str) -> Mapping[str, re.Pattern[str]]:
    return {name: re.compile(each[side]) for name, each in _rules()["families"].items() if side in each}


@cache
def order_by() -> tuple[str, ...]:
    """Answer the families by which two forms are compared."""
    return tuple(_rules()["order_by"])


@cache
def label_pattern(*families: str) -> str:
    """Answer one pattern for the words in front of dates of some families.

    Args:
        families: names of families.
    """
    return "|".join(_families("before")[name].pattern for name in families)


def labelled_dates(rows: Sequence[Row]) -> list[LabelledDate]:
    """Answer every date in the rows with what it is.

    Args:
        rows: rows of a document, in their order. A sentence or a date that goes on in the next row is read as one.

    Returns:
        The dates in their order. What no words explain has no family: it is unknown what it is.
    """
    found: list[LabelledDate] = []
    for start, text in _sentences(rows):
        for each in dates_in(text):
            family = (
                _ends_a_range(each, found, start) or _family(each) or _by_place(rows, start, each) or _of_a_letter(each)
            )
            found.append(LabelledDate(each.day, family, rows[start].page, start))
    return found


def _ends_a_range(each: Dated, found: Sequence[LabelledDate], place: int) -> str:
    """Answer `valid_until` for the second date of "geldig van ... t/m ..."; else nothing."""
    starts = bool(found) and (found[-1].place, found[-1].family) == (place, "valid_from")
    return "valid_until" if starts and re.fullmatch(_rules()["range"], each.before.strip()) else ""


def drawn_up_among(dates: Sequence[LabelledDate]) -> tuple[LabelledDate | None, bool]:
    """Answer which date says when a form was drawn up, and whether that is sure.

    Args:
        dates: the dates of one form.

    Returns:
        The date, or None when there is none that may be it. It is not sure when no words say what it is, when there are
        several, or when the doctor saw the person after it.
    """
    for rule in _rules()["drawn_up_by"]:
        own = [each for each in dates if each.family == rule["family"]]
        if own:
            seen_later = any(each.family == "seen" and each.day > own[0].day for each in dates)
            return own[0], rule["sure"] and len({each.day for each in own}) == 1 and not seen_later
    loose = [each for each in dates if not each.family]
    return (loose[0] if len({each.day for each in loose}) == 1 else None), False


def _sentences(rows: Sequence[Row]) -> Iterator[tuple[int, str]]:
    """Yield the rows as text, with running text that goes on in the next row as one."""
    start, text = 0, ""
    for place, row in enumerate(rows):
        if text and _goes_on(rows[place - 1], row):
            text = f"{text} {row.text}"
            continue
        if text:
            yield start, text
        start, text = place, row.text
    if text:
        yield start, text


def _goes_on(row: Row, below: Row) -> bool:
    if len(row.cells) > 1 or len(below.cells) > 1 or not _UNFINISHED.search(row.text):
        return False
    return below.text[:1].islower() or bool(_OPEN_DATE.search(plain(row.text)) and not below.text[:1].isupper())


def _family(each: Dated) -> str:
    if each.day < _rules()["earliest"] or re.search(_rules()["of_birth"], each.before):
        return "elsewhere"
    sentence = _SENTENCE_END.split(each.before)[-1]
    if re.search(_rules()["outside"], sentence):
        return "outside"
    nearest = _nearest(sentence)
    if nearest and nearest != _PLAIN:
        return nearest
    behind = _SENTENCE_END.split(each.after)[0]
    said = next((name for name, words in _families("behind").items() if words.search(behind)), "")
    return said or nearest or _nearest(each.before)


def _nearest(words: str) -> str:
    """Answer the family whose words end nearest to the date; a plain label only when there is no other."""
    ends = {
        name: (match.end(), match.end() - match.start())
        for name, pattern in _families("before").items()
        for match in pattern.finditer(words)
    }
    titled = _PLAIN if any(title.words.search(words) for title in form_titles()) else ""
    telling = {name: end for name, end in ends.items() if name != _PLAIN}
    return max(telling, key=lambda name: telling[name]) if telling else _PLAIN if ends else titled


def _of_a_letter(each: Dated) -> str:
    """Answer `letter` for the date of a letter: a place and a date, and nothing else on the line."""
    alone = not each.after.strip(" .") and re.fullmatch(_rules()["letter"], each.before.strip())
    return "letter" if alone else ""


def _by_place(rows: Sequence[Row], place: int, each: Dated) -> str:
    """Answer what a date is by the words above it, when nothing stands in front of it."""
    if not place or each.before.strip():
        return ""
    row, above = rows[place], rows[place - 1]
    words = above.text
    if len(row.cells) > 1:
        own = (at for at, cell in enumerate(row.cells) if any(each.day == other.day for other in dates_in(cell.text)))
        at = next(own, None)
        if at is None or len(above.cells) != len(row.cells):
            return ""
        words = above.cells[at].text
    return "" if any(True for _ in dates_in(words)) else _nearest(plain(words))
