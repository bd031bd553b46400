"""JSON lines, a JSON array or object, and bare JSON-LD; record by record, so that one bad record stops nothing."""

import json
import re
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from matcher.errors import FileUnreadable
from matcher.feeds.columns import Mapped
from matcher.feeds.hr_open import closed_nl, is_opening, opening_values
from matcher.feeds.job_posting import object_values, postings
from matcher.feeds.raw import RawRecord
from matcher.feeds.report import Tally
from matcher.feeds.rules import feed_rules
from matcher.feeds.source import decode, lines_of, whole

_BAD = "geen geldige JSON. Controleer komma's, haakjes en aanhalingstekens."
_DEEP = "de onderdelen zijn te diep in elkaar gezet."
_NOT_AN_OBJECT = "geen JSON-object. Geef per vacature {...} met een titel en een tekst."
_SPACE = re.compile(r"[\s,]*")
_NEXT_OBJECT = re.compile(r"\}\s*,\s*(?=\{)|\n\s*(?=\{)")
_DECODER = json.JSONDecoder()
_LISTS = (
    "vacatures",
    "vacancies",
    "jobs",
    "items",
    "results",
    "data",
    "records",
    "postings",
    "entries",
    "hits",
    "positionopenings",
)


class _TooDeep(ValueError):
    """The value is nested deeper than the limit."""


def read_json_feed(path: Path, mapped: Mapped, tally: Tally) -> Iterator[RawRecord]:
    """Yield the records of a JSON file: an array, JSON-LD, or an object with a list in it.

    Args:
        path: the file, or `-`.
        mapped: the mapping file.
        tally: where refusals are counted.

    Raises:
        FileUnreadable: it holds no JSON at all.
    """
    text = decode(whole(path), mapped.encoding)
    start = len(text) - len(text.lstrip())
    if text.startswith("[", start):
        yield from _array(text, start + 1, mapped, tally)
        return
    try:
        node, end = _value(text, start)
    except _TooDeep:
        raise FileUnreadable(f"In het JSON-bestand: {_DEEP}") from None
    except ValueError:
        raise FileUnreadable(f"Het bestand is {_BAD}") from None
    if text[end:].strip():  # more objects below each other are JSON lines
        yield from _records(text.splitlines(), mapped, tally)
        return
    found = list(postings(node)) or _list_in(node)
    for number, record in enumerate(found, 1):
        yield from _record(number, record, mapped, tally)


def read_json_lines(path: Path, mapped: Mapped, tally: Tally) -> Iterator[RawRecord]:
    """Yield the records of a file with one JSON object a line.

    Args:
        path: the file, or `-`.
        mapped: the mapping file.
        tally: where refusals are counted.
    """
    lines = lines_of(path, mapped.encoding)
    yield from _records(chain(lines), mapped, tally)


def parse_limited(text: str) -> Any:
    """Answer a JSON value within the limit of depth.

    Raises:
        ValueError: it is no JSON or too deep.
    """
    return _value(text.strip(), 0)[0]


def _records(lines: Any, mapped: Mapped, tally: Tally) -> Iterator[RawRecord]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            node = parse_limited(line)
        except _TooDeep:
            tally.refuse(number, _DEEP)
        except ValueError:
            tally.refuse(number, _BAD)
        else:
            yield from _record(number, node, mapped, tally)


def _record(number: int, node: Any, mapped: Mapped, tally: Tally) -> Iterator[RawRecord]:
    if not isinstance(node, dict):
        tally.refuse(number, _NOT_AN_OBJECT)
        return
    if is_opening(node):
        yield from _opening(number, node, tally)
        return
    nested = [] if {"title", "text"} & set(values := object_values(node, mapped)) else list(postings(node))
    if nested:
        for one in nested:
            yield RawRecord(number, object_values(one, mapped))
    else:
        yield RawRecord(number, values)


def _opening(number: int, node: Mapping[str, Any], tally: Tally) -> Iterator[RawRecord]:
    closed = closed_nl(node)
    if closed:
        tally.refuse(number, closed)
        return
    profiles = list(opening_values(node))
    if not profiles:
        tally.refuse(number, "in positionProfiles staat geen functie. Een vacature heeft minstens één profiel.")
    for values in profiles:
        yield RawRecord(number, values)


def _array(text: str, at: int, mapped: Mapped, tally: Tally) -> Iterator[RawRecord]:
    line, counted = 1, 0
    while True:
        found = _SPACE.match(text, at)
        at = found.end() if found else at
        line, counted = line + text.count("\n", counted, at), at
        if at >= len(text):
            tally.refuse(line, "het haakje ] aan het einde ontbreekt; wat ervoor staat is gelezen.")
            return
        if text[at] == "]":
            return
        try:
            node, at = _value(text, at)
        except ValueError as error:
            tally.refuse(line, _DEEP if isinstance(error, _TooDeep) else _BAD)
            following = _NEXT_OBJECT.search(text, at + 1)
            if following is None:
                return
            at = following.end()
            continue
        for posting in list(postings(node)) if isinstance(node, dict) and "@graph" in node else [node]:
            yield from _record(line, posting, mapped, tally)


def _list_in(node: Any) -> list[Any]:
    if isinstance(node, dict):
        for name, value in node.items():
            if isinstance(value, list) and name.lower() in _LISTS:
                return value
    return [node]


def _value(text: str, at: int) -> tuple[Any, int]:
    try:
        node, end = _DECODER.raw_decode(text, at)
    except RecursionError:
        raise _TooDeep from None
    if _depth_over(node, feed_rules().limits["max_depth"]):
        raise _TooDeep
    return node, end


def _depth_over(node: Any, left: int) -> bool:
    level = [node]
    while level and left >= 0:
        level = [
            value
            for one in level
            if isinstance(one, dict | list)
            for value in (one.values() if isinstance(one, Mapping) else one)
            if isinstance(value, dict | list)
        ]
        left -= 1
    return bool(level)
