"""From feed files to understood vacancies, with the reading report on the screen; shared by the vacancy commands."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from matcher.catalogue import Catalogue
from matcher.domain.vacancy import Vacancy, VacancyRecord

if TYPE_CHECKING:
    from matcher.feeds import FeedReport

_NOTES_MOST = 12

MAPPING = click.option(
    "--mapping", metavar="BESTAND", type=click.Path(path_type=Path), help="Welke kolom welk veld is (YAML)."
)
FORM = click.option(
    "--feed-format",
    "feed_format",
    type=click.Choice(["csv", "excel", "html", "json", "jsonl", "mail", "text", "xml"]),
    help="Soort bestand, als de naam het niet zegt.",
)


def read_vacancies(
    paths: Sequence[Path],
    catalogue: Catalogue,
    mapping: Path | None = None,
    feed_format: str | None = None,
    feeds: "dict[str, FeedReport] | None" = None,
) -> list[Vacancy]:
    """Answer the vacancies of some feeds, understood; what was assumed or refused goes to the error stream.

    Args:
        paths: feed files.
        catalogue: occupations.
        mapping: which column is which field.
        feed_format: kind of file.
        feeds: gets what the reader did, by the name of each feed.
    """
    from matcher.feeds import merge_duplicates, read_feed  # noqa: PLC0415 heavy, only when a feed is read
    from matcher.vacancy_text import understand_all  # noqa: PLC0415

    records: list[VacancyRecord] = []
    for path in paths:
        reading = read_feed(path, mapping=mapping, format=feed_format)
        if feeds is not None:
            feeds[path.stem] = reading.report
        notes = reading.report.notes_nl()
        for note in notes[:_NOTES_MOST]:
            click.echo(f"{path.name}: {note}", err=True)
        if len(notes) > _NOTES_MOST:
            click.echo(f"{path.name}: en nog {len(notes) - _NOTES_MOST} regels.", err=True)
        records += reading.records
    once = merge_duplicates(records)[0] if len(paths) > 1 else records
    with progress(understand_all(once, catalogue), "Vacatures begrijpen", len(once)) as steps:
        return list(steps)


@contextmanager
def progress(steps: Iterable[Any], label: str, count: int | None = None) -> Iterator[Iterable[Any]]:
    """Show how far a long job is, on the error stream and only on a screen.

    Args:
        steps: what is done one by one.
        label: what is being done, in Dutch.
        count: how many steps, where the steps cannot say it themselves.
    """
    if not sys.stderr.isatty():
        yield steps
        return
    with click.progressbar(steps, length=count, label=label, file=sys.stderr) as bar:
        yield bar
