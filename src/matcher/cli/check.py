"""`matcher check CASE`: one named occupation, all findings."""

import json
from datetime import date
from pathlib import Path

import click

from matcher.cli.dutch import CASE, DutchCommand, DutchUsageError, on_option
from matcher.errors import UnknownName


@click.command(cls=DutchCommand, short_help="Bekijk één beroep voor een casus.")
@CASE
@on_option
@click.option("--title", help="Titel van het werk, bijvoorbeeld receptionist.")
@click.option("--occupation", help="Code van het beroep, bijvoorbeeld isco:4226.")
@click.option("--format", "form", type=click.Choice(["text", "md", "json"]), default="text", help="text, md of json.")
@click.option("--explain", is_flag=True, help="Toon ook wat past, en de opbouw van de score.")
def check(case: Path, on: date, title: str | None, occupation: str | None, form: str, explain: bool) -> None:
    """Bekijk één beroep voor een casus: elk onderdeel met bron en zekerheid.

    \b
    Voorbeeld:
      matcher check casus.yaml --title receptionist
      matcher check casus.yaml --occupation isco:4226
      matcher check casus.yaml --occupation nl:huiskamermedewerker
    """  # noqa: D301 click reads \b as "keep these lines"
    if (title is None) == (occupation is None):
        raise DutchUsageError("Geef een --title of een --occupation, niet allebei.")
    from matcher.catalogue import load_catalogue  # noqa: PLC0415 heavy, only when this command runs
    from matcher.intake import read_case  # noqa: PLC0415
    from matcher.matching import check as check_occupation  # noqa: PLC0415
    from matcher.matching import notices_nl  # noqa: PLC0415
    from matcher.report import check_json, check_view, render_markdown, render_text  # noqa: PLC0415

    wanted = occupation if occupation is not None else _by_title(str(title))
    catalogue = load_catalogue(level="all" if wanted.startswith(("nl:", "esco:")) else "unit_groups")
    read = read_case(case)
    result = check_occupation(read.case, wanted, on, catalogue)
    notices = (*notices_nl(read.case, on), *read.report.notes_nl())
    if form == "json":
        click.echo(json.dumps(check_json(result, catalogue, notices), ensure_ascii=False, indent=2))
        return
    blocks = check_view(result, catalogue, explain=explain, notices=notices)
    click.echo(render_markdown(blocks) if form == "md" else render_text(blocks))


def _by_title(title: str) -> str:
    from matcher.language import link_title  # noqa: PLC0415

    link = link_title(title, top=5)
    if not link.matches:
        raise UnknownName("Deze titel is niet herkend. Geef een andere titel, of een code met --occupation.")
    if not link.sure:
        choices = "\n".join(f"  isco:{m.isco08}  {m.title} ({round(m.probability * 100)}%)" for m in link.matches)
        click.echo(f"Niet zeker welk werk dit is. Gekozen is het eerste van:\n{choices}\n", err=True)
    return f"isco:{link.matches[0].isco08}"
