"""Dates and numbers as Dutch is written, and the line above what only the coach may see. They need no table."""

from datetime import date
from decimal import Decimal

from matcher.reference.dates import date_in_words

COACH_ONLY = "Alleen voor de coach. Dit overzicht bevat gegevens over de belastbaarheid."


def date_nl(day: date | None) -> str:
    """Answer a date with the month in words, or "onbekend"."""
    return "onbekend" if day is None else date_in_words(day)


def number_nl(number: Decimal | float) -> str:
    """Answer a number with a decimal comma and no needless zeros.

    Example:
        >>> number_nl(Decimal("7.50"))
        '7,5'
    """
    text = f"{number:.2f}".rstrip("0").rstrip(".")
    return text.replace(".", ",")
