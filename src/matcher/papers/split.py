"""One file may hold several forms: where does each start, and of which kind is it?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from matcher.papers.anchors import anchor_in
from matcher.papers.date_labels import LabelledDate, drawn_up_among, labelled_dates
from matcher.papers.vocabulary import FormTitle, form_titles, word_list
from matcher.reference.text_signals import plain
from matcher.sheets import Row

_LEAD = re.compile(
    r"^\W*(?:\d{1,2}[.)]\s+|bijlage\s*\w*\s*[:.\-]?\s*|(?:formulier|document)\s*:?\s*"
    r"|soort (?:document|formulier)\s*:?\s*|(?:betreft|onderwerp)\s*:\s*"
    r"|belastbaarheid (?:volgens|conform) (?:de )?(?=fml|functionele))*"
)


@dataclass(frozen=True, slots=True)
class FormRows:
    """The rows of one form with its title; the title is None when none was found."""

    title: FormTitle | None
    rows: tuple[Row, ...]


def forms_in(rows: Sequence[Row]) -> list[FormRows]:
    """Answer the forms in a document, each with its own rows.

    A title, or a date of drawing up, may start another form. It does when items were read before it and it is another
    kind of form, when it has another date, or when items come back that were read already: a form names an item once.
    A title that comes back on every page starts nothing.

    Args:
        rows: all rows of the document.
    """
    document = _Document(rows)
    starts: list[tuple[int, FormTitle | None]] = []
    places = document.may_start()
    for at, place in enumerate(places):
        title = title_of(rows[place])
        until = places[at + 1] if at + 1 < len(places) else len(rows)
        if not starts:
            if title is not None:
                starts.append((place, title))
            continue
        begin, before = starts[-1]
        if document.is_another(begin if len(starts) > 1 else 0, place, until, before, title):
            starts.append((place, title or before))
        elif _is_stricter(title, before) and not document.items(begin, place):
            starts[-1] = (begin, title)
    if not starts:
        return [FormRows(None, tuple(rows))]
    bounds = [0, *(place for place, _ in starts[1:]), len(rows)]
    return [FormRows(title, tuple(rows[bounds[at] : bounds[at + 1]])) for at, (_, title) in enumerate(starts)]


def _is_stricter(title: FormTitle | None, before: FormTitle | None) -> bool:
    """Answer whether only the second of two titles says that the form lists what differs."""
    return title is not None and before is not None and title.deviations_only and not before.deviations_only


class _Document:
    """The rows with what each says about items and dates, so that it is read once."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._codes: dict[int, frozenset[str]] = {}
        for place, row in enumerate(rows):
            found = anchor_in(row, None)
            if found is not None and found.is_sure:
                self._codes[place] = frozenset(found.codes.values())
        self._dates = labelled_dates(rows)
        self._least = int(word_list("form_start")["items_least"])

    def may_start(self) -> list[int]:
        """Answer where a form may start: at a title, or where the dates of a form stand without one."""
        titles = {place for place, row in enumerate(self._rows) if title_of(row) is not None}
        drawn = {each.place for each in self._dates if each.family in ("drawn_up", "signed")}
        return sorted(titles | {self._top_of(place) for place in drawn if not self._is_titled(place, titles)})

    def _is_titled(self, place: int, titles: set[int]) -> bool:
        """Answer whether a title without items below it stands above a date."""
        before = [title for title in titles if title <= place]
        return bool(before) and not self.items(max(before), place)

    def _top_of(self, place: int) -> int:
        """Answer the first of the rows with dates that stand together on a page."""
        dated = {each.place for each in self._dates if each.family}
        top = place
        while top - 1 in dated and self._rows[top - 1].page == self._rows[place].page:
            top -= 1
        return top

    def items(self, start: int, end: int) -> set[str]:
        """Answer the codes of the items in a part of the rows."""
        return {code for place, codes in self._codes.items() if start <= place < end for code in codes}

    def is_another(self, begin: int, place: int, until: int, before: FormTitle | None, title: FormTitle | None) -> bool:
        """Answer whether another form starts at a place."""
        own = self.items(begin, place)
        if len(own) < self._least:
            return False
        if title is not None and before is not None and title.kind != before.kind:
            return True
        old, new = self._drawn_up(begin, place), self._drawn_up(place, until)
        if new is not None and new != old:
            return True
        return len(own & self.items(place, until)) >= self._least

    def _drawn_up(self, start: int, end: int) -> date | None:
        """Answer when the form in a part of the rows was drawn up, by the dates in front of its first item."""
        first = min((place for place in self._codes if start <= place < end), default=end)
        front: list[LabelledDate] = [each for each in self._dates if start <= each.place < first and each.family]
        found, _ = drawn_up_among(front)
        return found.day if found is not None else None


def title_of(row: Row) -> FormTitle | None:
    """Answer the title of a form that a row is, or None.

    Args:
        row: a row of a document.
    """
    small = plain(row.text)
    lead = _LEAD.match(small)
    start = lead.end() if lead else 0
    if len(small.split()) > word_list("title_words_most"):
        return None
    for title in form_titles():
        found = title.words.match(small, start)
        if found is None:
            continue
        if re.match(r"\s+(?:is|wordt|werd|geeft|bevat|moet|kan|heeft|dient|zijn)\b", small[found.end() :]):
            return None  # a sentence about the form
        deviating = title.kind == "FML" and re.search(r"\b(?:kritisch\w*|afwijk\w*|kfml)\b", small)
        return FormTitle("FML", bool(title.deviations_only or deviating), title.words) if deviating else title
    return None
