"""Faults of whole forms, also of forms whose neighbours in the file are wrong."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from matcher.domain.case import CapacityForm, Completeness, Entry, Numbering
from matcher.intake.lines import lines_of, resolve
from matcher.intake.tree import Path

Problem = tuple[Path, str]


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
