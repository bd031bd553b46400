"""Stored dossiers."""

from datetime import date
from typing import Any, Literal

from pydantic import Field

from matcher_service.shapes.base import Page, Shape, Texts


class StoredAnswer(Shape):
    """A version that was stored."""

    schema_id: Literal["matcher/stored/1"] = Field(alias="schema")
    dossier: str
    number: int
    at: str
    key_id: str
    reading_nl: Texts


class DossierLine(Shape):
    """One dossier in a list."""

    dossier: str
    versions: int
    created: str
    changed: str
    keep_until: date


class DossiersAnswer(Shape):
    """A part of the dossiers of a bureau."""

    schema_id: Literal["matcher/dossiers/1"] = Field(alias="schema")
    dossiers: list[DossierLine]
    page: Page


class DossierAnswer(Shape):
    """One version of a dossier."""

    schema_id: Literal["matcher/dossier/1"] = Field(alias="schema")
    dossier: str
    number: int
    at: str
    key_id: str
    keep_until: date
    case: dict[str, Any]


class RetentionAnswer(Shape):
    """How long a dossier is kept."""

    schema_id: Literal["matcher/retention/1"] = Field(alias="schema")
    dossier: DossierLine


class AccessLine(Shape):
    """One look at a dossier."""

    at: str
    key_id: str
    action: str


class AccessesAnswer(Shape):
    """Who did what with a dossier."""

    schema_id: Literal["matcher/accesses/1"] = Field(alias="schema")
    accesses: list[AccessLine]
