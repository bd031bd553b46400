"""The two things that can be wrong with the catalogue: its sources, and its compiled tables."""


class CatalogueError(Exception):
    """Something is wrong with the occupation catalogue; the message says what to do."""


class SourceError(CatalogueError):
    """A raw source is missing, altered or unreadable."""


class TablesError(CatalogueError):
    """The compiled tables are missing or do not belong together."""
