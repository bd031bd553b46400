"""Load the compiled tables; quick enough to do on every run."""

import csv
from functools import lru_cache
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from matcher.catalogue.demand_table import STORED, order_mark, unpack
from matcher.catalogue.errors import TablesError
from matcher.catalogue.model import Catalogue, SourceRecord
from matcher.catalogue.records import Level, missing_table, read_records
from matcher.resources import data_path


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
    records = read_records(place / "occupations.csv", level)
    kept, groups = records.kept, records.listed[: records.groups]
    demands = [_table(place / "demands.npz", STORED, groups)]
    closeness = _table(place / "closeness.npz", ("occupations", "closeness"), groups)["closeness"]
    vectors = np.zeros((len(groups), 0), dtype=np.int8)
    if level != "unit_groups":
        inside = _table(place / "demands_inside.npz", STORED, records.listed[records.groups :])
        vectors = _table(place / "vectors.npz", ("occupations", "vectors"), records.listed)["vectors"]
        if inside["channels"].tolist() != demands[0]["channels"].tolist():
            raise _strangers()
        if len(kept) < len(records.listed):
            inside["cell"] = inside["cell"][[number - len(groups) for number in kept[len(groups) :]]]
            vectors = vectors[list(kept)]
        demands.append(inside)
    channels = tuple(demands[0]["channels"].tolist())
    arrays = unpack(demands)
    for array in (closeness, vectors, *arrays.values()):
        array.setflags(write=False)
    return Catalogue(
        occupations=records.occupations,
        channels=channels,
        **arrays,
        closeness=closeness,
        sources=tuple(_source(row) for row in _rows(place / "sources.csv")),
        index={one.id: number for number, one in enumerate(records.occupations)},
        channel_index={name: number for number, name in enumerate(channels)},
        parents=np.array(records.parents, dtype=np.int16),
        vectors=vectors,
    )


def _rows(path: Path) -> list[dict[str, str]]:
    if not path.is_file():
        raise missing_table(path)
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _table(path: Path, names: tuple[str, ...], occupations: tuple[str, ...]) -> dict[str, Any]:
    """Read arrays that must have been made for these occupations in this order."""
    import numpy as np  # noqa: PLC0415 - numpy only where it is used, so that `import matcher` stays quick

    try:
        with path.open("rb") as stream, np.load(stream, allow_pickle=False) as stored:
            arrays = {name: stored[name] for name in names if name in stored}
    except FileNotFoundError as fault:
        raise missing_table(path) from fault
    except (BadZipFile, ValueError, EOFError, OSError) as fault:
        raise TablesError(f"De tabel {path.name} is beschadigd. Bouw de catalogus: matcher catalogue build.") from fault
    missing = [name for name in names if name not in arrays]
    if missing:
        raise TablesError(f"In {path.name} ontbreekt {', '.join(missing)}. Bouw de catalogus: matcher catalogue build.")
    if not np.array_equal(arrays["occupations"], order_mark(occupations)):
        raise _strangers()
    return arrays


def _strangers() -> TablesError:
    return TablesError("De tabellen van de catalogus horen niet bij elkaar. Bouw ze opnieuw: matcher catalogue build.")


def _source(row: dict[str, str]) -> SourceRecord:
    return SourceRecord(
        int(row["index"]), *(row[name] for name in ("id", "title", "version", "licence", "attribution", "sha256"))
    )
