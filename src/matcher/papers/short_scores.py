"""A legend of short scores (`LB = licht beperkt`) in the document itself: each short score becomes its word."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from matcher.papers.anchors import anchor_in
from matcher.papers.vocabulary import pattern, word_list
from matcher.reference.text_signals import plain
from matcher.sheets import Cell, Row

_PAIRS_FROM = 2  # so many meanings side by side make a legend
_SHORT = r"[A-Z]{1,3}|[A-Z][a-z]{1,2}|[a-z]{1,2}|[+\-\u2013\u00b1\u25cb\u25cf/]{1,2}"
_NUMBERS = r"(?:\s*[:(]?\s*(?P<options>\d(?:\s*(?:[,+&/]|en)\s*\d)*)\s*\)?)?"


def with_whole_scores(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Answer the rows with short scores written as the words that the legend of the document gives, and the legend.

    A short score counts only where it stands alone in a cell of an item or right behind its name, written exactly as
    in the legend. Two meanings for one short score, or one meaning for two, make it no legend at all: then nothing
    changes. A legend is no item, whatever example it holds.

    Args:
        rows: rows as they stand on the pages.

    Example:
        >>> texts = ("N = normaal, LB = licht beperkt, B = beperkt", "4.13 Tillen: LB")
        >>> rows, legend = with_whole_scores([Row(1, (Cell(text, 0, 9),)) for text in texts])
        >>> [row.text for row in rows], len(legend)
        (['4.13 Tillen: licht beperkt'], 1)
    """
    found = [_meanings(row.text) for row in rows]
    legends = {at for at, pairs in enumerate(found) if len(dict(pairs)) >= _PAIRS_FROM}
    pairs = {pair for at in legends for pair in found[at]}
    meanings = dict(pairs)
    one_each = len(meanings) == len(pairs) == len({_meaning(word) for _, word in pairs})
    if not legends or not one_each:
        return list(rows), []
    kept = [_written_out(row, meanings) for at, row in enumerate(rows) if at not in legends]
    return kept, [rows[at] for at in sorted(legends)]


def _meanings(text: str) -> list[tuple[str, str]]:
    if "=" not in text and not _told().search(text):
        return []
    pairs = [(each["short"], " ".join(plain(each["word"]).split())) for each in _pair().finditer(text)]
    sides = any(plain(short) in word_list("short_sides") for short, _ in pairs)  # "R: beperkt, L: normaal"
    norm = any(pattern("norm_words").fullmatch(word) for _, word in pairs)
    return [] if sides or not norm or _starts_item(text) else pairs


def _starts_item(text: str) -> bool:
    anchor = anchor_in(Row(1, (Cell(text, 0, 1),)), None)
    return anchor is not None and anchor.is_sure


def _meaning(word: str) -> str:
    """Answer a word as one of those that mean the same, so that two short scores for one meaning are seen."""
    for name in ("norm_words", "no_words", "not_applicable"):
        if pattern(name).fullmatch(word):
            return name
    return word


@cache
def _told() -> re.Pattern[str]:
    return re.compile(r"\b(?:betekent|staat voor)\b|:")


@cache
def _pair() -> re.Pattern[str]:
    degrees = "|".join(sorted(word_list("degrees"), key=len, reverse=True))
    names = (*(pattern(name).pattern for name in ("norm_words", "not_applicable", "yes_words", "no_words")), degrees)
    words = "|".join(names)
    return re.compile(
        rf"(?<![\w.])(?P<short>{_SHORT})\s*(?:=|:|\bbetekent\b|\bstaat voor\b)\s*(?:de )?"
        rf"(?P<word>(?i:{words}))(?![\w-])"
        rf"(?=\s*(?:[,;.|/)]|\(|$|en\b|of\b|(?:{_SHORT})\s*[=:]))"
    )


def _written_out(row: Row, meanings: Mapping[str, str]) -> Row:
    anchor = anchor_in(row, None)
    if anchor is None or not (anchor.is_sure or anchor.written is not None):
        return row  # a name that goes on in the next line agrees with its number later on
    last = max(anchor.code_cell, anchor.name_cell)
    cells = [*row.cells[: last + 1], *(_in_words(cell, meanings) for cell in row.cells[last + 1 :])]
    rest = anchor.rest.strip(" :.\u2026") if anchor.is_sure else ""
    words = _in_words(Cell(rest, 0, 0), meanings).text if rest else rest
    named = cells[anchor.name_cell]
    if words != rest and named.text.rstrip(" .").endswith(rest):
        cells[anchor.name_cell] = replace(named, text=named.text.rstrip(" .").removesuffix(rest) + words)
    return replace(row, cells=tuple(cells), lines=() if words != rest else row.lines)


def _in_words(cell: Cell, meanings: Mapping[str, str]) -> Cell:
    found = re.fullmatch(rf"\(?(?P<short>{_SHORT})\)?{_NUMBERS}", cell.text.strip())
    word = meanings.get(found["short"]) if found is not None else None
    if found is None or word is None:
        return cell
    return replace(cell, text=f"{word} {found['options']}" if found["options"] else word)
