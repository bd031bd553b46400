"""A real service for the client, with a key per scope."""

from collections.abc import Iterator

import pytest

from tests.service.server import SECRETS, Server, make_key, running


@pytest.fixture(scope="session")
def served(tmp_path_factory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("client")
    environment = {"MATCHER_STATE": str(folder / "state"), **SECRETS}
    scopes = {"coach": ("match", "index"), "jobs": ("jobs",), "index": ("index",), "admin": ("admin",)}
    keys = {name: make_key(environment, "clientbureau", *held) for name, held in scopes.items()}
    with running(folder, environment, keys=keys) as server:
        yield server
