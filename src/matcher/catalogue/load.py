"""Load the compiled tables; quick enough to do on every run."""

import csv
from functools import lru_cache
from pathlib import Path
from typing import Any

from matcher.catalogue.errors import TablesError
from matcher.catalogue.model import Catalogue, Occupation, SourceRecord
from matcher.resources import data_path

_ARRAYS = ("within", "within_peak", "error", "error_by_level", "mark", "source", "typical")


@lru_cache(maxsize=4)
def load_catalogue(folder: Path | None = None) -> Catalogue:
    """Answer the occupation catalogue, read once per process.

    Args:
        folder: the folder with the tables; the shipped one by default.

    Returns:
        The catalogue. Its arrays are read-only.

    Raises:
        TablesError: a table is missing or the tables do not belong together.

    Example:
        >>> catalogue = load_catalogue()
        >>> len(catalogue.occupations), len(catalogue.channels)
        (436, 80)
    """
    place = folder if folder is not None else data_path("occupations/occupations.csv").parent
    occupations = tuple(_occupation(row) for row in _rows(place / "occupations.csv"))
    demands = _arrays(place / "demands.npz", ("occupations", "channels", *_ARRAYS))
    closeness = _arrays(place / "closeness.npz", ("occupations", "closeness"))
    names = tuple(occupation.id for occupation in occupations)
    if tuple(demands["occupations"].tolist()) != names or tuple(closeness["occupations"].tolist()) != names:
        raise TablesError(
            "De tabellen van de catalogus horen niet bij elkaar. Bouw ze opnieuw: matcher catalogue build."
        )
    channels = tuple(demands["channels"].tolist())
    return Catalogue(
        occupations=occupations,
        channels=channels,
        **{name: demands[name] for name in _ARRAYS},
        closeness=closeness["closeness"],
        sources=tuple(_source(row) for row in _rows(place / "sources.csv")),
        index={name: number for number, name in enumerate(names)},
        channel_index={name: number for number, name in enumerate(channels)},
    )


def _rows(path: Path) -> list[dict[str, str]]:
    if not path.is_file():
        raise TablesError(
            f"De tabel {path.name} van de catalogus ontbreekt. Bouw de catalogus: matcher catalogue build."
        )
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _arrays(path: Path, names: tuple[str, ...]) -> dict[str, Any]:
    import numpy as np  # noqa: PLC0415 - numpy only where it is used, so that `import matcher` stays quick

    if not path.is_file():
        raise TablesError(
            f"De tabel {path.name} van de catalogus ontbreekt. Bouw de catalogus: matcher catalogue build."
        )
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


def _occupation(row: dict[str, str]) -> Occupation:
    wage = row["wage_eur_per_hour_2023"]
    return Occupation(
        id=row["id"],
        isco08=row["isco08"],
        title_nl=row["title_nl"],
        title_en=row["title_en"],
        isco_level=int(row["isco_level"]),
        brc_group=row["brc_group"],
        brc_group_title=row["brc_group_title"],
        brc_segment=row["brc_segment"],
        brc_segment_title=row["brc_segment_title"],
        brc_class=row["brc_class"],
        brc_class_title=row["brc_class_title"],
        education_level=int(row["education_level"]),
        wage_eur_per_hour_2023=float(wage) if wage else None,
        wage_basis=row["wage_basis"],
        employed_x1000=float(row["employed_x1000"]),
        interests=row["interests"],
        sectors=_split(row["sectors"]),
        legal_requirement=row["legal_requirement"],
        legal_requirement_text=row["legal_requirement_text"],
        tasks_nl=_split(row["tasks_nl"]),
        kind_nl=row["kind_nl"],
    )


def _source(row: dict[str, str]) -> SourceRecord:
    return SourceRecord(
        int(row["index"]), *(row[name] for name in ("id", "title", "version", "licence", "attribution", "sha256"))
    )


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())
