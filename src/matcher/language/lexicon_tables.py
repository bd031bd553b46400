"""Reading a compiled table after checking its columns."""

import csv
from pathlib import Path

from matcher.errors import DataError


def read_rows(path: Path, fields: tuple[str, ...], *, delimiter: str = ",") -> list[list[str]]:
    """Answer the rows of a table, after checking its columns.

    Args:
        path: a CSV file with a header.
        fields: the columns that it must have, in order.
        delimiter: sign between the columns.

    Raises:
        DataError: when the file is missing or its columns differ.
    """
    if not path.exists():
        raise DataError(f"De tabel {path.name} ontbreekt. Maak hem met python -m matcher.language.build_lexicon.")
    with path.open(encoding="utf-8", newline="") as handle:
        reader = csv.reader(handle, delimiter=delimiter)
        header = next(reader, [])
        if tuple(header) != fields:
            raise DataError(f"De tabel {path.name} heeft andere kolommen dan verwacht: {', '.join(fields)}.")
        return list(reader)
