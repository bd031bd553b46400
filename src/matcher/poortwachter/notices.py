"""Make notices from the texts in the data."""

from datetime import date

from matcher.poortwachter.model import Notice, NoticeKind
from matcher.poortwachter.rules import rulebook
from matcher.reference.dates import date_in_words

_ORDER = (NoticeKind.MISSING, NoticeKind.RISK, NoticeKind.WARNING, NoticeKind.INFO)


def notice(code: str, **parts: str | date) -> Notice:
    """Answer a notice; days among the parts are written in words.

    Example:
        >>> notice("missing_first_sick_day").kind.value
        'missing'
    """
    book = rulebook()
    rule = book.notices[code]
    citation = book.notice_citations.get(code)
    words = {name: date_in_words(part) if isinstance(part, date) else part for name, part in parts.items()}
    return Notice(code, rule.kind, rule.text_nl.format(**words), book.cite(citation) if citation else None)


def in_reading_order(notices: list[Notice]) -> tuple[Notice, ...]:
    """Answer each notice once: missing dates first, then risks, warnings and information."""
    return tuple(sorted(dict.fromkeys(notices), key=lambda item: _ORDER.index(item.kind)))
