"""Take page headers, page numbers and everything that says who somebody is out of the rows."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from matcher.intake import identity_in
from matcher.papers.anchors import anchor_in
from matcher.papers.date_labels import label_pattern
from matcher.papers.grammar import is_option, starts_as_score
from matcher.papers.groups import rubriek_of
from matcher.papers.persons_named import are_of_others, persons_in
from matcher.papers.vocabulary import pattern, patterns
from matcher.reference.text_signals import plain
from matcher.sheets import Cell, Row, Sheet

_LABEL = 40  # signs: a heading of a column or a label is no longer
_EDGE_ROWS = 4  # so many rows at the top and the bottom of a page may be a header or footer
_PAGE_ALONE = re.compile(r"\W*\d{1,3}(?:\s*(?:van|/|of|-)\s*\d{1,3})?\W*")
_NAME_PART = re.compile(r"[A-Z\u00c0-\u00dd][\w'\u2019-]{2,}")
_NO_NAME = frozenset(
    {"de", "van", "der", "den", "mevrouw", "meneer", "heer", "mevr", "dhr", "mw", "drs", "mr", "dr", "naam"}
)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Rows without headers and identity.

    Attributes:
        rows: what is left.
        identity: what was found out about who it is, by kind; only for the separate identity sheet.
        of_others: True when it surely names more than one person as the one it is about.
    """

    rows: tuple[Row, ...]
    identity: Mapping[str, str]
    of_others: bool = False

    def without_name(self, text: str) -> str:
        """Answer a text in which the person's own name is replaced.

        Args:
            text: words of the document.
        """
        names = _name_pattern(self.identity.get("name", ""))
        return names.sub("(naam)", text) if names is not None else text


def clean(sheet: Sheet) -> Cleaned:
    """Answer the rows of a sheet without headers, footers, page numbers and identity.

    Args:
        sheet: the document.
    """
    rows = _without_furniture(sheet)
    identity: dict[str, str] = {}
    kept: list[Row] = []
    for row in rows:
        left = _without_identity(row, identity)
        if left is not None:
            kept.append(left)
    return Cleaned(tuple(kept), MappingProxyType(identity), are_of_others(persons_in(sheet.rows)))


def _without_furniture(sheet: Sheet) -> Iterable[Row]:
    tops, bottoms = _edges(sheet.rows)
    repeated = Counter(key for keys in (tops, bottoms) for key in keys.values())
    least = max(2, sheet.pages // 2)
    marked = {_key(text) for text in sheet.furniture}
    seen: set[str] = set()
    for place, row in enumerate(sheet.rows):
        key = _key(row.text)
        if sheet.pages > 1 and (place in bottoms or place in tops) and _PAGE_ALONE.fullmatch(row.text):
            continue
        if pattern("page_marks").fullmatch(plain(row.text).strip(" -|.")):
            continue
        if key in marked and key in seen:
            continue
        if place in bottoms and repeated[bottoms[place]] >= least:
            continue
        if place in tops and repeated[tops[place]] >= least:
            if key in seen:
                continue
            seen.add(key)
        yield row


def _edges(rows: Sequence[Row]) -> tuple[dict[int, tuple[int, str]], dict[int, tuple[int, str]]]:
    """Answer the rows at the top and the bottom of each page, with their place there and what they say.

    A line of the form itself may stand at the edge of more pages, as in two forms in one file, and is no header.
    """
    by_page: dict[int, list[int]] = {}
    for place, row in enumerate(rows):
        by_page.setdefault(row.page, []).append(place)
    if len(by_page) == 1:
        return {}, {}
    tops: dict[int, tuple[int, str]] = {}
    bottoms: dict[int, tuple[int, str]] = {}
    for places in by_page.values():
        starts, ends = enumerate(places[:_EDGE_ROWS]), enumerate(reversed(places[_EDGE_ROWS:][-_EDGE_ROWS:]))
        tops |= {p: (at, _key(rows[p].text)) for at, p in starts if not _is_of_form(rows[p])}
        bottoms |= {p: (-1 - at, _key(rows[p].text)) for at, p in ends if not _is_of_form(rows[p])}
    return tops, bottoms


def _is_of_form(row: Row) -> bool:
    """Answer whether a row is a score, a box to tick, the heading of a rubriek or the start of an item."""
    if is_option(row.text) or starts_as_score(row.text) or rubriek_of(row.text) is not None:
        return True
    anchor = anchor_in(row, None)
    return anchor is not None and anchor.is_sure


def _key(text: str) -> str:
    return pattern("page_marks").sub("#", " ".join(plain(text).split()))


def _without_identity(row: Row, identity: dict[str, str]) -> Row | None:
    """Answer the row without cells that say who somebody is; None when nothing is left."""
    kept: list[Cell] = []
    skip, pending = False, ""
    heading = len(row.cells) > 1 and _is_heading(row)
    changed = False
    for place, cell in enumerate(row.cells):
        if not cell.text:
            kept.append(cell)
            continue
        if skip:
            skip = False
            changed = True
            _remember(identity, pending, cell.text)
            kept.append(replace(cell, text=""))
            continue
        kind, value, rest = ("", "", "") if heading else _labelled(cell.text, _next_text(row, place))
        if not kind:
            text = _scrubbed(cell.text, identity)
            changed |= text != cell.text
            kept.append(cell if text == cell.text else replace(cell, text=text))
            continue
        changed = True
        if value:
            _remember(identity, kind, value)
        pending, skip = kind, not value and not rest
        kept.append(replace(cell, text=rest))
    if not changed:
        return row
    lines = tuple(line for each in row.lines if (line := _without_identity(each, identity)) is not None)
    return replace(row, cells=tuple(kept), lines=lines) if any(cell.text for cell in kept) else None


def _next_text(row: Row, place: int) -> str:
    return next((cell.text for cell in row.cells[place + 1 :] if cell.text), "")


def _labelled(text: str, after: str) -> tuple[str, str, str]:
    """Answer which label a cell starts with, the value behind it, and what comes after that and is not identity."""
    small = plain(text)
    for kind, label in patterns("identity").items():
        found = label.match(small)
        alone = small.rstrip(" :")
        if after and (label.fullmatch(alone) or label.fullmatch(f"{alone}:")):
            return kind, "", ""  # the value is in the next cell
        if found is not None:
            behind = text[found.end() :] if len(small) == len(text) else ""
            cut = _front_words().search(plain(behind))
            value = behind[: cut.start()] if cut else behind
            return kind, value.strip(" :\t,;-"), behind[cut.start() :] if cut else ""
    return "", "", ""


def _front_words() -> re.Pattern[str]:
    labels = label_pattern("drawn_up", "signed", "seen", "valid_from", "first_sick_day", "plain")
    return re.compile(rf"(?<!\w)(?:{labels})(?: (?:op|per|van|vanaf|d\.?d\.?))?\s*[:\s]\s*\d")


def _is_heading(row: Row) -> bool:
    roles = patterns("columns")
    short = [plain(cell.text).strip(" :.") for cell in row.cells if cell.text and len(cell.text) < _LABEL]
    if sum(any(role.match(text) for role in roles.values()) for text in short) > 1:
        return True
    labels = patterns("identity").values()  # "naam" stands above a column and in front of a name alike
    named = bool(short) and roles["name"].match(short[0]) is not None
    return row.table is not None and named and not any(label.match(f"{short[0]}:") for label in labels)


def _scrubbed(text: str, identity: dict[str, str]) -> str:
    if identity_in(text) is None:
        return text
    parts = re.split(r"(?<=[;,|])\s+|\s{2,}|\.\s+", text)
    kept = [part for part in parts if identity_in(part) is None]
    identity.setdefault("other", "")
    return " ".join(kept)


def _remember(identity: dict[str, str], kind: str, value: str) -> None:
    if value and not identity.get(kind):
        identity[kind] = value[:200]


def _name_pattern(name: str) -> re.Pattern[str] | None:
    parts = [part for part in _NAME_PART.findall(name) if part.casefold() not in _NO_NAME]
    if not parts:
        return None
    words = "|".join(re.escape(part) for part in dict.fromkeys(parts))
    return re.compile(
        rf"\b(?:(?:mevrouw|mevr\.?|mw\.?|meneer|de heer|dhr\.?)\s+)?(?:[A-Z]\.\s*)*(?:{words})(?:\s+(?:{words}))*\b"
    )
