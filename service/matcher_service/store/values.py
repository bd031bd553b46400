"""What the dossier store answers."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from matcher import Case


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose dossiers, and who looks.

    Attributes:
        bureau: whose.
        key_id: who.
    """

    bureau: str
    key_id: str


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a dossier, without its content.

    Attributes:
        dossier: mark of the dossier.
        number: counted from 1.
        at: moment of storing, ISO 8601 in UTC.
        key_id: who stored it.
    """

    dossier: str
    number: int
    at: str
    key_id: str


@dataclass(frozen=True, slots=True)
class StoredCase:
    """One version of a dossier with its content.

    Attributes:
        version: which version.
        keep_until: last day on which the dossier is kept.
        case: the case as it was read.
    """

    version: Version
    keep_until: date
    case: Case


@dataclass(frozen=True, slots=True)
class DossierLine:
    """One dossier in a list. The case's own mark is part of the content, so it is not here.

    Attributes:
        dossier: mark of the dossier.
        versions: how many versions there are.
        created: moment of the first version.
        changed: moment of the last version.
        keep_until: last day on which the dossier is kept.
    """

    dossier: str
    versions: int
    created: str
    changed: str
    keep_until: date


@dataclass(frozen=True, slots=True)
class Access:
    """Who did what with a dossier, and when."""

    at: str
    key_id: str
    action: str


def case_bytes(case: Case) -> bytes:
    """Answer a case as it is stored and sent back."""
    return case.model_dump_json(by_alias=True, exclude_defaults=True).encode()


def plain_case(case: Case) -> dict[str, Any]:
    """Answer a case as plain data, as a case file has it."""
    return case.model_dump(mode="json", by_alias=True, exclude_defaults=True)
