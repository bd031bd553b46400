"""Load the compiled tables; quick enough to do on every run."""

import csv
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from matcher.catalogue.errors import TablesError
from matcher.catalogue.model import Catalogue, Occupation, SourceRecord
from matcher.resources import data_path

COLUMNS = (
    "id",
    "isco08",
    "title_nl",
    "title_en",
    "isco_level",
    "brc_group",
    "brc_group_title",
    "brc_segment",
    "brc_segment_title",
    "brc_class",
    "brc_class_title",
    "education_level",
    "wage_eur_per_hour_2023",
    "wage_basis",
    "employed_x1000",
    "interests",
    "sectors",
    "legal_requirement",
    "legal_requirement_text",
    "tasks_nl",
    "kind_nl",
    "education_directions",
    "sbc_codes",
    "activities",
    "kind",
    "parent",
)
"""The columns of occupations.csv, in order."""

_KIND = COLUMNS.index("kind")
_PARENT = COLUMNS.index("parent")
_LEGAL = slice(COLUMNS.index("legal_requirement"), COLUMNS.index("legal_requirement_text") + 1)
_NONE = "-"
_WAGE = COLUMNS.index("wage_eur_per_hour_2023")

Level = Literal["unit_groups", "dutch", "all"]

_ARRAYS = ("within", "within_peak", "error", "error_by_level", "mark", "source", "typical")


@lru_cache(maxsize=4)
def load_catalogue(folder: Path | None = None, *, level: Level = "unit_groups") -> Catalogue:
    """Answer the occupation catalogue, read once per process.

    Args:
        folder: the folder with the tables; the shipped one by default.
        level: `unit_groups` for the 436 ISCO-08 groups, `dutch` for these and the Dutch occupations inside them, `all`
            for these, the Dutch and the ESCO occupations.

    Returns:
        The catalogue; the unit groups come first. Its arrays are read-only.

    Raises:
        TablesError: a table is missing or the tables do not belong together.

    Example:
        >>> catalogue = load_catalogue()
        >>> len(catalogue.occupations), len(catalogue.channels)
        (436, 80)
        >>> load_catalogue(level="all").occupation("nl:indicatiesteller").parent
        'isco:3353'
    """
    import numpy as np  # noqa: PLC0415 - numpy only where it is used, so that `import matcher` stays quick

    place = folder if folder is not None else data_path("occupations/occupations.csv").parent
    occupations = _occupations(place / "occupations.csv", level)
    demands = _arrays(place / "demands.npz", ("occupations", "channels", *_ARRAYS))
    closeness = _arrays(place / "closeness.npz", ("occupations", "closeness"))
    names = tuple(occupation.id for occupation in occupations)
    groups = len(closeness["occupations"])
    stored = demands["occupations"].tolist()
    parents, vectors = np.arange(groups, dtype=np.int16), np.zeros((groups, 0), dtype=np.int8)
    if level != "unit_groups":
        inside = _arrays(place / "demands_inside.npz", ("occupations", "channels", *_ARRAYS))
        stored += inside["occupations"].tolist()
        demands = {name: np.concatenate([demands[name], inside[name]]) for name in _ARRAYS} | {
            "channels": demands["channels"]
        }
        own = _arrays(place / "vectors.npz", ("parent", "vectors"))
        parents, vectors = own["parent"], own["vectors"]
    if level == "dutch":
        kept = [number for number, name in enumerate(stored) if not name.startswith("esco:")]
        stored = [stored[number] for number in kept]
        demands |= {name: demands[name][kept] for name in _ARRAYS}
        parents, vectors = parents[kept], vectors[kept]
    if (
        tuple(stored) != names
        or len(parents) != len(names)
        or tuple(closeness["occupations"].tolist()) != names[:groups]
    ):
        raise TablesError(
            "De tabellen van de catalogus horen niet bij elkaar. Bouw ze opnieuw: matcher catalogue build."
        )
    for name in _ARRAYS:
        demands[name].setflags(write=False)
    channels = tuple(demands["channels"].tolist())
    return Catalogue(
        occupations=occupations,
        channels=channels,
        **{name: demands[name] for name in _ARRAYS},
        closeness=closeness["closeness"],
        sources=tuple(_source(row) for row in _rows(place / "sources.csv")),
        index={name: number for number, name in enumerate(names)},
        channel_index={name: number for number, name in enumerate(channels)},
        parents=parents,
        vectors=vectors,
    )


def _occupations(path: Path, level: Level) -> tuple[Occupation, ...]:
    """Read the records; the unit groups come first, so that a coarse run stops reading after them.

    An empty cell of an occupation inside a unit group has the value of that unit group; a dash is none.
    """
    if not path.is_file():
        raise _missing(path)
    groups: dict[str, list[Any]] = {}
    found = []
    with path.open(encoding="utf-8", newline="") as stream:
        rows = csv.reader(stream)
        if tuple(next(rows, ())) != COLUMNS:
            raise TablesError(f"De kolommen van {path.name} kloppen niet. Bouw de catalogus: matcher catalogue build.")
        for text in rows:
            cells: list[Any] = text
            for column, read in _READ:
                if cells[column]:
                    cells[column] = read(cells[column])
            if not cells[_PARENT]:
                cells[_WAGE] = cells[_WAGE] or None
                for column in _LISTS:
                    cells[column] = cells[column] or ()
                groups[cells[0]] = cells
            elif level == "all" or (level == "dutch" and cells[_KIND] == "nl"):
                above = groups[cells[_PARENT]]
                cells[:_KIND] = [own or group for own, group in zip(cells[:_KIND], above, strict=False)]
                cells[_LEGAL] = ["" if cell == _NONE else cell for cell in cells[_LEGAL]]
            elif level == "dutch":
                continue
            else:
                break
            found.append(Occupation(*cells))
    return tuple(found)


def _rows(path: Path) -> list[dict[str, str]]:
    if not path.is_file():
        raise _missing(path)
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _arrays(path: Path, names: tuple[str, ...]) -> dict[str, Any]:
    import numpy as np  # noqa: PLC0415 - numpy only where it is used, so that `import matcher` stays quick

    if not path.is_file():
        raise _missing(path)
    with np.load(path, allow_pickle=False) as stored:
        missing = [name for name in names if name not in stored]
        if missing:
            raise TablesError(
                f"In {path.name} ontbreekt {', '.join(missing)}. Bouw de catalogus: matcher catalogue build."
            )
        arrays = {name: stored[name] for name in names}
    for array in arrays.values():
        array.setflags(write=False)
    return arrays


def _missing(path: Path) -> TablesError:
    return TablesError(f"De tabel {path.name} van de catalogus ontbreekt. Bouw de catalogus: matcher catalogue build.")


def _source(row: dict[str, str]) -> SourceRecord:
    return SourceRecord(
        int(row["index"]), *(row[name] for name in ("id", "title", "version", "licence", "attribution", "sha256"))
    )


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.replace("; ", ";").split(";"))  # written by the build, so there is nothing else to clean


_READ: tuple[tuple[int, Callable[[str], Any]], ...] = (
    (COLUMNS.index("isco_level"), int),
    (COLUMNS.index("education_level"), int),
    (_WAGE, float),
    (COLUMNS.index("employed_x1000"), float),
    (COLUMNS.index("sectors"), _split),
    (COLUMNS.index("tasks_nl"), _split),
    (COLUMNS.index("education_directions"), _split),
    (COLUMNS.index("sbc_codes"), _split),
    (COLUMNS.index("activities"), _split),
)
_LISTS = tuple(column for column, read in _READ if read is _split)
