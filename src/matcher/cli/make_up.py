"""`matcher vacancies-make-up`: invented vacancies as a feed, to try things out and to measure."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import click

from matcher.cli.dutch import DutchCommand, on_option
from matcher.domain.vacancy import Vacancy
from matcher.errors import FileUnreadable


@click.command(cls=DutchCommand, short_help="Verzin vacatures om mee te oefenen of te meten.")
@click.argument("count", metavar="AANTAL", type=click.IntRange(1, 1_000_000))
@click.option("-o", "--output", metavar="FEED.jsonl", required=True, type=click.Path(path_type=Path), help="Bestand.")
@click.option("--seed", type=int, default=1, show_default=True, help="Dezelfde seed geeft dezelfde vacatures.")
@click.option("--truth", is_flag=True, help="Schrijf bij elke vacature ook wat er in de tekst is verwerkt.")
@on_option
def make_up(count: int, output: Path, seed: int, truth: bool, on: date) -> None:
    """Verzin vacatures en schrijf ze als feed. Geen enkele werkgever of plaats bestaat.

    \b
    Voorbeeld:
      matcher vacancies-make-up 500 -o verzonnen.jsonl
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    from matcher.catalogue import load_catalogue  # noqa: PLC0415 heavy, only when this command runs
    from matcher.cli.feed_files import progress  # noqa: PLC0415
    from matcher.vacancies import make_up as made_up  # noqa: PLC0415

    made = made_up(count, seed, on, load_catalogue())
    try:
        with output.open("w", encoding="utf-8", newline="\n") as stream, progress(range(count), "Schrijven") as rows:
            for row in rows:
                stream.write(json.dumps(_line(made.vacancy(row), truth=truth), ensure_ascii=False) + "\n")
    except OSError:
        raise FileUnreadable(f"Het bestand {output.name} is niet te schrijven. Kies een andere plaats.") from None
    click.echo(f"{count} verzonnen vacatures in {output.name}.")


def _line(vacancy: Vacancy, *, truth: bool) -> dict[str, Any]:
    record = vacancy.record
    plain: dict[str, Any] = {
        "id": record.id,
        "title": record.title,
        "text": record.text,
        "employer": record.employer,
        "place": record.place,
        "source": record.source,
        "published": None if record.published is None else record.published.isoformat(),
        "expires": None if record.expires is None else record.expires.isoformat(),
    }
    if truth:
        plain["truth"] = {
            "occupation": vacancy.occupation_id,
            "hours": None if vacancy.hours is None else [str(vacancy.hours.value.least), str(vacancy.hours.value.most)],
            "wage": None if vacancy.wage is None else [str(vacancy.wage.value.least), str(vacancy.wage.value.most)],
            "education_level": None if vacancy.education_level is None else vacancy.education_level.value,
            "licences": [each.value for each in vacancy.licences],
            "certificates": [each.value for each in vacancy.certificates],
            "languages": [each.value for each in vacancy.languages],
            "demands": [{"channel": d.value.channel, "within_pct": d.value.within_pct} for d in vacancy.demands],
        }
    return plain
