"""Where the database is: read from a setting, checked, and never shown with its password."""

import importlib.util
import ipaddress
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

_DRIVERS = {
    "postgresql": "postgresql+psycopg",
    "postgres": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
    "sqlite": "sqlite",
}


@dataclass(frozen=True, slots=True)
class Address:
    """Where a database is.

    Attributes:
        url: as SQLAlchemy reads it; not shown, because a password may stand in it.
    """

    url: URL = field(repr=False)

    @classmethod
    def of_file(cls, path: Path) -> "Address":
        """Answer the address of an embedded database.

        Args:
            path: its file.
        """
        return cls(URL.create("sqlite", database=str(path)))

    @property
    def file(self) -> Path | None:
        """Answer the file of an embedded database, or None when the database is a server."""
        return Path(self.url.database or "") if self.url.drivername == "sqlite" else None

    @property
    def text(self) -> str:
        """Answer the address as a setting holds it, password included: never for a log or a message."""
        return self.url.render_as_string(hide_password=False)


def read_address(text: str) -> Address:
    """Answer the address in a setting.

    Args:
        text: `postgresql://user:password@host:5432/name?sslmode=verify-full`, or `sqlite:////folder/file.sqlite3`.

    Raises:
        ValueError: it cannot be used; the text says why, in Dutch and English, without any part of the address.

    Example:
        >>> read_address("sqlite:////var/lib/matcher/all.sqlite3").file.name
        'all.sqlite3'
    """
    try:
        url = make_url(text)
        known = url.drivername in _DRIVERS
    except (ArgumentError, ValueError):
        known = False
    if not known:
        raise ValueError(
            "dit is geen adres van een database. Schrijf postgresql://gebruiker:wachtwoord@host:5432/naam. / "
            "Not an address of a database."
        ) from None
    if not url.database or url.database == ":memory:":
        raise ValueError("de naam van de database ontbreekt. / The name of the database is missing.")
    found = Address(url.set(drivername=_DRIVERS[url.drivername]))
    if found.file is None:
        _check_server(url)
    return found


def _check_server(url: URL) -> None:
    if importlib.util.find_spec("psycopg") is None:
        raise ValueError(
            "PostgreSQL vraagt een extra: pip install 'matcher[postgres]'. / PostgreSQL needs the extra 'postgres'."
        )
    if not _on_this_machine(url) and "sslmode" not in url.query:
        raise ValueError(
            "de database staat op een andere machine: zet sslmode=verify-full in het adres, of kies daar zelf iets "
            "anders. / The database is on another machine: put sslmode=verify-full in the address, or another choice."
        )


def _on_this_machine(url: URL) -> bool:
    host = url.host or url.query.get("host") or ""
    if not isinstance(host, str):
        return False
    if not host or host.startswith("/") or host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
