"""Children for many documents at speed: `python -m tests.papers.preloaded` loads every parser once and then forks.

A forked child does what a fresh one does, with the same limits: it runs `matcher.sheets.child.main`. Only the start of
an interpreter and its imports are saved. What it tries to open or to reach is counted too, and told.
"""

import io
import json
import os
import select
import signal
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock
from unittest.mock import patch

from matcher.sheets import Paper, child, sandbox

_HEAD = struct.Struct(">dII")  # seconds, length of the job, length of the document
_TAIL = struct.Struct(">iIII")  # exit code, most memory in kB, length of the answer, length of what was tried
_NO_TIME = -1000
_BAD = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system")
_FRESH_EACH = 100  # one document in so many is opened as a user's is: in a fresh process


@dataclass
class Watched:
    """What forked children used and tried.

    Attributes:
        children: how many there were.
        peak_kb: the most memory that one of them held.
        tried: what they tried to open outside their own modules, or to reach; all of it is refused by their own watch.
    """

    children: int = 0
    peak_kb: int = 0
    tried: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Answered:
    """A child that has ended."""

    said: tuple[int, bytes] | None

    def answer(self) -> tuple[int, bytes] | None:
        return self.said

    def end(self) -> None:
        """It is gone."""


@contextmanager
def forked_children() -> Iterator[Watched]:
    """Let documents be opened in forked children of one process with every parser loaded, and tell what they did."""
    watched = Watched()
    fresh = sandbox._Child
    one_at_a_time = Lock()
    command = [sys.executable, "-m", "tests.papers.preloaded"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:

        def started(job: str, paper: Paper, seconds: float) -> "sandbox._Child | _Answered":
            with one_at_a_time:  # pages of a scan are opened by several threads
                watched.children += 1
                if watched.children % _FRESH_EACH == 0:
                    return fresh(job, paper, seconds)
                return _Answered(answered(job, paper.content, seconds))

        def answered(job: str, document: bytes, seconds: float) -> tuple[int, bytes] | None:
            assert server.stdin is not None
            assert server.stdout is not None
            server.stdin.write(_HEAD.pack(seconds, len(job.encode()), len(document)) + job.encode() + document)
            server.stdin.flush()
            code, memory, answer, tried = _TAIL.unpack(_exactly(server.stdout, _TAIL.size))
            said = _exactly(server.stdout, answer)
            watched.tried += json.loads(_exactly(server.stdout, tried))
            watched.peak_kb = max(watched.peak_kb, memory)
            return None if code == _NO_TIME else (code, said)

        with patch.object(sandbox, "_Child", started):
            yield watched
        assert server.stdin is not None
        server.stdin.close()


@contextmanager
def watched_here(*folders: str) -> Iterator[list[str]]:
    """Tell which files outside some folders and our own modules this process opens, and whether it opens a socket."""
    tried: list[str] = []
    open_ = [True]  # a watch cannot be taken away again
    own = (*folders, tempfile.gettempdir(), os.devnull)
    sys.addaudithook(_noting(lambda what: tried.append(what) if open_[0] else None, own, ("socket.",)))
    try:
        yield tried
    finally:
        open_[0] = False


def _noting(
    note: Callable[[str], object], folders: tuple[str, ...], events: tuple[str, ...]
) -> Callable[[str, tuple[object, ...]], None]:
    roots = (*{sys.prefix, sys.base_prefix, *(path for path in sys.path if path)}, *folders)

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        path = arguments[0] if event == "open" else 0
        named = not isinstance(path, int)  # a number is a handle that is open already
        if event.startswith(events) or (named and not str(path).startswith(roots)):
            note(f"{event} {path}")

    return watch


def _exactly(stream: io.BufferedIOBase, length: int) -> bytes:
    found = stream.read(length)
    if len(found) != length:
        raise EOFError("the process with the parsers ended")
    return found


def _serve() -> None:
    for kind in ("pdf", "docx", "xlsx", "xml", "text"):
        child._parser(kind, "rows", 0)
    child._parser("pdf", "picture", 1)
    come, go = sys.stdin.buffer, sys.stdout.buffer
    while head := come.read(_HEAD.size):
        seconds, job, document = _HEAD.unpack(head)
        asked, content = _exactly(come, job).decode(), _exactly(come, document)
        go.write(_one(asked, content, seconds))
        go.flush()


def _one(job: str, document: bytes, seconds: float) -> bytes:
    """Fork one child, wait for it no longer than allowed, and answer how it ended."""
    out, answers = os.pipe()
    seen, tries = os.pipe()
    with tempfile.TemporaryFile() as content:
        content.write(document)
        content.flush()
        pid = os.fork()
        if not pid:
            os.close(out)
            os.close(seen)
            _be_child(job, content.fileno(), answers, tries)
    os.close(answers)
    os.close(tries)
    said, in_time = _read_both(out, seen, time.monotonic() + seconds)
    if not in_time:
        os.kill(pid, signal.SIGKILL)
    _, status, used = os.wait4(pid, 0)
    code = os.waitstatus_to_exitcode(status) if in_time else _NO_TIME
    tried = json.dumps(said[1].decode(errors="replace").splitlines()).encode()
    return _TAIL.pack(code, used.ru_maxrss, len(said[0]), len(tried)) + said[0] + tried


def _read_both(out: int, seen: int, until: float) -> tuple[tuple[bytes, bytes], bool]:
    """Answer what came through two pipes until both closed, and whether that was in time."""
    parts: dict[int, list[bytes]] = {out: [], seen: []}
    still = [out, seen]
    while still:
        left = until - time.monotonic()
        ready = select.select(still, [], [], max(0.0, left))[0]
        if not ready:
            break
        for each in ready:
            part = os.read(each, 1 << 16)
            parts[each].append(part)
            if not part:
                still.remove(each)
    os.close(out)
    os.close(seen)
    return (b"".join(parts[out]), b"".join(parts[seen])), not still


def _be_child(job: str, content: int, answers: int, tries: int) -> None:
    """Do what a fresh child does, and end."""
    code = 1
    try:
        nothing = os.open(os.devnull, os.O_RDWR)
        for handle in (0, 1, 2):
            os.dup2(nothing, handle)
        os.lseek(content, 0, os.SEEK_SET)
        sys.stdin = io.TextIOWrapper(os.fdopen(content, "rb"))
        sys.stdout = os.fdopen(answers, "w", encoding="utf-8")
        sys.addaudithook(_noting(lambda what: os.write(tries, f"{what}\n".encode()), (), _BAD))
        code = child.main(job)
        sys.stdout.flush()
    finally:
        os._exit(code)


if __name__ == "__main__":
    _serve()
