"""Where an item starts: its number and name, in any order, checked against both lists."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from matcher.domain.case import Numbering
from matcher.intake import Written, read_code
from matcher.papers.grammar import starts_as_score
from matcher.papers.short_names import abbreviated, cut_off
from matcher.papers.vocabulary import pattern
from matcher.papers.words import Named, name_with_code, named_at_start
from matcher.sheets import TICKED, UNTICKED, Row

_SIGN = r"\s*[.\-\u2010-\u2015/]\s*"
_DATE = rf"\d{{1,2}}{_SIGN}\d{{1,2}}{_SIGN}\d{{4}}"  # "1/2/2026" is a day and no item
_CODE = re.compile(
    rf"[(\[]?(?!{_DATE})(?P<code>(?:VI|IV|V|I{{1,3}})(?:{_SIGN}|\s?)\d{{1,2}}(?:{_SIGN}\d{{1,2}})?|[1-6]{_SIGN}\d{{1,2}}(?:{_SIGN}\d{{1,2}})?)"
    r"(?P<after>[)\].:]*)(?=[\s\-\u2010-\u2015|/,;]|$|[A-Za-z])"
)
_ROMAN_CODE = re.compile(rf"(?<![\w.])(?:VI|IV|V|I{{1,3}}){_SIGN}\d{{1,2}}(?!\d)")
_SAME_RUBRIEK = re.compile(
    r"(?:\s*(?:/|&|\+|en|t/m)\s*\d{1,2}(?![\d.,]|\s*(?:kg|x\b|keer|uur|min|cm|%)))*"
)  # "IV.13/14"
_BARE = re.compile(r"(?P<code>\d{1,2})[.):]*(?=\s|$)")
_LEAD = re.compile(rf"\W*(?:{pattern('item_leads').pattern}[\s:-]+)?", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s.:;,\-\u2010-\u2015|/)(\]\[]*")
_NOT_OWN = re.compile(r"(?:zie(?: ook)?|cf\.?|vgl\.?|conform|bij|en|of|item)\s*$", re.IGNORECASE)
_DELIMITER = re.compile(r"\s*(?:[:(\[\u2013\u2014]|\.{2,}|\u2026|-\s|$)")
_IS = re.compile(r"^\s*(?:is|zijn)\s+")
_BEFORE = re.compile(rf"(?P<tick>[{TICKED}{UNTICKED}]\s*)")
_PREFIX_LENGTH = 40


@dataclass(frozen=True, slots=True)
class Anchor:
    """The start of an item on a form.

    Attributes:
        written: the number as it was written; None when there is only a name.
        codes: the code in each list that number and name agree on; empty when they do not agree.
        name: the name as it stands on the form; empty when there is none.
        before: words in front of number and name in the same cell.
        rest: words behind the name in its cell.
        code_cell: place of the cell with the number, or with the name when there is no number.
        name_cell: place of the cell with the name.
        left: left side of the cell where the item starts.
        near: the name that seems to be meant when number and name do not agree.
    """

    written: Written | None
    codes: dict[Numbering, str]
    name: str
    before: str
    rest: str
    code_cell: int
    name_cell: int
    left: float
    near: dict[Numbering, tuple[str, ...]]

    @property
    def is_sure(self) -> bool:
        """Answer whether number and name agree on an item of at least one list."""
        return bool(self.codes)


@lru_cache(maxsize=8192)  # several steps ask the same; emptied after every document
def anchor_in(row: Row, rubriek: int | None) -> Anchor | None:
    """Answer the item that a row starts, or None.

    Args:
        row: a line or a row of a table.
        rubriek: the rubriek (1 to 6) under whose heading the row stands, or None.
    """
    doubtful: Anchor | None = None
    for place, cell in enumerate(row.cells):
        if not cell.text:
            continue
        found = _in_cell(row, place, rubriek)
        if found is not None and found.is_sure:
            return found
        doubtful = doubtful or found
        if place > 3:  # noqa: PLR2004 an item starts in one of the first columns
            break
    return doubtful


def _in_cell(row: Row, place: int, rubriek: int | None) -> Anchor | None:
    text = row.cells[place].text
    for start, before in _starts(text):
        found = _coded(row, place, text, start, before, rubriek)
        if found is not None:
            return found
    for start, before in _starts(text):
        found = _named(row, place, text, start, before, rubriek)
        if found is not None:
            return found
    return None


def _starts(text: str) -> Iterator[tuple[int, str]]:
    """Yield where an item may start in a cell: at the front, or behind a box or a score."""
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    tick = _BEFORE.match(text)
    if tick is not None:
        after = _LEAD.match(text, tick.end())
        yield (after.end() if after else tick.end()), tick["tick"].strip()
        return
    yield start, ""
    score = starts_as_score(text[:_PREFIX_LENGTH])
    if score:
        gap = _BETWEEN.match(text, score)
        yield (gap.end() if gap else score), text[:score].strip()


def _coded(row: Row, place: int, text: str, start: int, before: str, rubriek: int | None) -> Anchor | None:
    code = _CODE.match(text, start)
    written = read_code(code["code"]) if code else None
    if written is not None and written.option is not None and not (written.in_current or written.in_legacy):
        written = replace(written, option=None)  # "IV.13-2" is an item with something behind it, no option
    strong = written is not None
    if written is None:
        code = _BARE.match(text, start)
        if code is None or rubriek is None:
            return None
        written = Written(rubriek, int(code["code"]), None, roman=False)
        if not (written.in_current or written.in_legacy):
            return None
    assert code is not None  # noqa: S101 for the type checker: one of the two matched
    gap = _BETWEEN.match(text, code.end())
    after = gap.end() if gap else code.end()
    for name_cell, words, at in _names_after(row, place, text, after):
        codes, named = _agreeing(written, words[at:])
        if named is not None:
            end = at + named.end
            return Anchor(
                written, codes, words[at:end], before, words[end:], place, name_cell, row.cells[place].left, {}
            )
    if not strong:
        return None
    near = named_at_start(text[after:])
    if near is not None:
        end = after + near.end
        return Anchor(written, {}, text[after:end], before, text[end:], place, place, row.cells[place].left, near.codes)
    if len(text) - after > 60 and not starts_as_score(text[after:]):  # noqa: PLR2004 a date or a number in prose
        return None
    if not (written.in_current or written.in_legacy):
        return None
    return Anchor(written, {}, "", before, text[after:], place, place, row.cells[place].left, {})


def _names_after(row: Row, place: int, text: str, after: int) -> Iterator[tuple[int, str, int]]:
    """Yield where the name of a number may be: behind it, or in one of the next cells."""
    if text[after:].strip():
        yield place, text, after
        return
    seen = 0
    for other in range(place + 1, len(row.cells)):
        if row.cells[other].text:
            yield other, row.cells[other].text, 0
            seen += 1
            if seen > 1:
                return
    for other in range(place - 1, -1, -1):  # the name may stand in front of the number
        if row.cells[other].text:
            yield other, row.cells[other].text, 0
            return


def _agreeing(written: Written, words: str) -> tuple[dict[Numbering, str], Named | None]:
    """Answer the codes that a number and the words behind it agree on, and where the name ends."""
    exact = cut_off(words) or named_at_start(words)
    codes: dict[Numbering, str] = {}
    longest: Named | None = None
    for numbering, code in _codes_of(written).items():
        named = None
        if exact is not None and code in exact.codes.get(numbering, ()):
            named = exact
        else:
            near = name_with_code(words, code, numbering)
            if near is not None and (exact is None or near.end >= exact.end):
                named = near
        short = abbreviated(words, code, numbering) if named is None or not named.exact else None
        if short is not None and (named is None or short.end > named.end):
            named = short
        if named is not None:
            codes[numbering] = code
            longest = named if longest is None or named.end > longest.end else longest
    return codes, longest


def _codes_of(written: Written) -> dict[Numbering, str]:
    found = {}
    if written.in_current:
        item = written.current_item
        found[Numbering.CURRENT] = item if written.option is None else f"{item}.{written.option}"
    if written.in_legacy:
        found[Numbering.LEGACY] = written.legacy_code
    return found


def _named(row: Row, place: int, text: str, start: int, before: str, rubriek: int | None) -> Anchor | None:
    named = cut_off(text[start:]) or named_at_start(text[start:])
    if named is None:
        return None
    end = start + named.end
    rest = text[end:]
    gap = _BETWEEN.match(rest)
    after = gap.end() if gap else 0
    code = _CODE.match(rest, after)
    written = read_code(code["code"]) if code else None
    if written is not None and code is not None:
        own = _codes_of(written)
        codes = {n: c for n, c in own.items() if c in named.codes.get(n, ())}
        return Anchor(
            written, codes, text[start:end], before, rest[code.end() :], place, place, row.cells[place].left,
            {} if codes else dict(named.codes),
        )  # fmt: skip
    if not (before or _stands_alone(rest)):
        return None
    codes = {n: found for n, all_codes in named.codes.items() if (found := _one_of(all_codes, rubriek)) is not None}
    if any(code.count(".") > 1 for code in codes.values()):
        return None  # an option is read with its item
    near = {} if codes else dict(named.codes)
    return Anchor(None, codes, text[start:end], before, rest, place, place, row.cells[place].left, near)


def _stands_alone(rest: str) -> bool:
    """Answer whether a name ends here or is followed by a score, so that it is no word of a sentence."""
    behind = _IS.sub("", rest, count=1).lstrip()
    return bool(_DELIMITER.match(rest) or starts_as_score(behind) or rest.lstrip()[:1] in (TICKED, UNTICKED))


def _one_of(codes: tuple[str, ...], rubriek: int | None) -> str | None:
    """Answer the one item with a name; under the heading of a rubriek it must be one of that rubriek."""
    romans = ("I", "II", "III", "IV", "V", "VI")
    if rubriek is not None:
        marks = (romans[rubriek - 1], str(rubriek))
        codes = tuple(code for code in codes if code.split(".")[0] in marks)
    return codes[0] if len(codes) == 1 else None


def several_in(text: str) -> list[int]:
    """Answer where further items start inside one text, as in `IV.13 Tillen 2; IV.14 Dragen 1`.

    Args:
        text: the text of one cell.
    """
    found = []
    first = False
    for code in _CODE.finditer(text):
        at = code.start()
        before = text[:at].rstrip()
        written = read_code(code["code"])
        gap = _BETWEEN.match(text, code.end())
        if written is None or _agreeing(written, text[gap.end() if gap else code.end() :])[1] is None:
            continue
        apart = bool(before) and (before[-1] in ";,.|\u2022\u00b7)" or text[:at].endswith("  "))
        if first and apart and not _NOT_OWN.search(before):
            found.append(at)
        first = True
    return found


def codes_in(text: str) -> Iterator[str]:
    """Yield the items of the current list whose number stands anywhere in a text, written with a Roman number.

    Args:
        text: any words of a form.

    Example:
        >>> list(codes_in("IV.13-2; V.4-1")), list(codes_in("VI.2/3"))
        (['IV.13', 'V.4'], ['VI.2', 'VI.3'])
    """
    for found in _ROMAN_CODE.finditer(text):
        written = read_code(found.group())
        if written is None or not written.in_current:
            continue
        yield written.current_item
        rubriek = written.current_item.partition(".")[0]
        for other in re.findall(r"\d{1,2}", _SAME_RUBRIEK.match(text, found.end())[0]):  # type: ignore[index]
            more = read_code(f"{rubriek}.{other}")
            if more is not None and more.in_current:
                yield more.current_item
