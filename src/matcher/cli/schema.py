"""`matcher schema case`: the published schema of the case file."""

import json

import click

from matcher.cli.dutch import DutchGroup


@click.group(cls=DutchGroup, short_help="Toon het schema van een bestand.")
def schema() -> None:
    """Toon het schema van een bestand dat matcher leest."""


@schema.command(short_help="Toon het JSON-schema van de casus.")
def case() -> None:
    """Toon het JSON-schema (2020-12) van het casusbestand.

    \b
    Voorbeeld:
      matcher schema case > casus.schema.json
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    from matcher.intake.schema import case_schema  # noqa: PLC0415 only when this command runs

    click.echo(json.dumps(case_schema(), ensure_ascii=False, indent=2))
