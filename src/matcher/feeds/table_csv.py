"""CSV with any sensible columns: `;`, `,`, tab or `|`; quotes and line ends inside cells; decimal commas stay text."""

import csv
from collections.abc import Iterator
from pathlib import Path

from matcher.errors import FileUnreadable
from matcher.feeds.columns import Mapped, fields_of
from matcher.feeds.raw import RawRecord, gather
from matcher.feeds.report import Tally
from matcher.feeds.rules import feed_rules
from matcher.feeds.source import lines_of

_DELIMITERS = (";", "\t", ",", "|")
_NO_HEADING = (
    "De kolomnamen zijn niet herkend: er is geen kolom voor de titel of de tekst. "
    "Geef een mappingbestand (--mapping); docs/vacancies_reading.md heeft een voorbeeld."
)


def read_csv_feed(path: Path, mapped: Mapped, tally: Tally) -> Iterator[RawRecord]:
    """Yield the rows of a CSV file; a row with too many cells is refused with its line.

    Args:
        path: the file, or `-`.
        mapped: the mapping file.
        tally: where refusals are counted.

    Raises:
        FileUnreadable: no column for a title or a text is found.
    """
    limits = feed_rules().limits
    csv.field_size_limit(limits["max_cell_signs"])
    lines = lines_of(path, mapped.encoding)
    first = next(lines, "")
    try:
        delimiter = _delimiter(first, mapped)
        names = next(csv.reader([first], delimiter=delimiter), [])
    except csv.Error:
        raise FileUnreadable(_NO_HEADING) from None
    fields = check_fields(names, mapped, tally)
    reader = csv.reader(lines, delimiter=delimiter)
    while True:
        start = reader.line_num + 2
        try:
            cells = next(reader, None)
        except csv.Error:
            tally.refuse(
                start, "deze regel is niet te lezen: een aanhalingsteken is niet gesloten of een cel is te lang."
            )
            continue
        if cells is None:
            return
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(names) and any(cell.strip() for cell in cells[len(names) :]):
            tally.refuse(
                start, "meer cellen dan kolommen. Zet een tekst met een scheidingsteken tussen dubbele quotes."
            )
            continue
        yield RawRecord(start, gather(zip(fields, names, cells, strict=False)))


def check_fields(names: list[str], mapped: Mapped, tally: Tally) -> tuple[str | None, ...]:
    """Answer our field for each column; refuse a table in which no title and no text is found.

    Args:
        names: column names.
        mapped: the mapping file.
        tally: where the columns that are not used are noted.

    Raises:
        FileUnreadable: there is no column for a title or a text, or there are too many columns.
    """
    if len(names) > feed_rules().limits["max_columns"]:
        raise FileUnreadable(
            f"Er zijn meer dan {feed_rules().limits['max_columns']} kolommen. Is dit het goede bestand?"
        )
    fields = fields_of(names, mapped)
    if not {"title", "text"} & set(fields):
        raise FileUnreadable(_NO_HEADING)
    used = [f"{name.strip()} = {field}" for name, field in zip(names, fields, strict=True) if field]
    if not mapped.columns:
        tally.assume(f"Kolommen geraden uit hun naam: {', '.join(used)}.")
    unused = sum(field is None for field in fields)
    if unused:
        tally.assume(f"Kolommen die niet zijn gebruikt: {unused}.")
    return fields


def _delimiter(first: str, mapped: Mapped) -> str:
    if mapped.delimiter:
        return "\t" if mapped.delimiter in {"tab", "\\t"} else mapped.delimiter[:1]
    counts = {sign: len(next(csv.reader([first], delimiter=sign), [])) for sign in _DELIMITERS}
    return max(_DELIMITERS, key=lambda sign: counts[sign])
