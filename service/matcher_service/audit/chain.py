"""The chain over the lines of the audit log, and the check that nobody changed, removed or added a line."""

import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import orjson

from matcher.errors import FileUnreadable

START = "0" * 64
SCHEMA = "matcher/audit/1"
_LONGEST_LINE = 65_536


@dataclass(frozen=True, slots=True)
class Head:
    """The last line of the chain.

    Attributes:
        number: its number; 0 when there is no line.
        mac: its link, to which the next line is chained.
    """

    number: int = 0
    mac: str = START

    @classmethod
    def read(cls, text: str) -> "Head | None":
        """Answer a head that was written down, or None when the text is no head.

        Example:
            >>> Head.read("twaalf") is None
            True
        """
        number, _, mac = text.partition(":")
        return cls(int(number), mac) if number.isdecimal() and len(mac) == len(START) else None

    def __str__(self) -> str:
        """Answer the head as it is written down."""
        return f"{self.number}:{self.mac}"


@dataclass(frozen=True, slots=True)
class Broken:
    """Where the chain does not hold.

    Attributes:
        line: number of the line in the log, from 1.
        problem_nl: what is wrong, in Dutch.
    """

    line: int
    problem_nl: str


@dataclass(frozen=True, slots=True)
class ChainReport:
    """What a check of the whole log found.

    Attributes:
        lines: how many whole lines there are.
        head: the last line.
        broken: the first place where the chain does not hold, or None.
        torn_bytes: bytes after the last whole line: a write that was cut off and was never acknowledged.
        known_head_found: whether a head that was written down earlier is in the chain; None when none was given.
    """

    lines: int
    head: Head
    broken: Broken | None
    torn_bytes: int
    known_head_found: bool | None = None

    @property
    def holds(self) -> bool:
        """Answer whether nobody changed, removed or added a line, as far as the log can show."""
        return self.broken is None and self.known_head_found is not False


def chained(head: Head, at: str, event: dict[str, Any], key: bytes) -> tuple[bytes, Head]:
    """Answer the next line of the chain, and the head after it.

    Args:
        head: the last line.
        at: the moment, ISO 8601 in UTC.
        event: plain data.
        key: secret of the audit log.
    """
    record = {"schema": SCHEMA, "number": head.number + 1, "at": at, **event, "previous": head.mac}
    content = _content(record)
    mac = _mac_of(content, key)
    return content[:-1] + f',"mac":"{mac}"}}\n'.encode(), Head(head.number + 1, mac)


def head_of(tail: bytes, before: Head) -> tuple[Head, int]:
    """Answer the last whole line at the end of a file, and how many bytes of a torn line come after it.

    Args:
        tail: the last bytes of the file.
        before: the line before them, for when there is no whole line in them.

    Raises:
        FileUnreadable: the last whole line is no line of the log.
    """
    whole, newline, torn = tail.rpartition(b"\n")
    if not newline:
        return before, len(torn)
    last = whole.rpartition(b"\n")[2]
    try:
        record = orjson.loads(last)
        return Head(int(record["number"]), str(record["mac"])), len(torn)
    except (ValueError, KeyError, TypeError) as error:
        raise FileUnreadable("De laatste regel van het auditlog is geen regel die matcher schreef.") from error


def tail_length() -> int:
    """Answer how many bytes of the end of a file hold its last whole line for sure."""
    return 2 * _LONGEST_LINE


def verify_lines(lines: Iterable[bytes], key: bytes, known: Head | None = None) -> ChainReport:
    """Answer whether the chain holds from the first line to the last.

    A chain cannot show by itself that lines were cut off at the end. So write the head down elsewhere now and then,
    and give it here.

    Args:
        lines: whole lines.
        key: secret of the audit log.
        known: a head that was written down earlier.
    """
    head, count = Head(), 0
    found = None if known is None else known == head
    for count, line in enumerate(lines, start=1):
        checked = _checked(line, head, key)
        if isinstance(checked, str):
            return ChainReport(count, head, Broken(count, checked), 0, found)
        head = checked
        found = True if known == head else found
    return ChainReport(count, head, None, 0, found)


def _checked(line: bytes, head: Head, key: bytes) -> Head | str:
    try:
        record = orjson.loads(line)
        mac = str(record.pop("mac"))
        number, previous = int(record["number"]), str(record["previous"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return "dit is geen regel die matcher schreef."
    if (number, previous) != (head.number + 1, head.mac):
        return "deze regel volgt niet op de vorige: er is een regel weg, verplaatst of toegevoegd."
    if not hmac.compare_digest(mac, _mac(record, key)):
        return "deze regel is gewijzigd, of het geheim is een ander."
    return Head(number, mac)


def _mac(record: dict[str, Any], key: bytes) -> str:
    return _mac_of(_content(record), key)


def _content(record: dict[str, Any]) -> bytes:
    return orjson.dumps(record, option=orjson.OPT_SORT_KEYS)


def _mac_of(content: bytes, key: bytes) -> str:
    return hmac.digest(key, content, hashlib.sha256).hex()
