"""For all tests of the service: a server as a bureau runs it, one as somebody starts it first, and a browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from matcher_service.database import Address, Database, read_address
from tests.service.browser import browser
from tests.service.postgres import Postgres, postgres
from tests.service.server import SECRETS, Server, make_key, running


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with keys, audit log and dossiers."""
    folder = tmp_path_factory.mktemp("service")
    environment = {"MATCHER_STATE": str(folder / "state"), **SECRETS, "MATCHER_BURST": "10000"}
    keys = {
        "coach": make_key(environment, "voorbeeldbureau", "match"),
        "jobhunter": make_key(environment, "voorbeeldbureau", "jobs"),
        "admin": make_key(environment, "voorbeeldbureau", "admin"),
        "index": make_key(environment, "voorbeeldbureau", "index"),
        "elsewhere": make_key(environment, "ander-bureau", "match"),
    }
    with running(folder, environment, keys=keys) as found:
        yield found


@pytest.fixture(scope="session")
def first_run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server without any setting."""
    with running(tmp_path_factory.mktemp("first-run"), {}) as found:
        yield found


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all pages; every test opens a page of its own."""
    with browser() as found:
        yield found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of its own."""
    return tmp_path


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Postgres]:
    """A real PostgreSQL server."""
    with postgres(durable=False) as found:
        yield found


@pytest.fixture(scope="session")
def with_tables(postgres_server: Postgres) -> str:
    """The name of a PostgreSQL database with empty tables, to make others like it."""
    address = read_address(postgres_server.fresh())
    made = Database(address)
    made.prepare()
    made.close()
    return str(address.url.database)


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest, folder: Path) -> Iterator[Database]:
    """An empty database of each kind, with its tables."""
    if request.param == "sqlite":
        found = Database(Address.of_file(folder / "dossiers.sqlite3"))
        found.prepare()
    else:
        server = request.getfixturevalue("postgres_server")
        found = Database(read_address(server.fresh(like=request.getfixturevalue("with_tables"))))
    yield found
    found.close()
