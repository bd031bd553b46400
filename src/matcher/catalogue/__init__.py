"""Occupations: what they are, what their work asks, and how they are compiled from open sources."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from matcher.catalogue.errors import CatalogueError, SourceError, TablesError

if TYPE_CHECKING:
    from matcher.catalogue.activities import activities_nl
    from matcher.catalogue.build import build_catalogue
    from matcher.catalogue.build_report import BuildReport
    from matcher.catalogue.judgements import Judgement, judgement_of
    from matcher.catalogue.load import load_catalogue
    from matcher.catalogue.model import MARKS, NOT_KNOWN, Catalogue, Occupation, SourceRecord
    from matcher.catalogue.pending import CorrectionCheck, Pending, check_corrections
    from matcher.catalogue.records import Level
    from matcher.catalogue.related import Related, related_occupations

__all__ = [
    "MARKS",
    "NOT_KNOWN",
    "BuildReport",
    "Catalogue",
    "CatalogueError",
    "CorrectionCheck",
    "Judgement",
    "Level",
    "Occupation",
    "Pending",
    "Related",
    "SourceError",
    "SourceRecord",
    "TablesError",
    "activities_nl",
    "build_catalogue",
    "check_corrections",
    "judgement_of",
    "load_catalogue",
    "related_occupations",
]

_HOMES = {
    "BuildReport": "build_report",
    "Catalogue": "model",
    "CorrectionCheck": "pending",
    "Judgement": "judgements",
    "MARKS": "model",
    "NOT_KNOWN": "model",
    "Level": "records",
    "Occupation": "model",
    "Pending": "pending",
    "Related": "related",
    "SourceRecord": "model",
    "activities_nl": "activities",
    "build_catalogue": "build",
    "check_corrections": "pending",
    "judgement_of": "judgements",
    "load_catalogue": "load",
    "related_occupations": "related",
}


def __getattr__(name: str) -> Any:
    """Import a public name only when it is asked for, so that `import matcher` stays quick."""
    if name in _HOMES:
        return getattr(import_module(f"matcher.catalogue.{_HOMES[name]}"), name)
    raise AttributeError(name)
