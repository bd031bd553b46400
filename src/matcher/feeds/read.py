"""Read any feed: find its format, read record by record, merge copies, and say what was done."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from matcher.domain.vacancy import VacancyRecord
from matcher.errors import FileUnreadable
from matcher.feeds.columns import Mapped, read_mapping
from matcher.feeds.duplicates import Merger
from matcher.feeds.html_feed import read_html_feed
from matcher.feeds.json_feed import read_json_feed, read_json_lines
from matcher.feeds.mail_feed import read_mail_feed
from matcher.feeds.raw import RawRecord, source_name, to_record
from matcher.feeds.report import FeedReport, Tally
from matcher.feeds.table_csv import read_csv_feed
from matcher.feeds.table_excel import read_excel_feed
from matcher.feeds.text_feed import read_text_feed
from matcher.feeds.xml_feed import read_xml_feed

Reader = Callable[[Path, Mapped, Tally], Iterator[RawRecord]]

FORMATS: dict[str, Reader] = {
    "csv": read_csv_feed,
    "excel": read_excel_feed,
    "html": read_html_feed,
    "json": read_json_feed,
    "jsonl": read_json_lines,
    "mail": read_mail_feed,
    "text": read_text_feed,
    "xml": read_xml_feed,
}
_BY_SUFFIX = {
    ".csv": "csv", ".tsv": "csv", ".xlsx": "excel", ".xlsm": "excel", ".html": "html", ".htm": "html", ".json": "json",
    ".jsonld": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".eml": "mail", ".txt": "text", ".text": "text",
    ".md": "text", ".xml": "xml", ".rss": "xml", ".atom": "xml",
}  # fmt: skip
ENDINGS = tuple(_BY_SUFFIX)
"""Endings of file names that tell what kind of feed a file is."""

_OLD = {
    ".xls": "Een oud Excelbestand (.xls) wordt niet gelezen. Bewaar het als .xlsx of .csv.",
    ".pdf": "Een PDF wordt hier niet gelezen. Kopieer de tekst naar een .txt-bestand.",
    ".doc": "Een Wordbestand wordt hier niet gelezen. Kopieer de tekst naar een .txt-bestand.",
    ".docx": "Een Wordbestand wordt hier niet gelezen. Kopieer de tekst naar een .txt-bestand.",
    ".msg": "Een Outlookbericht (.msg) wordt niet gelezen. Bewaar de mail als .eml.",
    ".zip": "Een zipbestand wordt niet gelezen. Pak het eerst uit.",
}


@dataclass(frozen=True, slots=True)
class FeedReading:
    """The vacancies of a feed and what the reader did.

    Attributes:
        records: the vacancies, each once.
        report: what was read, assumed, refused and merged.
    """

    records: tuple[VacancyRecord, ...]
    report: FeedReport


def read_feed(source: Path, *, mapping: Path | None = None, format: str | None = None) -> FeedReading:  # noqa: A002 the word users know
    r"""Answer the vacancies of a feed, each once, with a reading report.

    One bad record never stops a feed: it is refused with its line and reason. Unknown stays unknown: a field that a
    record does not give is empty.

    Args:
        source: a `.csv`, `.tsv`, `.xlsx`, `.json`, `.jsonld`, `.jsonl`, `.html`, `.xml`, `.rss`, `.atom`, `.eml` or
            `.txt` file; `-` is standard input (plain text unless `format` says otherwise).
        mapping: YAML file that says which column is which field; without it the names of the columns are used.
        format: `csv`, `excel`, `html`, `json`, `jsonl`, `mail`, `text` or `xml`; found from the name by default.

    Raises:
        FileUnreadable: the file as a whole cannot be used: missing, empty, too large, dangerous or of another kind.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     path = Path(folder) / "feed.csv"
        ...     _ = path.write_text("Functie;Plaats;Omschrijving\nKok;Voorbeeldstad;Je kookt.", encoding="utf-8")
        ...     read_feed(path).records[0].place
        'Voorbeeldstad'
    """
    tally, merger = Tally(), Merger()
    for record in _records(source, mapping, format, tally):
        merger.add(record)
    tally.merged = merger.merged
    return FeedReading(merger.records(), tally.report())


def iter_feed(
    source: Path,
    *,
    mapping: Path | None = None,
    format: str | None = None,  # noqa: A002 the word users know
    tally: Tally | None = None,
) -> Iterator[VacancyRecord]:
    """Yield the records of a feed one by one, copies included, without holding the feed in memory.

    CSV, Excel, JSON lines and XML stream; the other formats are small files. Merge copies with `merge_duplicates`.

    Args:
        source: as for `read_feed`.
        mapping: as for `read_feed`.
        format: as for `read_feed`.
        tally: counts what happens; its `report` is complete after the last record.

    Raises:
        FileUnreadable: the file as a whole cannot be used.
    """
    yield from _records(source, mapping, format, Tally() if tally is None else tally)


def format_of(source: Path, named: str | None = None) -> str:
    """Answer the format of a feed.

    Args:
        source: the file; its name tells.
        named: the format that the user named, or None.

    Raises:
        FileUnreadable: the format does not exist or cannot be told from the name.

    Example:
        >>> format_of(Path("vacatures.xlsx"))
        'excel'
    """
    choices = ", ".join(sorted(FORMATS))
    if named is not None:
        if named not in FORMATS:
            raise FileUnreadable(f"Dit formaat bestaat niet. Kies uit: {choices}.")
        return named
    if str(source) == "-":
        return "text"
    suffix = source.suffix.lower()
    if suffix in _OLD:
        raise FileUnreadable(_OLD[suffix])
    if suffix not in _BY_SUFFIX:
        raise FileUnreadable(f"Aan de naam is niet te zien wat voor bestand dit is. Geef --feed-format: {choices}.")
    return _BY_SUFFIX[suffix]


def _records(source: Path, mapping: Path | None, named: str | None, tally: Tally) -> Iterator[VacancyRecord]:
    mapped = read_mapping(mapping)
    default = mapped.source or source_name(source)
    for raw in FORMATS[format_of(source, named)](source, mapped, tally):
        record = to_record(raw, default, tally)
        if record is not None:
            tally.read += 1
            yield record
