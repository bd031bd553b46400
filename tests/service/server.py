"""A real server process on a free port, with keys made by the commands, and everything that it writes at hand."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from matcher_service.access import Scope
from matcher_service.keeping import keys_of

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = ROOT / "src/matcher/examples/thuishulp.yaml"
ON = "2026-10-12"
YAML = {"Content-Type": "application/yaml"}
JSON = {"Content-Type": "application/json"}
SECRETS = {
    "MATCHER_AUDIT_KEY": "YXVkaXQtYXVkaXQtYXVkaXQtYXVkaXQtYXVkaXQtYTE",
    "MATCHER_STORE_KEY": "c3RvcmUtc3RvcmUtc3RvcmUtc3RvcmUtc3RvcmUtczE",
}
_START_S = 240


@dataclass
class Server:
    """A running server.

    Attributes:
        url: where it listens.
        log: file with everything it wrote.
        environment: its settings.
        process: the process.
        keys: keys by a name of the test.
    """

    url: str
    log: Path
    environment: dict[str, str]
    process: subprocess.Popen[bytes]
    keys: dict[str, str] = field(default_factory=dict)

    def client(self, key: str | None = None, **more: Any) -> httpx.Client:
        """Answer a client that shows one of the keys, or none."""
        headers = {"Authorization": f"Bearer {self.keys[key]}"} if key is not None else {}
        headers |= more.pop("headers", {})
        return httpx.Client(base_url=self.url, headers=headers, timeout=300, **more)

    def zoekprofiel(self, key: str | None = None, view: str = "coach") -> httpx.Response:
        """Answer the zoekprofiel of the shipped example."""
        with self.client(key) as client:
            params = {"view": view, "on": ON}
            return client.post("/v1/zoekprofiel", params=params, content=EXAMPLE.read_bytes(), headers=YAML)

    def logged(self) -> str:
        """Answer everything that the server wrote to its output."""
        return self.log.read_text(encoding="utf-8")

    def audited(self) -> str:
        """Answer the audit log of a server without a database."""
        return (Path(self.environment["MATCHER_STATE"]) / "audit.jsonl").read_text(encoding="utf-8")

    def command(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a command with the settings of the server."""
        return command(*words, environment=self.environment)


def command(*words: str, environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run `matcher` with settings."""
    done = [sys.executable, "-m", "matcher.cli", *words]
    return subprocess.run(done, env=_with(environment), capture_output=True, text=True, check=False)


def make_key(environment: Mapping[str, str], bureau: str, *scopes: str) -> str:
    """Answer a fresh key, as the command makes it."""
    with keys_of(environment) as book:
        return book.create(bureau, tuple(Scope(scope) for scope in scopes)).whole


@contextmanager
def running(
    folder: Path, environment: Mapping[str, str], *words: str, keys: Mapping[str, str] | None = None
) -> Iterator[Server]:
    """Start a server, wait until it is ready, and stop it gracefully at the end."""
    server = start(folder, environment, *words, keys=keys)
    try:
        yield server
    finally:
        stop(server)


def start(folder: Path, environment: Mapping[str, str], *words: str, keys: Mapping[str, str] | None = None) -> Server:
    """Start a server and wait until it is ready."""
    port = free_port()
    log = folder / f"server-{port}.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-W", "error", "-m", "matcher.cli", "serve", "--port", str(port), *words],
            env=_with(environment),
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    server = Server(f"http://127.0.0.1:{port}", log, dict(environment), process, dict(keys or {}))
    try:
        _wait_until_ready(server)
    except BaseException:
        stop(server)
        raise
    return server


def stop(server: Server) -> int:
    """Stop a server gracefully and answer its exit code."""
    with suppress(ProcessLookupError):
        server.process.send_signal(signal.SIGTERM)
    return server.process.wait(timeout=30)


def free_port() -> int:
    """Answer a port that nobody uses."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait_until_ready(server: Server) -> None:
    until = time.monotonic() + _START_S
    while time.monotonic() < until:
        assert server.process.poll() is None, server.logged()
        with suppress(httpx.TransportError):
            if httpx.get(f"{server.url}/ready").status_code == 200:
                return
        time.sleep(0.05)
    raise AssertionError(server.logged())


def _with(environment: Mapping[str, str]) -> dict[str, str]:
    bare = {name: value for name, value in os.environ.items() if not name.startswith("MATCHER_")}
    return {**bare, **environment}
