"""`matcher dossier`: the file around the zoekprofiel, for the coach."""

import json
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from matcher.cli.dutch import CASE, Day, DutchGroup, on_option

if TYPE_CHECKING:
    from matcher.catalogue import Catalogue
    from matcher.dossier import VacancyCounts

FORMAT = click.option(
    "--format", "form", type=click.Choice(["text", "md", "json"]), default="text", help="text, md of json."
)
INDEX = click.option(
    "--index", metavar="MAP", type=click.Path(path_type=Path), help="Tel open vacatures in deze index (3 x 3-toets)."
)
_VERSIONS = click.argument("file", metavar="VERSIES", type=click.Path(path_type=Path))


@click.group(cls=DutchGroup, short_help="Het dossier rond het zoekprofiel: details, coach, versies.")
def dossier() -> None:
    """Het dossier rond het zoekprofiel, voor de coach."""


@dossier.command(short_help="Toon taken, contracten, wegen, aanpassingen en de markttoets.")
@CASE
@on_option
@FORMAT
@INDEX
def details(case: Path, on: date, form: str, index: Path | None) -> None:
    """Toon wat er verder bij het zoekprofiel hoort: taken, contracten, wegen naar werk, aanpassingen, uitsluitingen.

    \b
    Voorbeeld:
      matcher dossier details casus.yaml --on 2026-11-22
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    from matcher.catalogue import load_catalogue  # noqa: PLC0415 heavy, only when this command runs
    from matcher.dossier import NO_COUNTS, coached, details_view, enrich  # noqa: PLC0415
    from matcher.intake import read_case  # noqa: PLC0415
    from matcher.matching import match  # noqa: PLC0415

    catalogue, read = load_catalogue(), read_case(case).case
    made = match(read, on, catalogue)
    counts = NO_COUNTS if index is None else index_counts(index, catalogue)
    found = enrich(made, read, catalogue, on, counts, kinds=coached(made, read, catalogue).usable())
    show(form, found, details_view(found), "details")


@dossier.command(short_help="Toon het zoekprofiel met de hand van de coach.")
@CASE
@on_option
@FORMAT
def coach(case: Path, on: date, form: str) -> None:
    """Toon wat het programma vond, wat de coach deed en waarom, en wat nog een motivering nodig heeft.

    \b
    Voorbeeld:
      matcher dossier coach casus.yaml --on 2026-11-22
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    from matcher.catalogue import load_catalogue  # noqa: PLC0415 heavy, only when this command runs
    from matcher.dossier import coached, coached_view, decided  # noqa: PLC0415
    from matcher.intake import read_case  # noqa: PLC0415
    from matcher.matching import match  # noqa: PLC0415
    from matcher.prose import engine_sentences  # noqa: PLC0415

    catalogue, read = load_catalogue(), read_case(case).case
    made = match(read, on, catalogue)
    found = coached(made, read, catalogue, engine_sentences(decided(made, read, catalogue), read))
    show(form, found, coached_view(found), "coach", is_final=found.is_final(), needs=found.needs())


@dossier.command(short_help="Vergelijk twee versies van een casus.")
@click.argument("old", metavar="OUD", type=click.Path(path_type=Path))
@click.argument("new", metavar="NIEUW", type=click.Path(path_type=Path))
@click.option("--on-old", type=Day(), default=date.today, show_default="vandaag", help="Peildatum van de oude versie.")
@click.option(
    "--on-new", type=Day(), default=date.today, show_default="vandaag", help="Peildatum van de nieuwe versie."
)
@FORMAT
def compare(old: Path, new: Path, on_old: date, on_new: date, form: str) -> None:
    """Vergelijk twee versies van een casus: wat opende, wat sloot, en waarom. Het mag twee keer hetzelfde bestand zijn.

    \b
    Voorbeeld:
      matcher dossier compare casus.yaml casus.yaml --on-old 2026-06-15 --on-new 2026-11-09
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    from matcher.catalogue import load_catalogue  # noqa: PLC0415 heavy, only when this command runs
    from matcher.dossier import change_view, coached, compare_versions, full_match  # noqa: PLC0415
    from matcher.intake import read_case  # noqa: PLC0415

    catalogue = load_catalogue()
    cases = read_case(old).case, read_case(new).case
    matches = full_match(cases[0], on_old, catalogue), full_match(cases[1], on_new, catalogue)
    hands = coached(matches[0], cases[0], catalogue), coached(matches[1], cases[1], catalogue)
    found = compare_versions(*matches, coached=hands)
    show(form, found, change_view(found), "compare")


@dossier.command(short_help="Bewaar een versie in een bestand.")
@CASE
@on_option
@click.option(
    "--to", "file", metavar="VERSIES", required=True, type=click.Path(path_type=Path), help="Bestand (.jsonl)."
)
@click.option("--reason", required=True, help="Waarom er een nieuwe versie is.")
def add(case: Path, on: date, file: Path, reason: str) -> None:
    """Bewaar een versie van het zoekprofiel. Bestaande regels blijven zoals ze zijn.

    Het bestand bevat de casus zelf. Bewaar het bij de casus en wis het met de casus.

    \b
    Voorbeeld:
      matcher dossier add casus.yaml --on 2026-11-09 --to versies.jsonl --reason "nieuw formulier"
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    from matcher.catalogue import load_catalogue  # noqa: PLC0415 heavy, only when this command runs
    from matcher.dossier import append_version, retention  # noqa: PLC0415
    from matcher.intake import read_case  # noqa: PLC0415

    stored = append_version(file, read_case(case).case, on, reason, load_catalogue())
    click.echo(f"Versie {stored.number} is bewaard. {retention(stored.case, on).text_nl}")


@dossier.command(short_help="Vertel wat er van versie tot versie veranderde.")
@_VERSIONS
@on_option
@FORMAT
def versions(file: Path, on: date, form: str) -> None:
    """Vertel wat er van versie tot versie veranderde, en waarom, en tot wanneer het bestand bewaard wordt.

    \b
    Voorbeeld:
      matcher dossier versions versies.jsonl
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    from matcher.catalogue import load_catalogue  # noqa: PLC0415 heavy, only when this command runs
    from matcher.dossier import as_match, coached, compare_versions, read_versions, retention, story_view  # noqa: PLC0415

    catalogue, stored = load_catalogue(), read_versions(file)
    made = [(match := as_match(version, catalogue), coached(match, version.case, catalogue)) for version in stored]
    changes = tuple(
        compare_versions(before[0], after[0], coached=(before[1], after[1])) for before, after in pairwise(made)
    )
    matches = [match for match, _ in made]
    kept = retention(stored[-1].case, on) if stored else None
    show(form, changes, story_view(stored, matches, changes, on), "versions", retention=kept)


@dossier.command(short_help="Maak oude versies opnieuw en controleer de uitkomst.")
@_VERSIONS
@FORMAT
def recheck(file: Path, form: str) -> None:
    """Maak elke oude versie opnieuw en controleer of de uitkomst gelijk is.

    \b
    Voorbeeld:
      matcher dossier recheck versies.jsonl
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    from matcher.catalogue import load_catalogue  # noqa: PLC0415 heavy, only when this command runs
    from matcher.dossier import read_versions, recheck_view  # noqa: PLC0415
    from matcher.dossier import recheck as run_again  # noqa: PLC0415

    catalogue = load_catalogue()
    found = tuple(run_again(version, catalogue) for version in read_versions(file))
    show(form, found, recheck_view(found), "recheck")


def index_counts(directory: Path, catalogue: "Catalogue") -> "VacancyCounts":
    """Answer an index as the counter of open vacancies.

    Args:
        directory: folder of the index.
        catalogue: occupations.
    """
    from matcher.vacancies import IndexCounts, open_index  # noqa: PLC0415 heavy, only when an index is given

    return IndexCounts(open_index(directory, catalogue))


def show(form: str, value: Any, blocks: Any, name: str, *, audience: str = "coach", **more: Any) -> None:
    """Print a value as text, Markdown or JSON.

    Args:
        form: text, md or json.
        value: the value itself, for JSON.
        blocks: the value laid out, for text and Markdown.
        name: name of the schema.
        audience: for whom it is.
        more: further keys for JSON.
    """
    from matcher.dossier import plain  # noqa: PLC0415 heavy, only when a command runs
    from matcher.report import render_markdown, render_text  # noqa: PLC0415

    if form == "json":
        record = {"schema": f"matcher/{name}/1", "audience": audience, "result": plain(value), **plain(more)}
        click.echo(json.dumps(record, ensure_ascii=False, indent=2))
        return
    click.echo(render_markdown(blocks) if form == "md" else render_text(blocks))
