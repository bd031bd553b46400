"""`matcher index`: build, update, empty and look at an index of vacancies."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from matcher.cli.dutch import DutchGroup, DutchUsageError, on_option
from matcher.cli.feed_files import FORM, MAPPING, read_vacancies

if TYPE_CHECKING:
    from matcher.feeds import FeedReport

_PATH = click.Path(path_type=Path)


@click.group(cls=DutchGroup, short_help="Maak en onderhoud een index van vacatures.")
def index() -> None:
    """Maak en onderhoud een index van vacatures: een map waarin snel gezocht wordt."""


@index.command(short_help="Maak een index van een of meer feeds.")
@click.argument("feeds", metavar="FEED... MAP", nargs=-1, required=True, type=_PATH)
@on_option
@MAPPING
@FORM
def build(feeds: tuple[Path, ...], on: date, mapping: Path | None, feed_format: str | None) -> None:
    """Maak een index van een of meer feeds. Een index die er al is, wordt vervangen als de nieuwe klaar is.

    \b
    Voorbeeld:
      matcher index build vacatures.csv werkblad.xlsx mijn-index
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    from matcher.catalogue import load_catalogue  # noqa: PLC0415 heavy, only when this command runs
    from matcher.vacancies import build_index  # noqa: PLC0415

    files, directory = _files_and_folder(feeds)
    catalogue = load_catalogue()
    read: dict[str, FeedReport] = {}
    vacancies = read_vacancies(files, catalogue, mapping, feed_format, read)
    done = build_index(vacancies, directory, on, catalogue, feeds=read)
    click.echo(f"Index {directory.name}: {_count(done.in_all)}.")


@index.command(short_help="Voeg een of meer feeds toe aan een index.")
@click.argument("feeds", metavar="FEED... MAP", nargs=-1, required=True, type=_PATH)
@on_option
@MAPPING
@FORM
def update(feeds: tuple[Path, ...], on: date, mapping: Path | None, feed_format: str | None) -> None:
    """Voeg een of meer feeds toe. Een vacature die er al in stond, houdt de dag waarop zij voor het eerst is gezien.

    \b
    Voorbeeld:
      matcher index update nieuwe-vacatures.csv mijn-index
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    from matcher.catalogue import load_catalogue  # noqa: PLC0415 heavy, only when this command runs
    from matcher.vacancies import update_index  # noqa: PLC0415

    files, directory = _files_and_folder(feeds)
    catalogue = load_catalogue()
    read: dict[str, FeedReport] = {}
    vacancies = read_vacancies(files, catalogue, mapping, feed_format, read)
    done = update_index(vacancies, directory, on, catalogue, feeds=read)
    click.echo(f"Nieuw: {done.added}. Bijgewerkt: {done.replaced}. Samen nu {_count(done.in_all)}.")


@index.command(short_help="Haal vacatures uit een index.")
@click.argument("directory", metavar="MAP", type=_PATH)
@click.argument("ids", metavar="KENMERK...", nargs=-1, required=True)
@on_option
def remove(directory: Path, ids: tuple[str, ...], on: date) -> None:
    """Haal vacatures uit een index, met hun kenmerk. Een kenmerk dat er niet in staat, verandert niets.

    \b
    Voorbeeld:
      matcher index remove mijn-index proef-12 proef-13
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    from matcher.vacancies import remove_from_index  # noqa: PLC0415 heavy, only when this command runs

    done = remove_from_index(ids, directory, on)
    click.echo(f"Verwijderd: {done.removed}. Samen nu {_count(done.in_all)}.")


@index.command(short_help="Verdeel een index in shards, voor meer dan een proces of machine.")
@click.argument("directory", metavar="MAP", type=_PATH)
@click.argument("out", metavar="UIT", type=_PATH)
@click.option("--shards", metavar="AANTAL", type=click.IntRange(1, 1000), required=True, help="Hoeveel delen.")
def shard(directory: Path, out: Path, shards: int) -> None:
    """Verdeel een index in shards: even grote delen, die elk in een eigen proces of op een eigen machine kunnen staan.

    De index zelf verandert niet. Shards die er al waren, worden vervangen als de nieuwe klaar zijn.

    \b
    Voorbeeld:
      matcher index shard mijn-index mijn-shards --shards 4
      matcher vacancies casus.yaml mijn-shards --engine ray
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    from matcher.vacancies import shard_index  # noqa: PLC0415 heavy, only when this command runs

    done = shard_index(directory, out, shards)
    each = " + ".join(map(str, done.counts))
    click.echo(f"{out.name}: {_count(sum(done.counts))}, verdeeld over {len(done.counts)} shards ({each}).")


@index.command(short_help="Toon wat er in een index staat.")
@click.argument("directory", metavar="MAP", type=_PATH)
@on_option
def info(directory: Path, on: date) -> None:
    """Toon hoeveel vacatures er in een index staan, uit welke bronnen en van welke dag.

    \b
    Voorbeeld:
      matcher index info mijn-index
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    from matcher.report import render_text  # noqa: PLC0415 heavy, only when this command runs
    from matcher.vacancies import index_info, info_view, open_index  # noqa: PLC0415

    opened = open_index(directory)
    click.echo(render_text(info_view(index_info(opened, on), directory.name)))


def _files_and_folder(paths: tuple[Path, ...]) -> tuple[tuple[Path, ...], Path]:
    """Split the words: all but the last are feeds, the last is the folder."""
    if len(paths) == 1:
        raise DutchUsageError("Noem eerst een of meer feeds en dan de map van de index.")
    return paths[:-1], paths[-1]


def _count(number: int) -> str:
    return "1 vacature" if number == 1 else f"{number} vacatures"
