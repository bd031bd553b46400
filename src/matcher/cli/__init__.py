"""The command line `matcher`. One module per command or group; no logic here."""

from matcher.cli.root import main

__all__ = ["main"]
