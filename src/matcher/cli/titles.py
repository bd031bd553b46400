"""`matcher titles`: link files of titles to occupations, and measure how well that goes."""

import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from matcher.cli.dutch import DutchCommand
from matcher.errors import FileUnreadable

if TYPE_CHECKING:
    from matcher.language.candidates import CandidateRanker
    from matcher.language.title_files import TitleLine

_TOGETHER = 64  # titles that are compared at once
Row = tuple[str, ...]
Rows = tuple[Row, ...]
_FILE = click.Path(path_type=Path)


@click.command(cls=DutchCommand, short_help="Koppel een lijst titels aan beroepen.")
@click.argument("queries", metavar="QUERIES.tsv", type=_FILE)
@click.option("--candidates", metavar="LABELS.tsv", type=_FILE, help="Zoek in deze titels (id, tab, tekst).")
@click.option("--top", metavar="K", type=click.IntRange(1, 100_000), default=5, show_default=True, help="Aantal.")
@click.option("-o", "--output", metavar="RUN.tsv", type=_FILE, help="Schrijf naar dit bestand (anders: scherm).")
def titles(queries: Path, candidates: Path | None, top: int, output: Path | None) -> None:
    """Koppel elke titel in QUERIES.tsv aan beroepen, de meest waarschijnlijke eerst.

    Zonder kopregel, in UTF-8, per regel: id, tab, titel.
    Zonder --candidates staat in de uitkomst: id, rang, beroep, ISCO-08, titel, kans.
    Met --candidates: id, rang, id van de kandidaat, score.

    \b
    Voorbeeld:
      matcher titles titels.tsv --top 5 -o uitkomst.tsv
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    from matcher.language.title_files import check_titles, iter_titles, read_titles  # noqa: PLC0415 only when this runs

    if queries.is_file():
        check_titles(queries)
    lines = iter_titles(queries) if queries.is_file() else iter(read_titles(queries))  # a pipe can be read only once
    named = read_titles(candidates) if candidates is not None else None
    asked = ((line.line_id, line.text) for line in lines)
    rows = _answered(asked, _occupations(top) if named is None else _candidates(named, top))
    if output is None:
        _write(rows, sys.stdout)
        return
    try:
        with output.open("w", encoding="utf-8", newline="\n") as handle:
            _write(rows, handle)
    except OSError as error:
        raise FileUnreadable(
            "De uitkomst kan niet worden geschreven. Bestaat de map en mag u daar schrijven?"
        ) from error


def _write(rows: Iterator[tuple[str, ...]], handle: TextIO) -> None:
    handle.writelines("\t".join(row) + "\n" for row in rows)


def _answered(asked: Iterator[tuple[str, str]], work: Callable[[Sequence[str]], list[Rows]]) -> Iterator[Row]:
    """Answer the rows of each title with its id and rank; ids wait here while the titles are being answered."""
    from matcher.language.bulk import in_parallel  # noqa: PLC0415

    waiting: deque[str] = deque()

    def texts() -> Iterator[str]:
        for query_id, text in asked:
            waiting.append(query_id)
            yield text

    for rows in in_parallel(work, texts()):
        query_id = waiting.popleft()
        for rank, row in enumerate(rows, start=1):
            yield query_id, str(rank), *row


def _occupations(top: int) -> Callable[[Sequence[str]], list[Rows]]:
    from matcher.language.linker import default_linker  # noqa: PLC0415

    default_linker()  # loaded once, before any copy of this process is made
    return partial(_link_all, top)


def _link_all(top: int, texts: Sequence[str]) -> list[Rows]:
    from matcher.language.linker import default_linker  # noqa: PLC0415

    links = (link for some in _some(texts) for link in default_linker().link_many(some, top))
    return [tuple((m.occupation_id, m.isco08, m.title, f"{m.probability:.4f}") for m in one.matches) for one in links]


def _candidates(named: Sequence["TitleLine"], top: int) -> Callable[[Sequence[str]], list[Rows]]:
    from matcher.language.candidates import CandidateRanker  # noqa: PLC0415
    from matcher.language.linker import default_linker  # noqa: PLC0415

    ranker = CandidateRanker(default_linker(), [line.text for line in named])
    return partial(_rank_all, ranker, [line.line_id for line in named], top)


def _rank_all(ranker: "CandidateRanker", ids: Sequence[str], top: int, texts: Sequence[str]) -> list[Rows]:
    found = (ranked for some in _some(texts) for ranked in ranker.rank_many(some, top))
    return [tuple((ids[at], f"{score:.6f}") for at, score in ranked) for ranked in found]


def _some(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    return (texts[begin : begin + _TOGETHER] for begin in range(0, len(texts), _TOGETHER))


@click.command(cls=DutchCommand, short_help="Meet het koppelen van titels, naast eenvoudige methoden.")
@click.argument("folder", metavar="[DIR]", type=_FILE, required=False)
@click.option("--speed", is_flag=True, help="Meet hoe snel het is, naast eenvoudige methoden; zonder DIR.")
@click.option("--bulk", type=click.IntRange(1), default=100_000, show_default=True, help="Titels in de lange lijst.")
@click.option("--folds", metavar="MAP", type=_FILE, help="Encoders met een deel van de titels achtergehouden.")
@click.option("--noisy", metavar="TSV", type=_FILE, help="Titels met ruis (id, text, clean, isco08).")
@click.option("--transfers", metavar="TSV", type=_FILE, help="Overstappen met een niveau (from_title, to_title).")
@click.option("--encoder", metavar="NAAM", help="Ander sentence-transformers-model om ernaast te meten.")
@click.option("--sample", type=click.IntRange(10), default=400, show_default=True, help="Titels per trage methode.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="text of json.")
def bench_titles(
    folder: Path | None,
    speed: bool,
    bulk: int,
    folds: Path | None,
    noisy: Path | None,
    transfers: Path | None,
    encoder: str | None,
    sample: int,
    form: str,
) -> None:
    """Meet hoe goed titels aan beroepen worden gekoppeld, op de open meetsets in DIR.

    Eenvoudige methoden worden in dezelfde run gemeten. Tussen haakjes staat de halve breedte van het interval van
    95%. Deze meetsets worden alleen gebruikt om te meten.

    \b
    Voorbeeld:
      matcher bench titles data --folds modellen
      matcher bench titles --speed
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    if speed:
        _bench_speed(sample, bulk, form)
        return
    if folder is None:
        raise click.UsageError("Noem de map met meetsets, of kies --speed.")
    from matcher.language.bench.runner import run_bench  # noqa: PLC0415 only when this command runs
    from matcher.language.bench.sets import data_folder  # noqa: PLC0415
    from matcher.language.bench.show import as_json, as_text  # noqa: PLC0415

    report = run_bench(
        data_folder(folder),
        folds=folds,
        noisy=noisy,
        transfers=transfers,
        encoder=encoder,
        sample=sample,
        say=lambda line: click.echo(line, err=True),
    )
    click.echo(as_text(report) if form == "text" else as_json(report))


def _bench_speed(sample: int, bulk: int, form: str) -> None:
    from matcher.language.bench.show import as_json, speed_as_text  # noqa: PLC0415 only when this command runs
    from matcher.language.bench.speed import run_speed  # noqa: PLC0415

    report = run_speed(sample=sample, bulk=bulk, say=lambda line: click.echo(line, err=True))
    click.echo(speed_as_text(report) if form == "text" else as_json(report))
