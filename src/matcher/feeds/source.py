"""From a file to bytes within limits, and to text in whatever encoding it was saved."""

import codecs
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from matcher.errors import FileUnreadable
from matcher.feeds.rules import feed_rules

_MEGABYTE = 1_000_000
_TEXT_CONTROLS = frozenset((9, 10, 11, 12, 13, 26, 27))
_HEAD = 4096


def open_feed(path: Path) -> BinaryIO:
    """Answer a feed opened for reading; `-` is standard input.

    Args:
        path: the file.

    Raises:
        FileUnreadable: it is missing, a folder, empty, not readable or larger than the limit.
    """
    if str(path) == "-":
        return sys.stdin.buffer
    largest = feed_rules().limits["max_bytes"]
    try:
        if not path.is_file():
            raise FileUnreadable("Het bestand is niet gevonden, of het is een map. Controleer de naam en de plaats.")
        size = path.stat().st_size
        if size == 0:
            raise FileUnreadable("Het bestand is leeg. Geef een bestand met vacatures.")
        if size > largest:
            raise FileUnreadable(f"Het bestand is groter dan {largest // _MEGABYTE} MB. Splits het in delen.")
        return path.open("rb")
    except OSError:
        raise FileUnreadable("Het bestand is niet te openen. Controleer of u het mag lezen.") from None


def whole(path: Path, limit: str = "max_whole_bytes") -> bytes:
    """Answer all bytes of a feed.

    Args:
        path: the file, or `-`.
        limit: name of the limit that holds for this format.

    Raises:
        FileUnreadable: it cannot be read or is larger than the limit.
    """
    largest = feed_rules().limits[limit]
    stream = open_feed(path)
    try:
        content = stream.read(largest + 1)
    finally:
        if str(path) != "-":
            stream.close()
    if len(content) > largest:
        raise FileUnreadable(f"Dit soort bestand mag hoogstens {largest // _MEGABYTE} MB zijn. Splits het in delen.")
    if not content.strip():
        raise FileUnreadable("Het bestand is leeg. Geef een bestand met vacatures.")
    return content


def decode(content: bytes, encoding: str = "") -> str:
    """Answer the text in bytes: UTF-8 or UTF-16 with or without a mark, else Windows-1252.

    Args:
        content: the bytes.
        encoding: encoding that a mapping file names, or empty.

    Raises:
        FileUnreadable: the bytes are no text, or the named encoding does not exist.

    Example:
        >>> decode("privé".encode("cp1252"))
        'privé'
    """
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace")
    refuse_binary(content[:_HEAD])
    if encoding:
        try:
            return content.decode(encoding, errors="replace")
        except LookupError:
            raise FileUnreadable("De encoding in het mappingbestand bestaat niet. Gebruik utf-8 of cp1252.") from None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def refuse_binary(head: bytes) -> None:
    """Refuse bytes that are no text.

    Args:
        head: the first bytes of a file.

    Raises:
        FileUnreadable: there are control signs in it.
    """
    if any(sign < 32 and sign not in _TEXT_CONTROLS for sign in head):  # noqa: PLR2004 control signs
        raise FileUnreadable("Dit is geen tekstbestand. Geef csv, xlsx, json, jsonl, html, eml of txt.")


def lines_of(path: Path, encoding: str = "") -> Iterator[str]:
    """Yield the lines of a feed with their ends, each decoded by itself: UTF-8, else Windows-1252.

    Args:
        path: the file, or `-`.
        encoding: encoding that a mapping file names, or empty.

    Raises:
        FileUnreadable: it cannot be read, is no text, or has a line longer than the limit.
    """
    longest = feed_rules().limits["max_line_bytes"]
    stream = open_feed(path)
    try:
        first = stream.readline(longest + 1)
        if first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            rest = stream.read(feed_rules().limits["max_whole_bytes"])
            yield from decode(first + rest).splitlines(keepends=True)
            return
        line, number = first.removeprefix(codecs.BOM_UTF8), 1
        refuse_binary(line[:_HEAD])
        while line:
            if len(line) > longest:
                raise FileUnreadable(
                    f"Regel {number} is langer dan {longest // _MEGABYTE} MB. Is dit het goede bestand?"
                )
            yield _line(line, encoding)
            line, number = stream.readline(longest + 1), number + 1
    finally:
        if str(path) != "-":
            stream.close()


def _line(line: bytes, encoding: str) -> str:
    if encoding:
        return decode(line, encoding)
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="replace")
