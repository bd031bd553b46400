"""The database of the service: an embedded SQLite file, or PostgreSQL for several instances; tables and revisions."""

from matcher_service.database.address import Address, read_address
from matcher_service.database.engine import Database
from matcher_service.database.tables import (
    ACCESS,
    AUDIT_HEAD,
    AUDIT_LINE,
    BUREAU_KEY,
    DOSSIER,
    METADATA,
    VACANCY,
    VACANCY_CHANGE,
    VACANCY_HEAD,
    VERSION,
)

__all__ = [
    "ACCESS",
    "AUDIT_HEAD",
    "AUDIT_LINE",
    "BUREAU_KEY",
    "DOSSIER",
    "METADATA",
    "VACANCY",
    "VACANCY_CHANGE",
    "VACANCY_HEAD",
    "VERSION",
    "Address",
    "Database",
    "read_address",
]
