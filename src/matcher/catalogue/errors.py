"""The two things that can be wrong with the catalogue: its sources, and its compiled tables."""

from matcher.errors import DataError, InputError, MatcherError, UnknownName


class CatalogueError(MatcherError):
    """Something is wrong with the occupation catalogue; the message says what to do."""


class SourceError(CatalogueError, InputError):
    """A raw source is missing, altered or unreadable."""


class TablesError(CatalogueError, DataError):
    """The compiled tables are missing or do not belong together."""


class UnknownOccupation(CatalogueError, UnknownName):
    """No occupation has this id, or the code is ambiguous; the message gives the choices."""
