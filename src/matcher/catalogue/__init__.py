"""Occupations: what they are, what their work asks, and how they are compiled from open sources."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from matcher.catalogue.errors import CatalogueError, SourceError, TablesError

if TYPE_CHECKING:
    from matcher.catalogue.build import BuildReport, build_catalogue
    from matcher.catalogue.load import Level, load_catalogue
    from matcher.catalogue.model import MARKS, NOT_KNOWN, Catalogue, Occupation, SourceRecord

__all__ = [
    "MARKS",
    "NOT_KNOWN",
    "BuildReport",
    "Catalogue",
    "CatalogueError",
    "Level",
    "Occupation",
    "SourceError",
    "SourceRecord",
    "TablesError",
    "build_catalogue",
    "load_catalogue",
]

_HOMES = {
    "MARKS": "model",
    "NOT_KNOWN": "model",
    "BuildReport": "build",
    "Catalogue": "model",
    "Level": "load",
    "Occupation": "model",
    "SourceRecord": "model",
    "build_catalogue": "build",
    "load_catalogue": "load",
}


def __getattr__(name: str) -> Any:
    """Import a public name only when it is asked for, so that `import matcher` stays quick."""
    if name in _HOMES:
        return getattr(import_module(f"matcher.catalogue.{_HOMES[name]}"), name)
    raise AttributeError(name)
