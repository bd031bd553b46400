"""Saved pages: schema.org JobPosting as JSON-LD and as microdata."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

from matcher.errors import FileUnreadable
from matcher.feeds.columns import Mapped
from matcher.feeds.job_posting import posting_values, postings
from matcher.feeds.json_feed import parse_limited
from matcher.feeds.raw import RawRecord
from matcher.feeds.report import Tally
from matcher.feeds.source import decode, whole

_JSON_LD = re.compile(
    r"<script\b[^>]{0,500}?type\s*=\s*[\"']?application/ld\+json[^>]{0,500}?>(?P<json>.*?)</script",
    re.IGNORECASE | re.DOTALL,
)
_COMMENT = re.compile(r"^\s*(?:<!--|//<!\[CDATA\[|/\*.*?\*/)|(?:-->|//\]\]>)\s*$", re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x1f]+")
_MICRODATA = re.compile(r"itemtype\s*=\s*[\"']?https?://schema\.org/JobPosting", re.IGNORECASE)
_NOTHING = (
    "Op deze pagina staat geen vacature volgens schema.org (JobPosting). "
    "Kopieer de tekst van de vacature naar een .txt-bestand en lees dat."
)


def read_html_feed(path: Path, mapped: Mapped, tally: Tally) -> Iterator[RawRecord]:
    """Yield the vacancies of a saved page.

    Args:
        path: the file, or `-`.
        mapped: the mapping file, for its encoding.
        tally: where refusals are counted.

    Raises:
        FileUnreadable: the page holds no JobPosting.
    """
    page = decode(whole(path, "max_page_bytes"), mapped.encoding)
    found = list(vacancies_in_page(page, tally))
    if not found and not tally.report().refused_count:
        raise FileUnreadable(_NOTHING)
    yield from found


def vacancies_in_page(page: str, tally: Tally) -> Iterator[RawRecord]:
    """Yield the vacancies that a page declares; JSON-LD first, microdata only when there is none.

    Each script is parsed by itself: one broken script must not take the others along, as it does in extruct.

    Args:
        page: the HTML.
        tally: where refusals are counted.
    """
    count = 0
    for script in _JSON_LD.finditer(page):
        line = page.count("\n", 0, script.start()) + 1
        text = _COMMENT.sub("", script["json"])
        try:
            node = _lenient(text)
        except ValueError:
            tally.refuse(line, "een blok JSON-LD op de pagina is geen geldige JSON.")
            continue
        for posting in postings(node):
            count += 1
            yield RawRecord(line, posting_values(posting))
    if not count and _MICRODATA.search(page):
        yield from _microdata(page, tally)


def _lenient(text: str) -> Any:
    """Answer the value of a script; line ends inside texts and escaped entities occur on real pages."""
    try:
        return parse_limited(text)
    except ValueError:
        return parse_limited(unescape(_CONTROL.sub(" ", text)) if "&quot;" in text else _CONTROL.sub(" ", text))


def _microdata(page: str, tally: Tally) -> Iterator[RawRecord]:
    from extruct.w3cmicrodata import MicrodataExtractor  # noqa: PLC0415 only for pages with microdata

    try:
        items = MicrodataExtractor(nested=True, strict=False).extract(page, base_url=None)
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError):
        tally.refuse(None, "de microdata op de pagina is niet te lezen.")
        return
    for item in postings([_plain_item(item) for item in items]):
        yield RawRecord(None, posting_values(item))


def _plain_item(item: Any, depth: int = 0) -> Any:
    """Answer an item of extruct in the form of JSON-LD."""
    if depth > 20:  # noqa: PLR2004 deeper than any page nests its items
        return ""
    if isinstance(item, list):
        return [_plain_item(one, depth + 1) for one in item]
    if isinstance(item, dict) and "properties" in item:
        inside = {name: _plain_item(value, depth + 1) for name, value in item["properties"].items()}
        return {"@type": item.get("type", ""), **inside}
    return item
