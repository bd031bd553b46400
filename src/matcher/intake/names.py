"""Names of items as forms write them, held against the names of both lists."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from rapidfuzz import fuzz

from matcher.domain.case import Numbering
from matcher.reference.channels import channels
from matcher.reference.fml import items
from matcher.reference.form_rules import form_rules
from matcher.reference.legacy import Relation, legacy_items
from matcher.reference.text_signals import plain

_BRACKETS = re.compile(r"\([^)]*\)")
_NOT_WORD = re.compile(r"[^a-z0-9]+")


def name_agrees(name: str, code: str, numbering: Numbering) -> bool:
    """Answer whether a written name is a name of this code rather than of another code of the same list.

    Args:
        name: the name on the form.
        code: `IV.13` or `I.8.4` in the current list, `4.14` or `1.9.7` in the old one.
        numbering: which list.

    Example:
        >>> name_agrees("Tillen", "IV.13", Numbering.CURRENT)
        True
        >>> name_agrees("Duwen of trekken", "IV.13", Numbering.CURRENT)
        False
    """
    known, written = _names(numbering), _simple(name)
    if written in known.get(code, ()):
        return True
    own = max((_closeness(written, each) for each in known.get(code, ())), default=0.0)
    if own < form_rules().item_name_score:
        return False
    return all(own >= _closeness(written, each) for names in known.values() for each in names)


def known_names(numbering: Numbering) -> Mapping[str, tuple[str, ...]]:
    """Answer every known name per code of a list, in small letters without signs; options of an item too.

    Example:
        >>> known_names(Numbering.CURRENT)["IV.13"]
        ('tillen', 'tillen')
    """
    return _names(numbering)


def name_of(code: str, numbering: Numbering) -> str:
    """Answer the name of a code in its own list.

    Example:
        >>> name_of("4.14", Numbering.LEGACY)
        'Tillen of dragen'
    """
    if numbering is Numbering.LEGACY:
        return legacy_items()[code].name_nl
    if code in items():
        return items()[code].name_nl
    item, option = code.rsplit(".", 1)
    return items()[item].levels[int(option)].name_nl


def _closeness(one: str, other: str) -> float:
    return max(fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other))


def _simple(name: str) -> str:
    small = plain(name)
    return _NOT_WORD.sub(" ", _BRACKETS.sub(" ", small) if _BRACKETS.sub("", small).strip() else small).strip()


@cache
def _names(numbering: Numbering) -> Mapping[str, tuple[str, ...]]:
    found = _legacy_names() if numbering is Numbering.LEGACY else _current_names()
    return MappingProxyType({code: tuple(_simple(name) for name in names) for code, names in found.items()})


def _current_names() -> dict[str, tuple[str, ...]]:
    extra, found = form_rules().item_names, {}
    for code, item in items().items():
        label = (channels()[code].label_nl,) if code in channels() else ()
        found[code] = (item.name_nl, *label, *extra.get(code, ()), *_in_brackets(item.name_nl))
        for number, level in item.levels.items():
            if number and level.channel != code:
                found[f"{code}.{number}"] = _option_names(code, number)
    return found


def _legacy_names() -> dict[str, tuple[str, ...]]:
    extra, found = form_rules().item_names, {}
    for code, item in legacy_items().items():
        targets = {target.item: target for target in item.targets}
        names: tuple[str, ...] = (item.name_nl,)
        if len(targets) == 1:
            target = next(iter(targets.values()))
            if code.count(".") > 1 and len(target.options) == 1:
                names += _option_names(target.item, target.options[0])
            elif not target.options and target.relation is not Relation.FREQUENCY:  # "how often" is not the item itself
                names += (items()[target.item].name_nl, *extra.get(target.item, ()))
        found[code] = names
    return found


def _option_names(item: str, option: int) -> tuple[str, ...]:
    level = items()[item].levels[option]
    label = (channels()[level.channel].label_nl,) if level.channel in channels() else ()
    return (level.name_nl, level.name_nl.partition(":")[2].strip() or level.name_nl, *label)


def _in_brackets(name: str) -> tuple[str, ...]:
    return tuple(part.strip("()") for part in _BRACKETS.findall(name))
