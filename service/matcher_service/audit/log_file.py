"""The audit log in a file: the embedded default. Processes of one machine take turns by a lock on it."""

import fcntl
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from matcher.errors import FileUnreadable
from matcher_service.audit.chain import ChainReport, Head, head_of, tail_length, verify_lines
from matcher_service.audit.line_place import Following


def audit_file(state: Path) -> Path:
    """Answer where the audit log lies."""
    return state / "audit.jsonl"


class AuditFile:
    """A file with the lines of the audit log.

    Args:
        path: the file; made when it does not exist.
    """

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._file = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
        self._known = (0, Head())  # how long the file was after our last line, and that line

    def append(self, following: Following) -> None:
        """Write the next lines, and return when they are on disk. A line that was cut off before is cleared first.

        Args:
            following: answers the next lines.

        Raises:
            OSError: they could not be written.
        """
        fcntl.flock(self._file, fcntl.LOCK_EX)
        try:
            lines, head = following(*self._head())
            self._write_all(b"".join(lines))
            os.fsync(self._file)
            self._known = (os.fstat(self._file).st_size, head)
        finally:
            fcntl.flock(self._file, fcntl.LOCK_UN)

    def close(self) -> None:
        """Close the file."""
        os.close(self._file)

    def _head(self) -> tuple[Head, bool]:
        """Answer the head, and whether a line that was cut off when a process died was taken away."""
        size = os.fstat(self._file).st_size
        start, before = self._known if size >= self._known[0] else (0, Head())
        if size == start:
            return before, False  # nobody wrote since
        if size - start > tail_length():
            start, before = size - tail_length(), Head()
        head, torn = head_of(os.pread(self._file, size - start, start), before)
        if torn:
            os.ftruncate(self._file, size - torn)
        return head, torn > 0

    def _write_all(self, content: bytes) -> None:
        while content:
            content = content[os.write(self._file, content) :]


def audit_lines(path: Path) -> Iterator[bytes]:
    """Answer the whole lines of a log, without a torn last one.

    Args:
        path: the log.

    Raises:
        FileUnreadable: the file is not there or may not be read.
    """
    try:
        with path.open("rb") as stream:
            yield from (line for line in stream if line.endswith(b"\n"))
    except OSError as error:
        raise FileUnreadable("Het auditlog is niet te lezen. Controleer de map en uw rechten.") from error


def verify_chain(path: Path, key: bytes, known: Head | None = None) -> ChainReport:
    """Answer whether the chain holds from the first line to the last.

    A chain cannot show by itself that lines were cut off at the end. So write the head down elsewhere now and then,
    and give it here.

    Args:
        path: the log.
        key: secret of the audit log.
        known: a head that was written down earlier.

    Raises:
        FileUnreadable: the file is not there or may not be read.
    """
    size = 0

    def counted() -> Iterator[bytes]:
        nonlocal size
        for line in audit_lines(path):
            size += len(line)
            yield line

    report = verify_lines(counted(), key, known)
    return report if report.broken is not None else replace(report, torn_bytes=path.stat().st_size - size)
