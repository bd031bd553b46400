"""Compile the table of places: `python -m matcher.places.build SOURCES OUT`.

SOURCES is the folder with `places_nl`, OUT is data/places. Only names, postcodes and coordinates are taken over.
"""

import csv
import hashlib
import io
import sys
from pathlib import Path

from matcher.errors import DataError

_PLACES, _POSTCODES = "places_nl/place_centroids.csv", "places_nl/pc4_centroids.csv"
_DIGITS = 4
_SOURCE = {
    "id": "drikusroor_postcodes",
    "title": "Dutch postal code city coordinates",
    "version": "1622fbc29bc67ca014ed305a73936fac0cd36f64 (about 2016)",
    "licence": "MIT",
    "attribution": "drikusroor/dutch-postal-code-city-coordinates",
}


def build_places(sources: Path, out: Path) -> dict[str, int]:
    """Write places.csv, postcodes.csv and sources.csv; the same sources give the same bytes.

    A postcode whose centre lies far from its own place (a range of PO boxes) is left out: the place is used instead.

    Args:
        sources: folder with the raw tables.
        out: folder for the compiled tables.

    Returns:
        The number of rows per table.

    Raises:
        DataError: a source is missing.
    """
    missing = [name for name in (_PLACES, _POSTCODES) if not (sources / name).is_file()]
    if missing:
        raise DataError(f"Deze bronnen ontbreken in {sources.name}: {', '.join(missing)}.")
    places = [(row["place"], *_point(row)) for row in _rows(sources / _PLACES)]
    postcodes = [(row["pc4"], *_point(row)) for row in _rows(sources / _POSTCODES) if row["suspect"] != "1"]
    _write(out / "places.csv", ("place", "lat", "lon"), sorted(places))
    _write(out / "postcodes.csv", ("pc4", "lat", "lon"), sorted(postcodes))
    digest = hashlib.sha256((sources / _PLACES).read_bytes() + (sources / _POSTCODES).read_bytes()).hexdigest()
    _write(out / "sources.csv", (*_SOURCE, "sha256"), [(*_SOURCE.values(), digest)])
    return {"places": len(places), "postcodes": len(postcodes)}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _point(row: dict[str, str]) -> tuple[str, str]:
    return f"{float(row['lat']):.{_DIGITS}f}", f"{float(row['lon']):.{_DIGITS}f}"


def _write(path: Path, header: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    path.write_bytes(text.getvalue().encode("utf-8"))


if __name__ == "__main__":
    counts = build_places(Path(sys.argv[1]), Path(sys.argv[2]))
    sys.stdout.write(", ".join(f"{name}: {count}" for name, count in counts.items()) + "\n")
