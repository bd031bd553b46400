"""Dutch words for the command line: headings, usage faults and the date argument."""

from datetime import date
from pathlib import Path
from typing import Any

import click


class DutchCommand(click.Command):
    """A command whose help has Dutch headings and keeps its example as written."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="Gebruik: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options under a Dutch heading."""
        rows = [record for param in self.get_params(ctx) if (record := param.get_help_record(ctx)) is not None]
        if rows:
            with formatter.section("Opties"):
                formatter.write_dl(rows)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Answer the help option with a Dutch text."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Toon deze uitleg."
        return option


class DutchGroup(click.Group):
    """A group whose help has Dutch headings."""

    command_class = DutchCommand

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        formatter.write_usage(ctx.command_path, "OPDRACHT [ARGUMENTEN]...", prefix="Gebruik: ")

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Answer the help option with a Dutch text."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Toon deze uitleg."
        return option

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write options and commands under Dutch headings."""
        rows = [record for param in self.get_params(ctx) if (record := param.get_help_record(ctx)) is not None]
        if rows:
            with formatter.section("Opties"):
                formatter.write_dl(rows)
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        lines = [(name, command.get_short_help_str(60)) for name, command in commands if command is not None]
        if lines:
            with formatter.section("Opdrachten"):
                formatter.write_dl(lines)


def usage_nl(error: click.ClickException) -> str:
    """Answer a usage fault in Dutch, with where to find help. Never repeats what was typed as a value.

    Args:
        error: what click refused.
    """
    command = "matcher"
    if isinstance(error, click.UsageError) and error.ctx is not None:
        command = error.ctx.command_path
    return f"{_fault(error)}\nUitleg: {command} --help"


def _fault(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        return f"De optie {error.option_name} bestaat niet."
    if isinstance(error, click.MissingParameter):
        name = error.param.human_readable_name if error.param is not None else "een argument"
        return f"Er ontbreekt iets: {name}."
    if isinstance(error, click.BadParameter):
        name = (
            error.param.get_error_hint(error.ctx) if error.param is not None and error.ctx is not None else "argument"
        )
        if isinstance(error.param, click.Parameter) and isinstance(error.param.type, click.Choice):
            return f"{name}: kies uit {', '.join(map(str, error.param.type.choices))}."
        return f"{name}: {error.message}" if isinstance(error, DutchBadParameter) else f"{name}: deze waarde kan niet."
    if isinstance(error, click.UsageError) and error.message.startswith("No such command"):
        return "Deze opdracht bestaat niet."
    if isinstance(error, click.UsageError) and error.message.startswith("Missing command"):
        return "Kies een opdracht."
    if isinstance(error, click.UsageError) and error.message.startswith("Got unexpected extra argument"):
        return "Er staan te veel argumenten."
    return error.message if isinstance(error, DutchUsageError) else "Deze opdracht is zo niet te lezen."


class DutchBadParameter(click.BadParameter):
    """A refused argument whose message is already Dutch."""


class DutchUsageError(click.UsageError):
    """A usage fault whose message is already Dutch."""


class Day(click.ParamType[date]):
    """A date as 2026-11-22 or 22-11-2026."""

    name = "datum"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Answer the date, or refuse in Dutch."""
        if isinstance(value, date):
            return value
        text = str(value).strip()
        parts = text.split("-")
        if len(parts) == 3 and len(parts[2]) == 4:  # noqa: PLR2004 day-month-year
            text = "-".join(reversed(parts))
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise DutchBadParameter(
                "dit is geen datum. Schrijf bijvoorbeeld 2026-11-22.", ctx=ctx, param=param
            ) from None


def on_option(function: Any) -> Any:
    """Add `--on DATE`, today when not given."""
    return click.option("--on", "on", type=Day(), default=date.today, show_default="vandaag", help="Peildatum.")(
        function
    )


CASE = click.argument("case", metavar="CASE", type=click.Path(path_type=Path))
