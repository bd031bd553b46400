"""Does a ticked level exist on the item, and may these levels stand together?"""

from matcher.reference.fml import Item, Level, items
from matcher.reference.form_rules import form_rules
from matcher.reference.legacy import LegacyTarget, Relation

_MANY = frozenset({Relation.OPTIONS, Relation.LIMITED_OR_NOT, Relation.UNCLEAR_OPTION})


def level_problem(
    targets: tuple[LegacyTarget, ...], item: str, option: int | None, levels: tuple[int, ...]
) -> str | None:
    """Answer what is wrong with the ticked levels of one line, in Dutch, or None.

    Args:
        targets: what it means in the current list, for a line of the old list.
        item: item of the current list.
        option: option that the number itself names.
        levels: the ticked levels.

    Example:
        >>> level_problem((), "IV.13", None, (2,)) is None
        True
        >>> level_problem((), "VI.4", None, (2,))
        'dit niveau staat niet op de lijst. Kies 0 (norm) of 1 (ja).'
    """
    if len(set(levels)) < len(levels):
        return "hetzelfde niveau staat er twee keer. Schrijf elk niveau één keer."
    if 0 in levels and len(levels) > 1:
        return "niveau 0 (norm) kan niet samen met een ander niveau. Kies norm, of de beperkingen."
    if targets:
        return _legacy_problem(targets, levels)
    if option is not None:
        return None if set(levels) <= {0, 1} else "dit is één voorwaarde van een onderdeel. Kies 0 (nee) of 1 (ja)."
    known = items()[item]
    if not set(levels) <= set(known.levels):
        return f"dit niveau staat niet op de lijst. Kies {choices(known)}."
    if len(levels) > 1 and not takes_many(known):
        return f"hier hoort één niveau. Kies {choices(known)}."
    return None


def takes_many(item: Item) -> bool:
    """Answer whether several levels of an item may be ticked together.

    Example:
        >>> takes_many(items()["I.8"]), takes_many(items()["IV.13"])
        (True, False)
    """
    return any(level.kind == "multi-select flag" for level in item.levels.values())


def choices(item: Item) -> str:
    """Answer the levels of an item as words.

    Example:
        >>> choices(items()["V.9"])
        '0 (norm) of 1 (beperkt)'
    """
    parts = [f"{number} ({_small(level)})" for number, level in item.levels.items()]
    return f"{', '.join(parts[:-1])} of {parts[-1]}"


def _small(level: Level) -> str:
    return level.name_nl[0].lower() + level.name_nl[1:]


def _legacy_problem(targets: tuple[LegacyTarget, ...], levels: tuple[int, ...]) -> str | None:
    relations = {target.relation for target in targets}
    options = {option for target in targets for option in target.options}
    if relations == {Relation.OPTIONS} and not set(levels) <= options | {0}:
        return f"dit niveau staat niet op de oude lijst. Kies 0 (norm) of uit {min(options)} tot en met {max(options)}."
    if relations == {Relation.PARENT} and not set(levels) <= {0}:
        return "dit niveau staat niet op de oude lijst. Noem de onderdelen eronder apart, bijvoorbeeld 1.9.7."
    if relations & _MANY:
        return None
    if len(levels) > 1:
        return "hier hoort één niveau. Kies één getal; 0 is norm."
    highest = form_rules().legacy_highest_level
    if levels and levels[0] > highest:
        return f"dit niveau staat niet op de oude lijst. Kies 0 (norm) tot en met {highest}."
    return None
