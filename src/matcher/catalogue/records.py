"""Read the records of occupations.csv: column by column, each distinct text once, for it is read on every run."""

import csv
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import Any, Literal

from matcher.catalogue.errors import TablesError
from matcher.catalogue.model import Occupation

COLUMNS = Occupation._fields
"""The columns of occupations.csv, in order."""

Level = Literal["unit_groups", "dutch", "all"]

_KIND = COLUMNS.index("kind")
_PARENT = COLUMNS.index("parent")
_NONE = "-"


@dataclass(frozen=True, slots=True)
class Records:
    """What was read of occupations.csv.

    Attributes:
        occupations: the occupations that were asked, the unit groups first.
        listed: the id of every row that was read, asked or not.
        groups: how many unit groups there are.
        kept: place in `listed` of each occupation.
        parents: place of each occupation's unit group; its own for a unit group.
    """

    occupations: tuple[Occupation, ...]
    listed: tuple[str, ...]
    groups: int
    kept: tuple[int, ...]
    parents: tuple[int, ...]


def read_records(path: Path, level: Level) -> Records:
    """Answer the records of a level; a coarse run stops reading after the unit groups, which come first.

    An empty cell of an occupation inside a unit group has the value of that unit group; a dash is none.

    Args:
        path: occupations.csv.
        level: which occupations are asked, see `load_catalogue`.

    Raises:
        TablesError: the table is missing, has other columns, or a row cannot be read.
    """
    try:
        return _read(path, level)
    except FileNotFoundError as fault:
        raise missing_table(path) from fault
    except (ValueError, KeyError, csv.Error) as fault:
        raise TablesError(f"De tabel {path.name} is beschadigd. Bouw de catalogus: matcher catalogue build.") from fault


def missing_table(path: Path) -> TablesError:
    """Answer the error that says that a table of the catalogue is not there."""
    return TablesError(f"De tabel {path.name} van de catalogus ontbreekt. Bouw de catalogus: matcher catalogue build.")


def _read(path: Path, level: Level) -> Records:
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.reader(stream)
        if tuple(next(reader, ())) != COLUMNS:
            raise TablesError(f"De kolommen van {path.name} kloppen niet. Bouw de catalogus: matcher catalogue build.")
        rows = list(takewhile(_is_group, reader) if level == "unit_groups" else reader)
    columns = list(zip(*rows, strict=True)) or [()] * len(COLUMNS)
    listed, above = columns[0], columns[_PARENT]
    groups = above.count("")
    place = {name: number for number, name in enumerate(listed[:groups])}
    parents = (*range(groups), *(place[name] for name in above[groups:]))
    kept = tuple(range(len(listed)))
    if level == "dutch":
        kept = tuple(number for number, kind in enumerate(columns[_KIND]) if kind != "esco")
        columns = [tuple(map(column.__getitem__, kept)) for column in columns]
        parents = tuple(map(parents.__getitem__, kept))
    columns[:_KIND] = [_inherited(column, parents, groups) for column in columns[:_KIND]]
    values = [_values(column, _READ.get(name)) for name, column in zip(COLUMNS, columns, strict=True)]
    return Records(tuple(map(Occupation._make, zip(*values, strict=True))), listed, groups, kept, parents)


def _is_group(row: list[str]) -> bool:
    return not row[_PARENT]


def _inherited(column: tuple[str, ...], parents: tuple[int, ...], groups: int) -> tuple[str, ...]:
    above = map(column.__getitem__, parents)
    if not any(column[groups:]):
        return tuple(above)
    return tuple([own or group for own, group in zip(column, above, strict=True)])


def _values(column: tuple[str, ...], read: Callable[[str], Any] | None) -> Iterable[Any]:
    if read is None:
        return column
    known = {text: read(text) for text in set(column)}
    return map(known.__getitem__, column)


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.replace("; ", ";").split(";")) if text else ()


def _figure(text: str) -> float | None:
    return float(text) if text else None


def _or_none(text: str) -> str:
    return "" if text == _NONE else text


_READ: Mapping[str, Callable[[str], Any]] = {
    "isco_level": int,
    "education_level": int,
    "wage_eur_per_hour_2023": _figure,
    "employed_x1000": float,
    "sectors": _split,
    "legal_requirement": _or_none,
    "legal_requirement_text": _or_none,
    "tasks_nl": _split,
    "education_directions": _split,
    "sbc_codes": _split,
    "activities": _split,
}
