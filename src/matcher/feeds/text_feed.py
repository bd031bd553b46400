"""Plain text: one vacancy, or several with a clear divider; lines such as "Werkgever: ..." on top are fields."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from matcher.feeds.columns import Mapped
from matcher.feeds.raw import RawRecord
from matcher.feeds.report import Tally
from matcher.feeds.rules import column_key, feed_rules
from matcher.feeds.source import decode, whole

_LABELLED = re.compile(r"^\s*(?P<name>[A-Za-z][A-Za-z /-]{1,30}?)\s*:\s*(?P<value>\S.{0,200})$")
_TOP_LINES = 12
_ON_TOP = frozenset(("title", "employer", "place", "postcode", "url", "source", "published", "expires", "id"))


def read_text_feed(path: Path, mapped: Mapped, tally: Tally) -> Iterator[RawRecord]:
    """Yield the vacancies in a plain text.

    Args:
        path: the file, or `-`.
        mapped: the mapping file; its `divider` is the text of the line between two vacancies.
        tally: where assumptions are counted.
    """
    text = decode(whole(path), mapped.encoding)
    found = list(split_vacancies(text.splitlines(), mapped.divider))
    if len(found) > 1:
        tally.assume(f"De tekst is verdeeld in {len(found)} vacatures op de scheidingsregels.")
    yield from found


def split_vacancies(lines: Iterable[str], divider: str = "") -> Iterator[RawRecord]:
    """Yield a raw record for each part between dividers, with the line where it starts.

    Args:
        lines: the lines of the text.
        divider: text of the line between two vacancies; by default a line of dashes, stars and the like.

    Example:
        >>> [one.values["title"] for one in split_vacancies(["Kok", "Je kookt.", "-----", "Ober", "Je bedient."])]
        ['Kok', 'Ober']
    """
    part: list[str] = []
    start = 1
    for number, line in enumerate(lines, 1):
        is_divider = line.strip() == divider.strip() if divider else feed_rules().divider.match(line) is not None
        if is_divider:
            yield from _vacancy(part, start)
            part, start = [], number + 1
        else:
            part.append(line)
    yield from _vacancy(part, start)


def _vacancy(lines: list[str], start: int) -> Iterator[RawRecord]:
    while lines and not lines[0].strip():
        lines, start = lines[1:], start + 1
    if not any(line.strip() for line in lines):
        return
    values: dict[str, str] = {}
    kept: list[str] = []
    columns = feed_rules().columns
    for number, line in enumerate(lines):
        found = _LABELLED.match(line) if number < _TOP_LINES else None
        field = columns.get(column_key(found["name"])) if found else None
        if found and field in _ON_TOP and field not in values:
            values[field or ""] = found["value"].strip()
        else:
            kept.append(line)
    if "title" not in values:
        first = next((line.strip() for line in kept if line.strip()), "")
        values["title"] = first.lstrip("#*•- ").strip()
        kept = kept[kept.index(next(line for line in kept if line.strip())) + 1 :] if first else kept
    values["text"] = "\n".join(kept).strip()
    yield RawRecord(start, values)
