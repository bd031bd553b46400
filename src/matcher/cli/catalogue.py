"""`matcher catalogue`: compile the occupation tables, and show what is in them."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from matcher.cli.dutch import DutchGroup

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_PENDING_SHOWN = 20
_SOURCES = click.argument("sources", type=_FOLDER)


def _out(help_nl: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    return click.option("--out", type=_FOLDER, default=None, help=help_nl)


_PAGE_OUT = click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), default=None, help="Schrijf de pagina in dit bestand."
)


def _write_page(lines: Iterable[str], out: Path | None) -> None:
    page = "\n".join(lines)
    if out is None:
        click.echo(page)
    else:
        out.write_bytes(f"{page}\n".encode())


@click.group(cls=DutchGroup)
def catalogue() -> None:
    """De catalogus van beroepen bouwen en bekijken."""


@catalogue.command()
@_SOURCES
@_out("Map voor de tabellen (standaard: data/occupations).")
def build(sources: Path, out: Path | None) -> None:
    """Bouw de tabellen uit de map SOURCES met ruwe bronnen.

    \b
    Voorbeeld:
      matcher catalogue build bronnen
    """  # noqa: D301 click reads \b as "keep these lines"
    from matcher.catalogue.build import build_catalogue  # noqa: PLC0415 - heavy, only for this command
    from matcher.resources import data_path  # noqa: PLC0415

    place = out if out is not None else data_path("occupations")
    for line in build_catalogue(sources, place).lines():
        click.echo(line)


@catalogue.command()
@_SOURCES
@_out("Map voor het model (standaard: models/demand_physical).")
def train(sources: Path, out: Path | None) -> None:
    """Train het model van lichamelijke eisen uit de map SOURCES en toon de fout per kanaal.

    \b
    Voorbeeld:
      matcher catalogue train bronnen
    """  # noqa: D301 click reads \b as "keep these lines"
    from matcher.catalogue.demand_training import train_demand_model  # noqa: PLC0415 - heavy, only for this command
    from matcher.resources import model_path  # noqa: PLC0415

    place = out if out is not None else model_path("demand_physical")
    for one in train_demand_model(sources, place):
        click.echo(f"{one.channel}: fout {one.error_points}, groepsgemiddelde {one.group_points}, R2 {one.r2}")


@catalogue.command()
@_PAGE_OUT
def report(out: Path | None) -> None:
    """Toon dekking, kwaliteit en uitersten van de catalogus als Markdown.

    \b
    Voorbeeld:
      matcher catalogue report --out docs/catalogue.md
    """  # noqa: D301 click reads \b as "keep these lines"
    from matcher.catalogue.report import report_lines  # noqa: PLC0415 - heavy, only for this command

    _write_page(report_lines(), out)


@catalogue.command()
@click.option(
    "--file",
    "path",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=None,
    help="Ander bestand (standaard: data/occupations/corrections.csv).",
)
def corrections(path: Path | None) -> None:
    """Controleer de verbeteringen met de hand, en toon wat ze veranderen. Hier zijn geen bronnen voor nodig.

    \b
    Voorbeeld:
      matcher catalogue corrections
    """  # noqa: D301 click reads \b as "keep these lines"
    from matcher.catalogue import check_corrections, load_catalogue  # noqa: PLC0415 - heavy, only for this command
    from matcher.resources import data_path  # noqa: PLC0415

    found = check_corrections(path or data_path("occupations/corrections.csv"), load_catalogue(level="all"))
    click.echo(f"{found.lines} regels, allemaal leesbaar.")
    if not found.pending:
        click.echo("Alle regels zijn al verwerkt in de tabellen.")
        return
    count = len(found.pending)
    click.echo(
        "1 waarde staat nog niet in de tabellen:" if count == 1 else f"{count} waarden staan nog niet in de tabellen:"
    )
    for one in found.pending[:_PENDING_SHOWN]:
        click.echo(f"  regel {one.line}: {one.occupation.title_nl} ({one.occupation.id}), {one.channel}")
        before = ";".join(map(str, one.before_pct)) or "onbekend"
        click.echo(f"    staat op {before}, wordt {';'.join(map(str, one.after_pct))}")
    if len(found.pending) > _PENDING_SHOWN:
        click.echo(f"  ... en nog {len(found.pending) - _PENDING_SHOWN}.")
    click.echo("Verwerken: matcher catalogue build BRONNEN")


@catalogue.command()
@_PAGE_OUT
def limits(out: Path | None) -> None:
    """Toon welke beroepsgroepen overblijven voor iemand met één beperking.

    \b
    Voorbeeld:
      matcher catalogue limits --out docs/limits_one_by_one.md
    """  # noqa: D301 click reads \b as "keep these lines"
    from matcher.catalogue.limits import limit_page  # noqa: PLC0415 - heavy, only for this command

    _write_page(limit_page(), out)
