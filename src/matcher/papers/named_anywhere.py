"""Nothing is missed in silence: an item whose name stands anywhere on the form, and that was not read, is asked."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from rapidfuzz import fuzz, process

from matcher.domain.case import Numbering
from matcher.intake import known_names, name_of
from matcher.papers.anchors import anchor_in
from matcher.papers.beside import kept_words
from matcher.papers.block import Body
from matcher.papers.found import Doubt, ItemReading, Sureness
from matcher.papers.groups import joined
from matcher.papers.short_names import short_for
from matcher.papers.vocabulary import doubt_number, doubt_pattern, word_list
from matcher.papers.words import named_at_start, names_through, tokens
from matcher.reference.text_signals import plain
from matcher.sheets import Row

_BESIDE = 120  # signs around a name that are shown
_AND = re.compile(r"\s+en\s+")
_IN_LIST = ",;:(/|\u2022\u00b7-"


def add_named(body: Body, found: dict[str, ItemReading], numbering: Numbering) -> None:
    """Add a question for every item that is not read yet and whose name stands on the form.

    A name of one word is often an ordinary word as well: it counts where a cell starts with it, and the list's own name
    also in a list and in a sentence about what somebody can.

    Args:
        body: the form.
        found: what was read, by code; it is added to.
        numbering: the list of the form.
    """
    read = {_item(code) for code in found}
    hours = _together(body.rows) if numbering is Numbering.CURRENT else ()
    for page, words, codes in (
        *_in_text(body.rows, numbering),
        *_short(body.rows, numbering),
        *_in_english(body.rows),
        *hours,
    ):
        meant = dict.fromkeys(_item(code) for code in codes)
        if read.isdisjoint(meant):  # else the name is that of the item that was read
            for item in meant:
                found[item] = ItemReading(
                    item, "", (), Sureness.DOUBTFUL, page, kept_words(words), doubt=Doubt.MENTIONED
                )
        read |= meant.keys()


def _item(code: str) -> str:
    return ".".join(code.split(".")[:2])


def _in_text(rows: Sequence[Row], numbering: Numbering) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    for page in dict.fromkeys(row.page for row in rows):
        text, starts = _as_text([row for row in rows if row.page == page])
        for named, start in names_through(text):
            end = start + named.end
            codes = named.codes.get(numbering, ()) or _each_of(text[start:end], numbering)
            several = len(tokens(text[start:end])) > 1
            own = any(plain(text[start:end]) == plain(name_of(code, numbering)) for code in codes)
            if codes and (several or start in starts or (own and _tells(text, start, end))):
                around = " ".join(text[max(0, start - _BESIDE // 2) : end + _BESIDE].split())
                yield page, around, codes


def _each_of(words: str, numbering: Numbering) -> tuple[str, ...]:
    """Answer the items of one list that a name of the other list puts together, as in "tillen en dragen"."""
    codes: list[str] = []
    for token in tokens(words):
        named = named_at_start(words[token.start : token.end])
        codes += named.codes.get(numbering, ()) if named is not None else ()
    return tuple(dict.fromkeys(codes))


def names_several(words: str) -> bool:
    """Answer whether words are the names of several items of the current list with "en" between them.

    Args:
        words: the name of an item as it stands on a form.

    Example:
        >>> names_several("Tillen en dragen"), names_several("Tillen of dragen"), names_several("Knielen en hurken")
        (True, False, False)
    """
    parts = _AND.split(plain(words))
    codes = [named.codes.get(Numbering.CURRENT, ()) if (named := named_at_start(part)) else () for part in parts]
    whole = named_at_start(words)
    return len(parts) > 1 and all(codes) and (whole is None or Numbering.CURRENT not in whole.codes)


def _together(rows: Sequence[Row]) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """Yield the items that a row names in one go, as in "uren per dag/week"."""
    for row in rows:
        for words, codes in _named_in_one_go():
            if words.search(plain(row.text)):
                yield from ((row.page, row.text, (code,)) for code in codes)


@cache
def _named_in_one_go() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    return tuple((re.compile(each["words"]), tuple(each["items"])) for each in word_list("named_in_one_go"))


def _as_text(rows: Sequence[Row]) -> tuple[str, set[int]]:
    """Answer rows as one text, and where its cells start."""
    text, starts = "", set()
    for row in rows:
        for cell in row.cells:
            if not cell.text.strip():
                continue
            text = joined(text, cell.text)
            starts.add(len(text) - len(cell.text))
    return text, starts


def _tells(text: str, start: int, end: int) -> bool:
    """Answer whether a name of one word stands in a list, or in a sentence about what somebody can."""
    before, behind = text[:start].rstrip(), text[end:].lstrip()
    if before[-1:] in _IN_LIST or behind[:1] in _IN_LIST:
        return True
    first = max(text.rfind(sign, 0, start) for sign in ".!?") + 1
    last = min((at for sign in ".!?" if (at := text.find(sign, end)) >= 0), default=len(text))
    return doubt_pattern("about_ability").search(plain(text[first:last])) is not None


def _short(rows: Sequence[Row], numbering: Numbering) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """Yield the items that a short cell names with abbreviations, or with its words in another order."""
    for row in rows:
        anchor = anchor_in(row, None)
        if anchor is not None and anchor.is_sure:
            continue
        for cell in row.cells:
            written = re.sub(r"[\d.|]+", " ", cell.text.partition(":")[0]) if cell.text.strip() else ""
            words = [token.word for token in tokens(written)]
            if not words or len(words) > doubt_number("short_name_words_most"):
                continue
            codes = next((codes for part in _without_last(words) if (codes := _called(part, numbering))), set())
            if len(codes) <= doubt_number("short_name_items_most"):
                yield from ((row.page, row.text, (code,)) for code in codes)


def _without_last(words: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield words whole and without the last ones, which may be a score; two words at least."""
    yield words
    yield from (words[:end] for end in range(len(words) - 1, max(1, len(words) - 3), -1))


def _called(words: Sequence[str], numbering: Numbering) -> set[str]:
    return short_for(words, numbering) or _turned(words, numbering)


def _turned(words: Sequence[str], numbering: Numbering) -> set[str]:
    least = doubt_number("turned_name_score")
    codes, names = _every_name(numbering)
    found = process.extract(" ".join(words), names, scorer=fuzz.token_sort_ratio, limit=None, score_cutoff=least)
    return {codes[place] for _, _, place in found}


@cache
def _every_name(numbering: Numbering) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Answer the code of every name of an item, and the names in the same order."""
    pairs = [(code, name) for code, names in known_names(numbering).items() if code.count(".") == 1 for name in names]
    return tuple(code for code, _ in pairs), tuple(name for _, name in pairs)


def _in_english(rows: Sequence[Row]) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """Yield the items that a form in English names; one English word alone makes no English form."""
    any_name, names = _english_names()
    starts = [(row, small) for row in rows for cell in row.cells if any_name.match(small := plain(cell.text))]
    hits = [(row.page, row.text, (code,)) for row, small in starts for words, code in names if words.match(small)]
    if any(one[2] != other[2] for one, other in pairwise(hits)):
        yield from hits


@cache
def _english_names() -> tuple[re.Pattern[str], tuple[tuple[re.Pattern[str], str], ...]]:
    """Answer the pattern of any English name, and those of each with its item."""
    lead = r"^\W*(?:[\w.]{1,6}\s+)?"
    named = word_list("english_names")
    each = tuple((re.compile(rf"{lead}{words}\b"), code) for code, words in named.items())
    return re.compile(rf"{lead}(?:{'|'.join(named.values())})\b"), each
