"""Faults of whole forms, also of forms whose neighbours in the file are wrong."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from pydantic import ValidationError

from matcher.domain.case import CapacityForm, Completeness, Entry, Numbering
from matcher.intake.lines import FormLines, lines_of, resolve
from matcher.intake.tree import Path
from matcher.reference.channels import channels
from matcher.reference.fml import items
from matcher.reference.legacy import LegacyTarget, Relation, legacy_items

Problem = tuple[Path, str]

_NO_CONDITION = frozenset({"IV.1", "IV.2"})


def form_faults(forms: Sequence[CapacityForm]) -> list[Problem]:
    """Answer every problem with the lines of valid forms.

    Args:
        forms: the forms of a case.
    """
    return [problem for position, form in enumerate(forms) for problem in lines_of(form, ("forms", position))[1]]


def faults_of_raw_forms(data: object) -> list[Problem]:
    """Answer the problems with the lines of forms in a file that has other faults too.

    So all faults of a file are told together. Lines that are wrong in themselves are passed over.

    Args:
        data: the file as data for the model.
    """
    forms = data.get("forms") if isinstance(data, Mapping) else None
    problems: list[Problem] = []
    for position, form in enumerate(forms if isinstance(forms, tuple) else ()):
        if isinstance(form, Mapping):
            problems += _raw_form(form, ("forms", position))
    return problems


def unscored_notes(lines: FormLines) -> Mapping[str, str]:
    """Answer which own conditions ("other") of a full form have no score, by code, with their item of the list.

    One option of several counts as scored when its heading is scored, or every option beside it.

    Args:
        lines: the lines of a full form.
    """
    scored = {line.code for line in lines.lines if line.levels}
    missing = {}
    for code, item, beside in _notes(lines.numbering):
        heading = code.rpartition(".")[0]
        if not {code, heading} & scored and not (beside and beside <= scored):
            missing[item if lines.numbering is Numbering.CURRENT else code] = item
    return missing


@cache
def _notes(numbering: Numbering) -> tuple[tuple[str, str, frozenset[str]], ...]:
    """Answer every own condition of a list: its code, its item of the current list, and the options beside it."""
    if numbering is Numbering.LEGACY:
        found = {code: each.targets[0].item for code, each in legacy_items().items() if _asks_other(each.targets)}
        family = {code: _beside(code, legacy_items()) for code in found}
        return tuple((code, item, family[code]) for code, item in found.items())
    return tuple(_current_notes())


def _current_notes() -> Iterator[tuple[str, str, frozenset[str]]]:
    for code, item in items().items():
        options = frozenset(f"{code}.{number}" for number, level in item.levels.items() if number and level.channel)
        note = [number for number, level in item.levels.items() if level.kind == "note" and number]
        if note and options and code not in channels():
            yield f"{code}.{note[0]}", code, options
        elif note and not options and code not in _NO_CONDITION:
            yield code, code, frozenset()


def _asks_other(targets: Sequence[LegacyTarget]) -> bool:
    return any(target.relation is Relation.NOTE or target.item == "III.8" for target in targets)


def _beside(code: str, known: Iterable[str]) -> frozenset[str]:
    heading, _, _ = code.rpartition(".")
    same = (each for each in known if each.rpartition(".")[0] == heading and each != code)
    return frozenset(same) if heading.count(".") else frozenset()


def _raw_form(form: Mapping[str, Any], path: Path) -> list[Problem]:
    raw = form.get("entries")
    placed = [
        ((*path, "entries", position), entry)
        for position, each in enumerate(raw if isinstance(raw, tuple) else ())
        if (entry := _entry(each)) is not None
    ]
    numbering = form.get("numbering")
    completeness = form.get("completeness") or Completeness.DEVIATIONS_ONLY
    given = Numbering(numbering) if numbering is not None else None
    return resolve(placed, given, Completeness(completeness), path)[1]


def _entry(raw: object) -> Entry | None:
    try:
        return Entry.model_validate(raw)
    except ValidationError:
        return None
