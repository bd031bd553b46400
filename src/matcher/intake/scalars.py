"""One text to one value: number, date, yes or no, or a choice. Ambiguous writing is refused, never guessed."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,8})")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,8})(?:[.,][0-9]{1,4})?")
_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}(?:[.,][0-9]{3})+(?:[.,][0-9]+)?")
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_YES = frozenset({"yes", "ja", "true"})
_NO = frozenset({"no", "nee", "false"})
_YEARS = range(1950, 2101)


class NotReadable(Exception):
    """A text is not the value that the field asks for; the text says in Dutch what to write. Stays in `intake`."""


def whole(text: str) -> int:
    """Answer a whole number.

    Example:
        >>> whole("30")
        30
    """
    if _WHOLE.fullmatch(text.strip()) is None:
        raise NotReadable("hier hoort een heel getal, bijvoorbeeld 2. Schrijf alleen cijfers.")
    return int(text)


def decimal(text: str) -> Decimal:
    """Answer a number with a point or a comma.

    `1.500` can be one and a half or fifteen hundred, so it is refused.

    Example:
        >>> decimal("2,5")
        Decimal('2.5')
    """
    text = text.strip()
    if _THOUSANDS.fullmatch(text):
        raise NotReadable(
            "dit getal is op twee manieren te lezen. Schrijf duizendtallen zonder punt of komma "
            "en gebruik na de komma één of twee cijfers."
        )
    if _DECIMAL.fullmatch(text) is None:
        raise NotReadable("hier hoort één getal, bijvoorbeeld 5 of 2,5. Zet een eenheid in het veld unit.")
    return Decimal(text.replace(",", "."))


def day(text: str) -> date:
    """Answer a date written as year-month-day.

    Example:
        >>> day("2026-03-31")
        datetime.date(2026, 3, 31)
    """
    found = _DATE.fullmatch(text.strip())
    if found is None:
        raise NotReadable("hier hoort een datum als jaar-maand-dag, bijvoorbeeld 2026-03-31.")
    year, month, day_of_month = (int(part) for part in found.groups())
    if year not in _YEARS:
        raise NotReadable(f"het jaar van deze datum kan niet kloppen. Kies een jaar van {_YEARS[0]} tot {_YEARS[-1]}.")
    try:
        return date(year, month, day_of_month)
    except ValueError:
        raise NotReadable("deze datum bestaat niet. Controleer de dag en de maand.") from None


def yes_or_no(text: str) -> bool:
    """Answer a yes or a no.

    Example:
        >>> yes_or_no("nee")
        False
    """
    word = text.strip().casefold()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise NotReadable("hier hoort ja of nee.")


def choice(text: str, choices: Sequence[str]) -> str:
    """Answer the choice that was meant; capitals and small letters are equal.

    Example:
        >>> choice("fml", ("FML", "IZP"))
        'FML'
    """
    folded = {each.casefold(): each for each in choices}
    found = folded.get(text.strip().casefold())
    if found is None:
        raise NotReadable(f"dit staat niet in de lijst. Kies uit: {', '.join(choices)}.")
    return found
