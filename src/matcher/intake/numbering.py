"""Which list do the numbers of a form belong to? Detected from codes and names, never guessed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matcher.domain.case import Completeness, Entry, Numbering
from matcher.intake.codes import Written
from matcher.intake.names import name_agrees
from matcher.reference.fml import items
from matcher.reference.legacy import LegacyItem, Relation, legacy_items

_ANOTHER_MEANING = frozenset({Relation.OPTION, Relation.LEVEL, Relation.FREQUENCY})
_YES_OR_NO = 2  # levels of an item that only asks yes or no


@dataclass(frozen=True, slots=True)
class Detected:
    """The list that a form follows.

    Attributes:
        numbering: the list; None when it cannot be told.
        assumed: True when every number means the same in both lists, so that nothing had to be decided.
        contradicting: True when some lines follow one list and some the other.
    """

    numbering: Numbering | None
    assumed: bool = False
    contradicting: bool = False


def detect_numbering(
    lines: Sequence[tuple[Written, Entry]], given: Numbering | None, completeness: Completeness
) -> Detected:
    """Answer which list the numbers of one form belong to.

    Args:
        lines: every line of the form with its number.
        given: what the case says; it decides.
        completeness: whether the form names every item.

    Example:
        >>> from matcher.intake.codes import read_code
        >>> line = (read_code("4.14"), Entry(item="4.14", name="Tillen of dragen"))
        >>> detect_numbering([line], None, Completeness.DEVIATIONS_ONLY).numbering.value
        'legacy'
    """
    if given is not None:
        return Detected(given)
    signs = set(_signs(lines))
    if len(signs) > 1:
        return Detected(None, contradicting=True)
    if signs:
        return Detected(signs.pop())
    if all(written.roman for written, _ in lines) or _is_whole_current_list(lines, completeness):
        return Detected(Numbering.CURRENT)
    if any(is_ambiguous(written) for written, _ in lines):
        return Detected(None)
    return Detected(Numbering.CURRENT, assumed=True)


def is_ambiguous(written: Written) -> bool:
    """Answer whether a number means another thing in each list.

    Example:
        >>> from matcher.intake.codes import read_code
        >>> is_ambiguous(read_code("2.11")), is_ambiguous(read_code("5.4"))
        (True, False)
    """
    if written.roman or not (written.in_current and written.in_legacy):
        return False
    return not _same_meaning(written, legacy_items()[written.legacy_code])


def _same_meaning(written: Written, legacy: LegacyItem) -> bool:
    if {target.item for target in legacy.targets} != {written.current_item}:
        return False
    if written.option is not None:
        return all(target.options == (written.option,) for target in legacy.targets)
    relations = {target.relation for target in legacy.targets}
    if Relation.NOTE in relations:
        return len(items()[written.current_item].levels) == _YES_OR_NO
    return relations.isdisjoint(_ANOTHER_MEANING)


def _signs(lines: Sequence[tuple[Written, Entry]]) -> Iterator[Numbering]:
    for written, entry in lines:
        if not written.roman and written.in_legacy and not written.in_current:
            yield Numbering.LEGACY
        elif not written.roman and written.in_current and not written.in_legacy:
            yield Numbering.CURRENT
        elif entry.name is not None:
            yield from _name_signs(written, entry.name)


def _name_signs(written: Written, name: str) -> Iterator[Numbering]:
    code = written.current_item if written.option is None else f"{written.current_item}.{written.option}"
    current = written.in_current and name_agrees(name, code, Numbering.CURRENT)
    legacy = written.in_legacy and name_agrees(name, written.legacy_code, Numbering.LEGACY)
    if current and not legacy:
        yield Numbering.CURRENT
    elif legacy and not current:
        yield Numbering.LEGACY


def _is_whole_current_list(lines: Sequence[tuple[Written, Entry]], completeness: Completeness) -> bool:
    named = {written.current_item for written, _ in lines}
    return completeness is Completeness.FULL and named == set(items())
