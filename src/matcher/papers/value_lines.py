"""Lines that give what the person can do in place of a score (`Zitten: ongeveer een uur aaneen`)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from matcher.papers.shown import Shown
from matcher.papers.value_levels import level_of_value
from matcher.papers.vocabulary import doubt_number
from matcher.papers.weighing import Evidence, Kind, Place
from matcher.reference.fml import items

_RUBRIEKEN = ("I", "II", "III", "IV", "V", "VI")


def with_values_told(seen: Sequence[Shown]) -> list[Shown]:
    """Answer the items; one whose line is the value of exactly one level gets that level, when the form writes so.

    Two signs must agree. Several items are told by a value alone, and other items of the same form have a word of a
    score on such a line. And their rubrieken stand in the order of the list, so that they are one list: it says what
    the person can do, and no second list says what work asks. An item that stands on the form twice gets nothing.

    Args:
        seen: the items of a form.
    """
    times = Counter(each.code for each in seen)
    told = {at: level for at, each in enumerate(seen) if times[each.code] == 1 and (level := _level(each)) is not None}
    words = {at for at, each in enumerate(seen) if _has_a_word(each)}
    order = [_RUBRIEKEN.index(seen[at].code.partition(".")[0]) for at in sorted(told.keys() | words)]
    if len(told) < doubt_number("values_told_from") or not words or order != sorted(order):
        return list(seen)
    return [
        replace(each, evidence=(Evidence((told[at],), Kind.VALUE, Place.BEHIND),)) if at in told else each
        for at, each in enumerate(seen)
    ]


def _level(each: Shown) -> int | None:
    """Answer the level whose own value is all that stands behind the colon of an item."""
    block, meaning = each.block, each.meaning
    rest = block.anchor.rest.strip()
    alone = not (each.evidence or block.cells or block.lines or block.options or block.anchor.before)
    if not alone or block.aside is not None or block.group or not rest.startswith(":"):
        return None
    if meaning.old or meaning.option or meaning.many:
        return None
    return level_of_value(rest.strip(" :.,;"), meaning.item)


def _has_a_word(each: Shown) -> bool:
    block = each.block
    if block.aside is not None or each.code not in items():
        return False
    clear = any(
        found.kind is Kind.WORD and found.place is Place.BEHIND and found.doubt is None for found in each.evidence
    )
    return clear and block.anchor.rest.lstrip().startswith(":")
