"""`matcher panel CASE`: the earning panel, for the coach only."""

from datetime import date
from pathlib import Path

import click

from matcher.cli.dossier import FORMAT, show
from matcher.cli.dutch import CASE, DutchCommand, on_option


@click.command(cls=DutchCommand, short_help="Vergelijk de lonen van soorten werk met het oude loon.")
@CASE
@on_option
@FORMAT
def panel(case: Path, on: date, form: str) -> None:
    """Vergelijk het loon van de soorten werk met het oude loon. Een indicatie, geen claimbeoordeling.

    Alleen voor de coach. Dit gaat nooit naar een werkgever.

    \b
    Voorbeeld:
      matcher panel casus.yaml --on 2026-11-22
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    from matcher.catalogue import load_catalogue  # noqa: PLC0415 heavy, only when this command runs
    from matcher.dossier import decided, earning_panel, panel_view  # noqa: PLC0415
    from matcher.intake import read_case  # noqa: PLC0415
    from matcher.matching import match  # noqa: PLC0415

    catalogue, read = load_catalogue(), read_case(case).case
    found = earning_panel(decided(match(read, on, catalogue), read, catalogue), read, catalogue)
    show(form, found, panel_view(found), "panel")
