"""Item numbers as forms write them: `IV.13`, `IV-13`, `iv 13`, `4.13`, `1.9.7`."""

import re
from dataclasses import dataclass

from matcher.reference.fml import items
from matcher.reference.legacy import legacy_items

_OCCUPATION = re.compile(r"isco:[0-9]{4}|esco:[0-9a-f-]{36}|nl:[a-z0-9-]+")
_ROMAN = ("I", "II", "III", "IV", "V", "VI")
_SIGN = r"\s*[.\-\u2010-\u2015/ ]\s*"
_WRITTEN = re.compile(
    rf"(?:(?P<roman>VI|IV|V|I{{1,3}})(?:{_SIGN})?|(?P<digit>[1-6]){_SIGN})"
    rf"(?P<number>[1-9]\d?)(?:{_SIGN}(?P<option>[1-9]\d?))?\.?",
    re.IGNORECASE | re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Written:
    """An item number as it was written on a form.

    Attributes:
        rubriek: 1 to 6.
        number: number within the rubriek.
        option: third number, or None.
        roman: True when the rubriek was written as a Roman number.
    """

    rubriek: int
    number: int
    option: int | None
    roman: bool

    @property
    def current_item(self) -> str:
        """Answer the item of the current list that these numbers would be."""
        return f"{_ROMAN[self.rubriek - 1]}.{self.number}"

    @property
    def legacy_code(self) -> str:
        """Answer the code of the old list that these numbers would be."""
        code = f"{self.rubriek}.{self.number}"
        return code if self.option is None else f"{code}.{self.option}"

    @property
    def in_current(self) -> bool:
        """Answer whether the current list has this number; a third number must be an option of its item."""
        item = items().get(self.current_item)
        if item is None or self.option is None:
            return item is not None
        level = item.levels.get(self.option)
        return level is not None and _has_options(self.current_item)

    @property
    def in_legacy(self) -> bool:
        """Answer whether the old list has this number."""
        return self.legacy_code in legacy_items()


def read_code(text: str) -> Written | None:
    """Answer the numbers in a written item, or None when it is not an item number.

    A number without its rubriek is not enough.

    Args:
        text: what the form says, e.g. `IV-13`.

    Example:
        >>> read_code("iv 13").current_item
        'IV.13'
        >>> read_code("13") is None
        True
    """
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        return None
    roman, option = found["roman"], found["option"]
    rubriek = _ROMAN.index(roman.upper()) + 1 if roman else int(found["digit"])
    return Written(rubriek, int(found["number"]), int(option) if option else None, roman is not None)


def is_occupation_id(text: str) -> bool:
    """Answer whether a text has the form of an occupation id (decision 15).

    Example:
        >>> is_occupation_id("isco:4226"), is_occupation_id("4226")
        (True, False)
    """
    return _OCCUPATION.fullmatch(text) is not None


def _has_options(code: str) -> bool:
    """Answer whether the levels of an item are conditions that are ticked apart."""
    return any(level.channel not in ("", code) for level in items()[code].levels.values())
