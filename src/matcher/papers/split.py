"""One file may hold several forms: where does each start, and of which kind is it?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from matcher.papers.anchors import anchor_in
from matcher.papers.dates import dates_in
from matcher.papers.vocabulary import FormTitle, form_titles, patterns, word_list
from matcher.reference.text_signals import plain
from matcher.sheets import Row

_LEAD = re.compile(
    r"^\W*(?:\d{1,2}[.)]\s+|bijlage\s*\w*\s*[:.\-]?\s*|(?:formulier|document)\s*:?\s*"
    r"|soort (?:document|formulier)\s*:?\s*)*"
)
_ITEMS_FROM = 2  # items on a part before another title may start a form


@dataclass(frozen=True, slots=True)
class FormRows:
    """The rows of one form with its title; the title is None when none was found."""

    title: FormTitle | None
    rows: tuple[Row, ...]


def forms_in(rows: Sequence[Row]) -> list[FormRows]:
    """Answer the forms in a document, each with its own rows.

    A title starts a form when items were read since the title before and another date of drawing up follows it, or
    another kind of form.

    Args:
        rows: all rows of the document.
    """
    starts: list[tuple[int, FormTitle]] = []
    items = 0
    for place, row in enumerate(rows):
        title = _title(row)
        if title is not None:
            if not starts:
                starts.append((place, title))
            elif _another(starts[-1], place, title, rows, items):
                starts.append((place, title))
                items = 0
            elif title.deviations_only and not starts[-1][1].deviations_only and not items:
                starts[-1] = (starts[-1][0], title)
        elif (found := anchor_in(row, None)) is not None and found.is_sure:
            items += 1
    if not starts:
        return [FormRows(None, tuple(rows))]
    bounds = [0, *(place for place, _ in starts[1:]), len(rows)]
    return [FormRows(title, tuple(rows[bounds[at] : bounds[at + 1]])) for at, (_, title) in enumerate(starts)]


def _title(row: Row) -> FormTitle | None:
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


def _another(before: tuple[int, FormTitle], place: int, title: FormTitle, rows: Sequence[Row], items: int) -> bool:
    if items < _ITEMS_FROM:
        return False
    if title.kind != before[1].kind:
        return True
    old, new = _first_date(rows[before[0] : place]), _first_date(rows[place : place + 30])
    return new is not None and new != old


def _first_date(rows: Sequence[Row]) -> object:
    labels = patterns("front")
    for at, row in enumerate(rows):
        if at and _title(row) is not None and at > 3:  # noqa: PLR2004 the next title
            break
        for each in dates_in(row.text):
            titled = at == 0 or _title(row) is not None
            label = labels["drawn_up"].search(each.before) is not None
            if (label or titled) and not labels["not_dates"].search(each.before):
                return each.day
    return None
