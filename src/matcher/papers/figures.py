"""The figure of a doctor beside a score, and whether it belongs to the level that was read."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from matcher.intake import Figure, Standing, UnitWrong, figure_for, standing
from matcher.papers.vocabulary import pattern, word_list
from matcher.reference.fml import items
from matcher.reference.text_signals import plain

_LEAD = r"(?:namelijk|nl|max(?:imaal)?|ongeveer|circa|ca|gemiddeld|hooguit|tot|ten hoogste|plm|\u00b1|~|\s|[.:,(])*"
_NUMBER = r"(\d{1,4}(?:[.,]\d{1,2})?)\s*"
_UNIT = r"([a-z\u00b0%/]+(?: (?:per|in de) \w+)?)"
_ONLY = re.compile(rf"^\W*{_LEAD}{_NUMBER}{_UNIT}[\s.)]*(?:aaneen|achtereen|in totaal|gemiddeld)?\W*$")
_ANY = re.compile(rf"(?<![\d.,\-]){_NUMBER}{_UNIT}")
_BIT_LESS = Decimal("0.999")


def only_figure(text: str, item: str) -> Figure | None:
    """Answer the figure that a text is, in the unit of the item; None when it says more or something else.

    Args:
        text: words beside a score.
        item: item of the current list.

    Example:
        >>> only_figure("namelijk ongeveer 7 kg", "IV.13").value
        Decimal('7')
    """
    found = _ONLY.match(plain(text))
    return _figure(found.group(1), found.group(2), item) if found is not None else None


def contradicts(texts: Sequence[str], item: str, level: int, *, exact: bool) -> bool:
    """Answer whether a figure beside a score belongs to another level than the one that was read.

    A figure at the start of the words counts, and any weight, force, reach or angle; a time further on may be that of
    a break.

    Args:
        texts: the words beside the score.
        item: item of the current list.
        level: the level that was read.
        exact: True when only one word says the level, so that a figure between two levels leaves it open.

    Example:
        >>> contradicts(("namelijk ca. 10 kg",), "IV.13", 2, exact=False)
        True
        >>> [contradicts(("tot 7,5 kg",), "IV.13", 2, exact=exact) for exact in (False, True)]
        [False, True]
    """
    own = items()[item].levels[level].value
    for figure in _figures(texts, item):
        if standing(item, level, figure) is not Standing.AGREES:
            return True
        if exact and own is not None and figure.unit == items()[item].levels[level].unit:
            return not own * _BIT_LESS <= figure.value <= own
    return False


def confirms(texts: Sequence[str], item: str, level: int) -> bool:
    """Answer whether the figures beside a score are the one that the list gives for a level.

    Args:
        texts: the words beside the score.
        item: item of the current list.
        level: a level that may be meant.

    Example:
        >>> confirms(("ca. 4 uur per dag",), "VI.2", 3), confirms(("ca. 4 uur per dag",), "VI.2", 2)
        (True, False)
    """
    known = items()[item].levels[level]
    found = list(_figures(texts, item))
    return bool(found) and all(figure.value == known.value and figure.unit == known.unit for figure in found)


def holds_other_figure(texts: Sequence[str], item: str, level: int) -> bool:
    """Answer whether any figure in the unit of a level, wherever it stands in the words, is another one.

    Args:
        texts: the words beside a value from which the level was read.
        item: item of the current list.
        level: the level that was read.

    Example:
        >>> holds_other_figure(("30 minuten", "links 15 minuten"), "V.1", 2)
        True
    """
    own = items()[item].levels[level]
    found = [_figure(each.group(1), each.group(2), item) for text in texts for each in _ANY.finditer(plain(text))]
    others = [figure for figure in found if figure is not None and figure.unit == own.unit]
    return any(figure.value != own.value for figure in others)


def _figures(texts: Sequence[str], item: str) -> Iterator[Figure]:
    anywhere = set(word_list("figures")["units_anywhere"])
    hours = set(word_list("figures")["hours_items"])
    for text in texts:
        small = plain(text)
        start = _start_of(small)
        for found in _ANY.finditer(small):
            figure = _figure(found.group(1), found.group(2), item)
            at_start = found.start() <= start
            anywhere_too = figure is not None and (figure.unit in anywhere or (item in hours and figure.unit == "h"))
            if figure is None or not (at_start or anywhere_too):
                continue
            less = pattern("figures", "less_than").search(small[: found.start()]) is not None
            yield Figure(figure.value * _BIT_LESS, figure.unit) if less else figure


def _start_of(text: str) -> int:
    """Answer where the first words behind "namelijk" and "ongeveer" start."""
    lead = pattern("figures", "leads").match(text)
    return lead.end() if lead else 0


def _figure(number: str, unit: str, item: str) -> Figure | None:
    for written in dict.fromkeys((unit.strip(), unit.split(maxsplit=1)[0])):
        try:
            return figure_for(item, Decimal(number.replace(",", ".")), written)
        except UnitWrong:
            continue
    return None
