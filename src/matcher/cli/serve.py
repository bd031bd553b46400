"""`matcher serve`: the API and the pages."""

import os

import click

from matcher.cli.dutch import DutchCommand


@click.command(cls=DutchCommand, short_help="Start de service: API en pagina's.")
@click.option("--host", help="Adres om op te luisteren (standaard 127.0.0.1: alleen deze machine).")
@click.option("--port", type=click.IntRange(1, 65535), help="Poort (standaard 8000).")
@click.option("--workers", type=click.IntRange(1, 64), help="Aantal processen (standaard 1).")
def serve(host: str | None, port: int | None, workers: int | None) -> None:
    """Start de service. Zonder instellingen werkt zij alleen op deze machine en bewaart zij niets.

    Instellingen staan in de omgeving (MATCHER_...); zie docs/operating.md.

    \b
    Voorbeeld:
      matcher serve
      matcher serve --port 8080
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    from matcher_service import read_settings  # noqa: PLC0415 the library never needs the service
    from matcher_service.serve import serve as run  # noqa: PLC0415

    settings = read_settings(os.environ, host=host, port=port, workers=workers)
    address = f"http://{settings.host}:{settings.port}"
    click.echo(f"De service start op {address}. Open dat adres na enkele seconden. Stop met Ctrl-C.", err=True)
    run(settings)
