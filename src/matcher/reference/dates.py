"""Dates in words: one way of writing a day in everything that people read."""

from datetime import date

_MONTHS = {
    "nl": (
        "januari", "februari", "maart", "april", "mei", "juni",
        "juli", "augustus", "september", "oktober", "november", "december",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip


def date_in_words(day: date, language: str = "nl") -> str:
    """Answer a date with the month in words.

    Args:
        day: the day.
        language: nl or en.

    Example:
        >>> date_in_words(date(2026, 5, 11))
        '11 mei 2026'
    """
    return f"{day.day} {_MONTHS[language][day.month - 1]} {day.year}"
