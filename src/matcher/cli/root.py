"""The root command: loads a command when it is asked for, and turns every refusal into one clear message."""

import gc
import os
import sys
from importlib import import_module
from typing import Any, NoReturn

import click

from matcher.cli.dutch import DutchGroup, usage_nl
from matcher.errors import DataError, MatcherError

EXIT_INPUT = 2
EXIT_DATA = 3
EXIT_BUG = 70
DEBUG_VARIABLE = "MATCHER_DEBUG"
_BUG = "Er ging iets mis in matcher zelf. Meld dit, zonder persoonsgegevens."

# A command makes its tables once and ends: looking for garbage after every 700 values takes a twentieth of its time.
_ALLOCATIONS = 50_000

# Commands that hold one person and end within seconds: these look for no garbage at all, and start no threads for sums
# of a few hundred numbers, which take processor time that another program on the machine could use.
_BRIEF = frozenset({"document", "read"})

# Command name -> module and attribute. Loaded on use, so that `matcher --help` needs no tables.
COMMANDS = {
    "audit": ("matcher.cli.audit", "audit"),
    "batch": ("matcher.cli.batch", "batch"),
    "bench": ("matcher.cli.bench", "bench"),
    "calendar": ("matcher.cli.calendar", "calendar"),
    "catalogue": ("matcher.cli.catalogue", "catalogue"),
    "check": ("matcher.cli.check", "check"),
    "compare": ("matcher.cli.occupation", "compare"),
    "demo": ("matcher.cli.demo", "demo"),
    "document": ("matcher.cli.document", "document"),
    "dossier": ("matcher.cli.dossier", "dossier"),
    "drift": ("matcher.cli.drift", "drift"),
    "explain": ("matcher.cli.explain", "explain"),
    "fml": ("matcher.cli.fml", "fml"),
    "keys": ("matcher.cli.keys", "keys"),
    "occupation": ("matcher.cli.occupation", "occupation"),
    "index": ("matcher.cli.index", "index"),
    "occupations": ("matcher.cli.occupations", "occupations"),
    "overlay": ("matcher.cli.occupation", "overlay"),
    "panel": ("matcher.cli.panel", "panel"),
    "read": ("matcher.cli.read", "read"),
    "schema": ("matcher.cli.schema", "schema"),
    "serve": ("matcher.cli.serve", "serve"),
    "store": ("matcher.cli.store", "store"),
    "text": ("matcher.cli.text", "text"),
    "titles": ("matcher.cli.titles", "titles"),
    "track": ("matcher.cli.track", "track"),
    "vacancies": ("matcher.cli.vacancies", "vacancies"),
    "vacancies-make-up": ("matcher.cli.make_up", "make_up"),
    "vacancy": ("matcher.cli.vacancy", "vacancy"),
    "vum": ("matcher.cli.vum", "vum"),
    "zoekprofiel": ("matcher.cli.zoekprofiel", "zoekprofiel"),
}


class LazyGroup(DutchGroup):
    """A group whose commands are imported when they are named."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 click's signature
        """Answer every command name."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 click's signature
        """Answer the command, imported now; None when there is no such command."""
        if cmd_name not in COMMANDS:
            return None
        module, attribute = COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(module), attribute)
        return command


@click.group(cls=LazyGroup, name="matcher", context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(
    package_name="matcher", prog_name="matcher", message="%(prog)s %(version)s", help="Toon de versie."
)
def root() -> None:
    """Van belastbaarheid en persoon naar een zoekprofiel met uitleg.

    Begin met: matcher demo
    """


def main(args: list[str] | None = None) -> NoReturn:
    """Run the command line and exit: 0 done, 2 input refused, 3 own tables missing, 70 a fault of ours."""
    gc.set_threshold(_ALLOCATIONS)
    if _BRIEF.intersection((sys.argv[1:] if args is None else args)[:1]):
        gc.disable()
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # No other package looks into a case by calling itself a plug-in, and nobody waits for the search for one.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    code = run(args)
    gc.freeze()  # the interpreter would walk along every value once more before it ends
    sys.exit(code)


def run(args: list[str] | None = None) -> int:
    """Answer the exit code of one command.

    Args:
        args: words after `matcher`; those of the process when not given.
    """
    try:
        result: Any = root.main(args=args, prog_name="matcher", standalone_mode=False)
    except click.ClickException as error:
        return _refuse(usage_nl(error), EXIT_INPUT)
    except (click.Abort, KeyboardInterrupt):
        return _refuse("Gestopt.", 130)
    except DataError as error:
        return _refuse(str(error), EXIT_DATA)
    except MatcherError as error:
        return _refuse(str(error), EXIT_INPUT)
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except Exception:
        if os.environ.get(DEBUG_VARIABLE):
            raise
        return _refuse(f"{_BUG} Zet {DEBUG_VARIABLE}=1 voor details.", EXIT_BUG)
    return int(result) if isinstance(result, int) else 0


def _refuse(text: str, code: int) -> int:
    click.echo(text, err=True)
    return code
