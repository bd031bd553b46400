"""`matcher vacancy read FILE`: what was read from a feed and what each vacancy says, with its words."""

import json
from itertools import islice
from pathlib import Path

import click

from matcher.cli.dutch import DutchGroup

_FORMATS = ("csv", "excel", "html", "json", "jsonl", "mail", "text")


@click.group(cls=DutchGroup, short_help="Lees vacatures en toon wat ze vragen.")
def vacancy() -> None:
    """Lees vacatures en toon wat ze vragen, met de woorden uit de tekst erbij."""


@vacancy.command(short_help="Lees een bestand met vacatures.")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--mapping", metavar="YAML", type=click.Path(path_type=Path), help="Welke kolom is welk veld.")
@click.option("--feed-format", type=click.Choice(_FORMATS), help="Soort bestand, als de naam dat niet zegt.")
@click.option("--first", metavar="N", type=click.IntRange(0), default=10, show_default=True, help="Toon er zoveel.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="text of json.")
def read(file: Path, mapping: Path | None, feed_format: str | None, first: int, form: str) -> None:
    """Lees een bestand met vacatures: csv, xlsx, json, jsonl, html, eml of txt. Een streepje leest van het toetsenbord.

    Eerst staat er wat is gelezen, aangenomen en geweigerd. Daarna per vacature wat de tekst zegt. Wat er niet staat,
    is niet bekend: dat telt nooit als passend.

    \b
    Voorbeeld:
      matcher vacancy read vacatures.csv
      matcher vacancy read export.xlsx --mapping kolommen.yaml --format json
      pbpaste | matcher vacancy read -
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    from matcher.feeds import read_feed  # noqa: PLC0415 heavy, only when this command runs
    from matcher.report import Bullets, Heading, render_text, vacancy_json, vacancy_view  # noqa: PLC0415
    from matcher.vacancy_text import understand  # noqa: PLC0415

    reading = read_feed(file, mapping=mapping, format=feed_format)
    shown = [understand(record) for record in islice(reading.records, first)]
    report = reading.report
    if form == "json":
        data = {
            "report": {
                "read": report.read,
                "merged": report.merged,
                "refused_count": report.refused_count,
                "assumed_nl": list(report.assumed),
                "refused": [{"line": one.line, "reason_nl": one.reason_nl} for one in report.refused],
            },
            "vacancies": [vacancy_json(one) for one in shown],
        }
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return
    click.echo(render_text((Heading("Vacatures gelezen", 1), Bullets(report.notes_nl()))))
    for one in shown:
        click.echo("")
        click.echo(render_text(vacancy_view(one)))
    left = len(reading.records) - len(shown)
    if left > 0:
        click.echo(f"\nEn nog {left}. Toon er meer met --first.")
