"""`matcher zoekprofiel CASE`: the zoekprofiel of one case."""

import json
from datetime import date
from pathlib import Path

import click

from matcher.cli.dossier import INDEX, index_counts
from matcher.cli.dutch import CASE, DutchCommand, on_option


@click.command(cls=DutchCommand, short_help="Maak het zoekprofiel van een casus.")
@CASE
@on_option
@click.option("--format", "form", type=click.Choice(["text", "md", "json"]), default="text", help="text, md of json.")
@click.option("--explain", is_flag=True, help="Toon de hele redenering.")
@INDEX
def zoekprofiel(case: Path, on: date, form: str, explain: bool, index: Path | None) -> None:
    """Maak het zoekprofiel van een casus, voor de coach.

    Staat in de casus wat de coach veranderde (coach.actions), dan volgt het profiel de coach. Wat het programma zelf
    vond, staat er dan onder.

    \b
    Voorbeeld:
      matcher zoekprofiel casus.yaml --on 2026-11-22
      matcher zoekprofiel casus.yaml --index mijn-index
    """  # noqa: D301 click reads \b as "keep these lines"
    from matcher.catalogue import load_catalogue  # noqa: PLC0415 heavy, only when this command runs
    from matcher.dossier import coached, decided, enrich, hand_blocks, market_blocks, plain  # noqa: PLC0415
    from matcher.intake import read_case  # noqa: PLC0415
    from matcher.matching import match  # noqa: PLC0415
    from matcher.prose import engine_sentences  # noqa: PLC0415
    from matcher.report import render_markdown, render_text, zoekprofiel_json, zoekprofiel_view  # noqa: PLC0415

    catalogue = load_catalogue()
    read = read_case(case)
    engine = match(read.case, on, catalogue)
    result = decided(engine, read.case, catalogue)
    found = None
    if index is not None:
        found = enrich(result, read.case, catalogue, on, index_counts(index, catalogue))
    if form == "json":
        record = zoekprofiel_json(result, catalogue, read.report.notes_nl())
        if found is not None:
            record |= {"market": plain(found.market), "sufficiency": plain(found.sufficiency)}
        click.echo(json.dumps(record, ensure_ascii=False, indent=2))
        return
    blocks = [*zoekprofiel_view(result, catalogue, explain=explain, reading=read.report.notes_nl())]
    sentences = engine_sentences(result, read.case)
    blocks += hand_blocks(coached(engine, read.case, catalogue, sentences))
    if found is not None:
        blocks += market_blocks(found)
    click.echo(render_markdown(blocks) if form == "md" else render_text(blocks))
