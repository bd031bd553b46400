"""Problems with their place become faults with a line, in the order of the file."""

from collections.abc import Iterable, Iterator
from functools import cache

from pydantic import BaseModel

from matcher.domain.case import Case
from matcher.errors import Fault
from matcher.intake.shape import field_names
from matcher.intake.tree import Path, Tree, dotted, line_of

Problem = tuple[Path, str]


def as_faults(tree: Tree, problems: Iterable[Problem]) -> tuple[Fault, ...]:
    """Answer the problems as faults in line order, each once, with the fields that stand in the file twice.

    Args:
        tree: the parsed file, for the lines.
        problems: places with what is wrong there.
    """
    faults = {Fault(dotted(_known(path)), line_of(tree.root, path), problem) for path, problem in problems}
    faults |= {
        Fault(dotted(_known(path)), line, f"dit veld staat al op regel {line_of(tree.root, path)}. Laat er één staan.")
        for path, line in tree.twice
    }
    return tuple(sorted(faults, key=lambda fault: (fault.line or 0, fault.field, fault.problem)))


def _known(path: Path) -> Path:
    """Answer the path up to the first name that is not of the schema: such a name may itself be personal."""
    kept: list[str | int] = []
    for step in path:
        if isinstance(step, str) and step not in _names():
            break
        kept.append(step)
    return tuple(kept)


@cache
def _names() -> frozenset[str]:
    return frozenset(_all_names(Case))


def _all_names(model: type[BaseModel]) -> Iterator[str]:
    for name, info in field_names(model).items():
        yield name
        for inner in _models_in(info.annotation):
            yield from _all_names(inner)


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from _models_in(part)
